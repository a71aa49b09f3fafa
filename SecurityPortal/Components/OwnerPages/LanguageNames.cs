using System.Globalization;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.OwnerPages;

internal static class LanguageNames
{
    /// <summary>A language as its speakers call it.</summary>
    public static string Of(string code) => Languages.OwnName(CultureInfo.GetCultureInfo(code));
}
