namespace SecurityPortal.Tests.Support;

/// <summary>What a text message costs, counted here once more and not by the code that sends it.</summary>
public static class TextLetters
{
    // 3GPP TS 23.038: the letters of a text message; those of the second line take two places.
    private const string Letters = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Wide = "^{}\\[~]|€";

    /// <summary>One that is not among them, and a text holds 70 instead of 160.</summary>
    public static IEnumerable<char> Foreign(string text) => text.Where(letter => !(Letters + Wide).Contains(letter));

    /// <summary>A text that is cut in parts loses some of each to their numbering.</summary>
    public static int Parts(string text) => Foreign(text).Any()
        ? Parts(text.Length, whole: 70, part: 67)
        : Parts(text.Length + text.Count(Wide.Contains), whole: 160, part: 153);

    private static int Parts(int places, int whole, int part) => places <= whole ? 1 : (places + part - 1) / part;
}
