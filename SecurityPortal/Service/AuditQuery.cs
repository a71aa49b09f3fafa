using System.Globalization;
using System.Web;
using SecurityPortal.Domain.Audit;

namespace SecurityPortal.Service;

/// <summary>
/// Which records staff look at. It stands in the page's address, so that it can be reloaded, kept and passed on; so nothing
/// of it is a contact.
/// </summary>
public sealed record AuditQuery
{
    /// <summary>What the portal did by itself, in the place of a name.</summary>
    public const string Portal = Domain.ActivityEntry.Portal;

    /// <summary>So many days back, whenever it is asked; the choices that there are.</summary>
    public static readonly int[] DaysBack = [1, 7, 30, 365];

    public static readonly AuditQuery All = new();

    /// <summary>Whom it was done to, by the name of the account.</summary>
    public string? Account { get; init; }

    /// <summary>Who of the staff did it, by the name of the account; or the portal.</summary>
    public string? By { get; init; }

    public AuditAction? Action { get; init; }

    public int? Days { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>As it stands in an address; nothing where it is all of the log.</summary>
    public string Query => string.Join('&', Parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));

    private (string Name, string? Value)[] Parts =>
    [
        ("account", Account), ("by", By), ("action", Action?.ToString()), ("days", Days?.ToString(CultureInfo.InvariantCulture)), ("from", TextOf(From)), ("until", TextOf(Until)),
    ];

    /// <summary>Null where it says something that no filter says: more than was meant would be shown.</summary>
    public static AuditQuery? Read(string query)
    {
        var said = HttpUtility.ParseQueryString(query);
        var isRight = said.AllKeys.All(key => said.GetValues(key) is [_]);
        AuditQuery read = new()
        {
            Account = said["account"],
            By = said["by"],
            Action = Take("action", text => Enum.TryParse<AuditAction>(text, out var action) && action.ToString() == text ? (AuditAction?)action : null),
            Days = Take("days", text => int.TryParse(text, CultureInfo.InvariantCulture, out var days) && DaysBack.Contains(days) ? (int?)days : null),
            From = Take("from", InstantOf),
            Until = Take("until", InstantOf),
        };
        return isRight && said.AllKeys.All(key => read.Parts.Any(part => part.Name == key)) ? read : null;

        T? Take<T>(string name, Func<string, T?> value)
            where T : struct
        {
            var taken = said[name] is { Length: > 0 } text ? value(text) : null;
            isRight &= taken is not null || string.IsNullOrEmpty(said[name]);
            return taken;
        }
    }

    private static DateTimeOffset? InstantOf(string text) =>
        DateTimeOffset.TryParseExact(text, SignInFilter.Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static string? TextOf(DateTimeOffset? at) => at?.UtcDateTime.ToString(SignInFilter.Instants, CultureInfo.InvariantCulture);
}
