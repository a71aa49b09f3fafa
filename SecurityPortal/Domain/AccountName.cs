using System.Text;

namespace SecurityPortal.Domain;

/// <summary>The name an account signs in with, like <c>rachel@contoso.example</c>.</summary>
public static class AccountName
{
    public const int MaxLength = 254;

    /// <summary>
    /// The one spelling under which a typed name is looked up and counted, whether or not such an account exists (R-SIGN-2).
    /// </summary>
    public static string KeyOf(string typed)
    {
        var trimmed = typed.Trim();
        return (trimmed.IsNormalized(NormalizationForm.FormKC) ? trimmed : trimmed.Normalize(NormalizationForm.FormKC)).ToLowerInvariant();
    }

    public static bool IsAcceptable(string? typed) =>
        !string.IsNullOrWhiteSpace(typed) && typed.Trim().Length <= MaxLength && IsText(typed);

    private static bool IsText(string typed) =>
        !typed.Any(char.IsControl) && typed.EnumerateRunes().All(rune => rune != Rune.ReplacementChar && !IsNoLetter(rune));

    /// <summary>Kept for programs' own use, and not to be normalised.</summary>
    private static bool IsNoLetter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
