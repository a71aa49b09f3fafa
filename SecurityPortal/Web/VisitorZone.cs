using System.Text.RegularExpressions;

namespace SecurityPortal.Web;

/// <summary>The visitor's time zone, which portal.js writes into a cookie. Unknown or nonsense is UTC, and said to be.</summary>
public static partial class VisitorZone
{
    public static string? IdFrom(string? cookie) =>
        cookie is { Length: <= 64 } && Shape().IsMatch(Uri.UnescapeDataString(cookie)) ? Uri.UnescapeDataString(cookie) : null;

    public static TimeZoneInfo Named(string? id) =>
        id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;

    // The name becomes a file's name on this machine: letters and slashes only, no dots.
    [GeneratedRegex(@"^[A-Za-z]+([/_+-][A-Za-z0-9]+)*\z")]
    private static partial Regex Shape();
}
