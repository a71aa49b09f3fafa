using System.Globalization;
using System.Web;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.StaffPages;

/// <summary>The sign-in log under its filter's own address: to reload, to keep and to pass on.</summary>
internal static class SignInLogPath
{
    public const string Page = SignInFile.LogPage;

    private const string Before = "before";

    public static string Entry(long id) => $"{Page}/{id.ToString(CultureInfo.InvariantCulture)}";

    public static string Log(SignInFilter filter, long? before = null) =>
        At(Page, filter.Query, before is { } key ? $"{Before}={key.ToString(CultureInfo.InvariantCulture)}" : "");

    public static string File(SignInFilter filter) => At(SignInFile.Path, filter.Query);

    /// <summary>No filter where the address names one that there is not.</summary>
    public static (SignInFilter? Filter, long? Key) Read(string address)
    {
        var said = HttpUtility.ParseQueryString(new Uri(address).Query);
        var typed = said[Before];
        said.Remove(Before);
        return long.TryParse(typed, CultureInfo.InvariantCulture, out var key) || typed is null
            ? (SignInFilter.Read(said.ToString() ?? ""), typed is null ? null : key)
            : (null, null);
    }

    private static string At(string path, params string[] parts) =>
        string.Join('&', parts.Where(part => part.Length > 0)) is { Length: > 0 } query ? $"{path}?{query}" : path;
}
