namespace SecurityPortal.Domain.Staff;

/// <summary>What staff write down of what they do: one line, and so short that it is read; or words with lines of their own.</summary>
public static class Written
{
    public const int MostLetters = 200;

    /// <summary>Of a note, a question, or a reason that somebody is to understand.</summary>
    public const int MostWords = 2_000;

    public static Refusal.NotWrittenDown? WhyUnfit(OrderField field, string written, bool isNeeded = true) =>
        (isNeeded && string.IsNullOrWhiteSpace(written)) || written.Trim().Length > MostLetters || written.Trim().Any(char.IsControl) ? new(field, MostLetters) : null;

    public static Refusal.NotWrittenDown? WhyUnfitWords(OrderField field, string written) =>
        string.IsNullOrWhiteSpace(written) || written.Trim().Length > MostWords || written.Trim().Any(letter => char.IsControl(letter) && letter != '\n') ? new(field, MostWords) : null;
}
