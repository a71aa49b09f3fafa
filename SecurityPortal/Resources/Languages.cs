using System.Globalization;

namespace SecurityPortal.Resources;

/// <summary>The languages that the portal's texts exist in; the first is the one to fall back on.</summary>
public static class Languages
{
    public static IReadOnlyList<CultureInfo> OfTheInterface { get; } =
        [CultureInfo.GetCultureInfo("en"), CultureInfo.GetCultureInfo("de")];

    /// <summary>As its speakers call it.</summary>
    public static string OwnName(CultureInfo language) =>
        language.TextInfo.ToTitleCase(language.NativeName);
}
