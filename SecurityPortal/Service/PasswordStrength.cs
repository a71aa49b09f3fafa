using System.Collections.Frozen;

namespace SecurityPortal.Service;

/// <summary>
/// How hard a password is to guess, by zxcvbn and its list of common ones (R-PASS-1). Nothing of a password is kept or
/// logged here.
/// </summary>
public static class PasswordStrength
{
    /// <summary>What is guessed sooner, at ten thousand tries a second, is too easy: fewer than a hundred million tries.</summary>
    public static readonly TimeSpan TooSoon = TimeSpan.FromSeconds(10_000);

    // Its cost grows with the square of the length and more, and nobody guesses what lies behind so many characters first.
    private const int MostJudged = 32;

    private const string List = "zxcvbn-core.Dictionaries.passwords.lst";
    private const string Leet = "4@310$57!9";
    private const string Plain = "aaeiosstig";

    private static readonly Lazy<FrozenSet<string>> s_common = new(Read);
    private static readonly Zxcvbn.Zxcvbn s_judge = new();

    /// <summary>On the list, but for capitals, look-alikes of letters and what stands at its end, or guessed in no time.</summary>
    public static bool IsTooCommon(string password, string accountName) =>
        IsListed(password) || SecondsToGuess(password, accountName) < TooSoon.TotalSeconds;

    /// <summary>At ten thousand tries a second, as for somebody who has stolen well hashed passwords.</summary>
    public static double SecondsToGuess(string password, string accountName)
    {
        var judged = password[..Math.Min(password.Length, MostJudged)];
        return s_judge.EvaluatePassword(judged, accountName.Split('@', '.')).CrackTime;
    }

    private static bool IsListed(string password)
    {
        var typed = password.ToLowerInvariant();
        string[] spellings = [typed, WithoutEnd(typed), WithoutEnd(WithoutLeet(typed)), WithoutLeet(WithoutEnd(typed))];
        return spellings.Any(s_common.Value.Contains);
    }

    private static string WithoutEnd(string typed)
    {
        var end = typed.Length;
        while (end > 0 && !char.IsLetter(typed[end - 1]))
            end--;
        return typed[..end];
    }

    private static string WithoutLeet(string typed) =>
        string.Concat(typed.Select(letter => Leet.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : letter));

    private static FrozenSet<string> Read()
    {
        using var list = typeof(Zxcvbn.Zxcvbn).Assembly.GetManifestResourceStream(List)!;
        using StreamReader reader = new(list);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
