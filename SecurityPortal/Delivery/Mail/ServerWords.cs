using System.Text.RegularExpressions;

namespace SecurityPortal.Delivery.Mail;

/// <summary>What a server said, fit to be kept and shown to staff: on one line, short, and without secrets.</summary>
internal static partial class ServerWords
{
    private const int Most = 200;

    /// <summary>Of an answer to a message: a server may quote its subject or its links, and with them what opens the account.</summary>
    public static string Of(string text, Dispatch message, string password)
    {
        foreach (var secret in SecretsOf(message, password))
            text = secret.Replace(text, "…");
        return OnOneLine(text);
    }

    /// <summary>Of a report that came later, when nobody knows the code any more: any digits that may be one go.</summary>
    public static string OfReport(string text) => OnOneLine(Address().Replace(Token().Replace(Digits().Replace(text, "…"), "…"), "…"));

    private static IEnumerable<Regex> SecretsOf(Dispatch message, string password)
    {
        // However the digits are grouped.
        if (!string.IsNullOrEmpty(message.Code))
            yield return new(string.Join(@"[\s-]?", message.Code.Select(digit => Regex.Escape($"{digit}"))));

        // Whom it went to stands beside it, masked for those who may not see it.
        yield return new(Regex.Escape(message.To), RegexOptions.IgnoreCase);
        foreach (var part in message.Links.SelectMany(link => LinkPart().Matches(link)).Select(match => match.Value).Append(password))
        {
            if (part != "")
                yield return new(Regex.Escape(part), RegexOptions.IgnoreCase);
        }
    }

    private static string OnOneLine(string text)
    {
        var line = Blank().Replace(text, " ").Trim();
        return line.Length <= Most ? line : line[..(Most - 1)] + "…";
    }

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex Blank();

    // What is long enough for a token.
    [GeneratedRegex(@"[A-Za-z0-9_-]{16,}")]
    private static partial Regex LinkPart();

    [GeneratedRegex(@"[A-Za-z0-9_-]{24,}")]
    private static partial Regex Token();

    [GeneratedRegex(@"[^\s<>;:,]+@[^\s<>;:,]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![0-9A-Za-z.])[0-9]{6,8}(?![0-9A-Za-z.])")]
    private static partial Regex Digits();
}
