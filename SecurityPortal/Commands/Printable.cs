namespace SecurityPortal.Commands;

/// <summary>What came from a file, as it can be shown on a terminal, which obeys control characters.</summary>
internal static class Printable
{
    private const int Most = 80;

    public static string Of(string text)
    {
        var plain = string.Concat(text.Trim().Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
        return plain.Length > Most ? $"{plain[..Most]}…" : plain;
    }
}
