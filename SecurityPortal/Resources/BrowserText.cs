using System.Globalization;

namespace SecurityPortal.Resources;

/// <summary>
/// A browser as people call it (<c>Chrome on Windows</c>). It is kept as its two names (<c>Chrome/Windows</c>) and joined
/// in the words of whoever reads it, who need not be the visitor that it was.
/// </summary>
public static class BrowserText
{
    public const char Joint = '/';

    public static string Of(string kept) => OfIn(CultureInfo.CurrentUICulture, kept);

    public static string OfIn(CultureInfo language, string kept) => kept.Split(Joint, 2) switch
    {
        [{ Length: > 0 } browser, { Length: > 0 } system] =>
            string.Format(language, FactWords.ResourceManager.GetString(nameof(FactWords.Browser_OnSystem), language)!, browser, system),
        var names => string.Concat(names),
    };
}
