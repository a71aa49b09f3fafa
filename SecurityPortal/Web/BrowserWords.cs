using SecurityPortal.Resources;

namespace SecurityPortal.Web;

/// <summary>
/// A browser as people call it (<c>Chrome on Windows</c>), for them to recognise in a list. Nothing is
/// decided by it.
/// </summary>
public static class BrowserWords
{
    // The order matters: most browsers also claim to be those further down.
    private static readonly (string Sign, string Name)[] s_browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"), ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] s_systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"),
        ("Mac OS X", "macOS"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static string Of(string userAgent) => (Find(s_browsers, userAgent), Find(s_systems, userAgent)) switch
    {
        (null, null) => "",
        ({ } browser, null) => browser,
        (null, { } system) => system,
        ({ } browser, { } system) => SharedWords.Browser_OnSystem.With(browser, system),
    };

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
