using System.Globalization;
using System.Web;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>
/// Which tries of the sign-in log (R-HELP-9). It stands in the log's address, so that it can be reloaded, kept and passed on;
/// so nothing of it is a contact.
/// </summary>
public sealed record SignInFilter
{
    public const string Instants = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>So many days back, whenever it is asked; the choices that there are.</summary>
    public static readonly int[] DaysBack = [1, 7, 30];

    public static readonly SignInFilter All = new();

    /// <summary>The name of an account, or one that was typed and is none.</summary>
    public string? Name { get; init; }

    /// <summary>A source, or a whole network of them.</summary>
    public string? Source { get; init; }

    public SignInResult? Result { get; init; }

    public SignInCause? Cause { get; init; }

    public CauseGroup? Group { get; init; }

    public MethodKind? Kind { get; init; }

    public string? RequestId { get; init; }

    public int? Days { get; init; }

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>As it stands in an address; nothing where it is all of the log.</summary>
    public string Query => string.Join('&', Parts.Where(part => !string.IsNullOrEmpty(part.Value)).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));

    private (string Name, string? Value)[] Parts =>
    [
        ("name", Name), ("source", Source), ("result", Result?.ToString()), ("cause", Cause?.ToString()), ("group", Group?.ToString()),
        ("method", Kind?.ToString()), ("request", RequestId), ("days", Days?.ToString(CultureInfo.InvariantCulture)), ("from", TextOf(From)), ("until", TextOf(Until)),
    ];

    /// <summary>Null where it says something that no filter says: more than was meant would be shown.</summary>
    public static SignInFilter? Read(string query)
    {
        var said = HttpUtility.ParseQueryString(query);
        var isRight = said.AllKeys.All(key => said.GetValues(key) is [_]);
        SignInFilter filter = new()
        {
            Name = said["name"],
            Source = said["source"],
            Result = Named<SignInResult>("result"),
            Cause = Named<SignInCause>("cause"),
            Group = Named<CauseGroup>("group"),
            Kind = Named<MethodKind>("method"),
            RequestId = said["request"],
            Days = Take("days", text => int.TryParse(text, CultureInfo.InvariantCulture, out var days) && DaysBack.Contains(days) ? (int?)days : null),
            From = Take("from", InstantOf),
            Until = Take("until", InstantOf),
        };
        return isRight && said.AllKeys.All(key => filter.Parts.Any(part => part.Name == key)) ? filter : null;

        T? Named<T>(string name)
            where T : struct, Enum => Take(name, text => Enum.TryParse<T>(text, out var value) && value.ToString() == text ? (T?)value : null);

        T? Take<T>(string name, Func<string, T?> read)
            where T : struct
        {
            var value = said[name] is { Length: > 0 } text ? read(text) : null;
            isRight &= value is not null || string.IsNullOrEmpty(said[name]);
            return value;
        }
    }

    private static DateTimeOffset? InstantOf(string text) =>
        DateTimeOffset.TryParseExact(text, Instants, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static string? TextOf(DateTimeOffset? at) => at?.UtcDateTime.ToString(Instants, CultureInfo.InvariantCulture);
}
