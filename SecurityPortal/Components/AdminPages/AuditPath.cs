using System.Globalization;
using System.Web;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.AdminPages;

/// <summary>The audit log under its filter's own address: to reload, to keep and to pass on.</summary>
internal static class AuditPath
{
    public const string Page = AuditDownload.LogPage;
    public const string File = AuditDownload.Path;

    private const string Before = "before";

    public static string Log(AuditQuery query, long? before = null)
    {
        string[] parts = [query.Query, before is { } key ? $"{Before}={key.ToString(CultureInfo.InvariantCulture)}" : ""];
        return string.Join('&', parts.Where(part => part.Length > 0)) is { Length: > 0 } said ? $"{Page}?{said}" : Page;
    }

    /// <summary>No filter where the address names one that there is not.</summary>
    public static (AuditQuery? Query, long? Before) Read(string address)
    {
        var said = HttpUtility.ParseQueryString(new Uri(address).Query);
        var typed = said[Before];
        said.Remove(Before);
        return long.TryParse(typed, CultureInfo.InvariantCulture, out var key) || typed is null
            ? (AuditQuery.Read(said.ToString() ?? ""), typed is null ? null : key)
            : (null, null);
    }
}
