using SecurityPortal.Resources;

namespace SecurityPortal.Web;

/// <summary>
/// The names of a browser and its system, as <see cref="BrowserText"/> takes them, for people to recognise in a list.
/// Nothing is decided by them.
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
        var (browser, system) => $"{browser}{BrowserText.Joint}{system}",
    };

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(one => userAgent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
