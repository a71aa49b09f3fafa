using System.Buffers;
using System.Text;

namespace SecurityPortal.Tests.Walks;

/// <summary>Looks for many secrets at once. A code of digits is found only where it stands alone: six digits are in many a longer number.</summary>
internal sealed class Secrets(IEnumerable<string> all)
{
    private readonly HashSet<string> _codes = [.. all.Where(IsCode)];
    private readonly SearchValues<string> _others = SearchValues.Create([.. all.Where(secret => !IsCode(secret))], StringComparison.Ordinal);

    /// <summary>The first that is in the text, or null.</summary>
    public string? In(string text)
    {
        if (text.AsSpan().IndexOfAny(_others) is >= 0 and var at)
            return text[at..Math.Min(at + 40, text.Length)];

        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsAsciiDigit(text[start]))
                continue;

            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
            if (end - start is 6 or 8 && !IsJoined(text, start - 1) && !IsJoined(text, end) && _codes.Contains(text[start..end]))
                return text[start..end];

            start = end;
        }

        return null;
    }

    public static string Read(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }

    private static bool IsCode(string secret) => secret.All(char.IsAsciiDigit);

    private static bool IsJoined(string text, int place) => place >= 0 && place < text.Length && char.IsAsciiLetterOrDigit(text[place]);
}
