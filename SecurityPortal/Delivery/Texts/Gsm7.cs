using System.Collections.Frozen;

namespace SecurityPortal.Delivery.Texts;

/// <summary>How much of the network a text takes.</summary>
/// <param name="IsGsm7">In the alphabet of GSM 03.38; otherwise it travels as UCS-2.</param>
/// <param name="Units">Septets of GSM-7, or 16-bit units of UCS-2.</param>
/// <param name="Segments">The parts that it is sent, and paid for, in.</param>
public sealed record TextSize(bool IsGsm7, int Units, int Segments);

/// <summary>The alphabet of texts: GSM 03.38, its basic table and its extension.</summary>
public static class Gsm7
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extension = "\f^{}\\[~]|€";

    // A text in parts spends some of each on the number of the part.
    private static readonly (int Alone, int InParts) s_septets = (160, 153);
    private static readonly (int Alone, int InParts) s_units = (70, 67);

    private static readonly FrozenDictionary<char, int> s_septetsOf =
        Basic.Select(letter => (letter, 1)).Concat(Extension.Select(letter => (letter, 2)))
            .ToFrozenDictionary(pair => pair.letter, pair => pair.Item2);

    public static bool Fits(string text) => text.All(s_septetsOf.ContainsKey);

    public static TextSize SizeOf(string text) =>
        Fits(text) ? Measure(true, text.Select(letter => s_septetsOf[letter]), s_septets)
        : Measure(false, text.EnumerateRunes().Select(rune => rune.Utf16SequenceLength), s_units);

    private static TextSize Measure(bool isGsm7, IEnumerable<int> letters, (int Alone, int InParts) room)
    {
        var (units, segments, left) = (0, 0, 0);
        foreach (var letter in letters)
        {
            // A letter of two units is not torn apart.
            if (letter > left)
                (segments, left) = (segments + 1, room.InParts);
            (units, left) = (units + letter, left - letter);
        }

        return new(isGsm7, units, units <= room.Alone ? Math.Min(segments, 1) : segments);
    }
}
