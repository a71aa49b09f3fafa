namespace SecurityPortal.Domain.Staff;

/// <summary>What staff write down of what they do: one line, and so short that it is read.</summary>
public static class Written
{
    public const int MostLetters = 200;

    public static Refusal.NotWrittenDown? WhyUnfit(OrderField field, string written, bool isNeeded = true) =>
        (isNeeded && string.IsNullOrWhiteSpace(written)) || written.Trim().Length > MostLetters || written.Trim().Any(char.IsControl) ? new(field, MostLetters) : null;
}
