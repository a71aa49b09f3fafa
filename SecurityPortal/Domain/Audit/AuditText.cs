using System.Collections.Immutable;
using System.Text;

namespace SecurityPortal.Domain.Audit;

/// <summary>
/// Texts as the log keeps them: of a length that a reader can rely on, and of letters that every store and file gives back
/// as they were. One that came back otherwise would break the chain.
/// </summary>
public static class AuditText
{
    public const int MostOfReason = 2_000;
    public const int MostOfOthers = 200;

    private const char Replacement = '\uFFFD';
    private const char Cut = '…';

    public static string Reason(string text) => Clean(text, MostOfReason);

    public static string Other(string text) => Clean(text, MostOfOthers);

    public static ImmutableDictionary<string, string> Facts(ImmutableDictionary<string, string> facts) =>
        facts.ToImmutableDictionary(fact => fact.Key, fact => Other(fact.Value), StringComparer.Ordinal);

    private static string Clean(string text, int most)
    {
        StringBuilder clean = new(Math.Min(text.Length, most) + 1);
        foreach (var letter in text.EnumerateRunes())
        {
            // Half a letter is counted as the replacement by now; the end of a text is what stands for NUL elsewhere.
            if (clean.Length + letter.Utf16SequenceLength > most)
                return clean.Append(Cut).ToString();

            _ = letter.Value == 0 ? clean.Append(Replacement) : clean.Append(letter.ToString());
        }

        return clean.ToString();
    }
}
