using System.Text.RegularExpressions;

namespace SecurityPortal.Delivery;

/// <summary>What others say, as it can be kept and shown to staff.</summary>
internal static partial class OneLine
{
    private const int Most = 200;

    public static string Of(string said)
    {
        var line = Gap().Replace(said, " ").Trim();
        return line.Length > Most ? $"{line[..(Most - 1)]}…" : line;
    }

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex Gap();
}
