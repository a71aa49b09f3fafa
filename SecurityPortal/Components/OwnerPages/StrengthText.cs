using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>
/// How long a password would hold, in words: against somebody who has stolen what the portal stores of it and tries ten
/// thousand a second.
/// </summary>
/// <param name="Grade">0 to 4.</param>
internal sealed record StrengthText(int Grade, string Words)
{
    private static readonly TimeSpan s_year = TimeSpan.FromDays(365);

    private static readonly (TimeSpan Below, int Grade, Func<string> Words)[] s_grades =
    [
        (PasswordStrength.TooSoon, 0, () => PasswordWords.Holds_Hours),
        (TimeSpan.FromDays(30), 1, () => PasswordWords.Holds_Days),
        (s_year, 2, () => PasswordWords.Holds_Months),
        (s_year * 100, 3, () => PasswordWords.Holds_Years),
    ];

    public static StrengthText Of(string password, string account)
    {
        if (PasswordStrength.IsTooCommon(password, account))
            return new(0, PasswordWords.Holds_Not);

        var seconds = PasswordStrength.SecondsToGuess(password, account);
        return Array.Find(s_grades, grade => seconds < grade.Below.TotalSeconds) is { Words: { } words } found ? new(found.Grade, words()) : new(4, PasswordWords.Holds_Centuries);
    }
}
