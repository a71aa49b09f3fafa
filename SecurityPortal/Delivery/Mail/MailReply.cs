using System.Globalization;
using System.Text.RegularExpressions;

namespace SecurityPortal.Delivery.Mail;

/// <summary>What a mail server answered: <c>550 5.1.1 No such user</c>, on one line or several.</summary>
/// <param name="Code">0 where only words are known.</param>
/// <param name="Status">The enhanced status code (RFC 3463), where the server gives one.</param>
/// <param name="Text">All of it but codes, on one line.</param>
internal sealed partial record MailReply(int Code, EnhancedStatus? Status, string Text)
{
    /// <summary>Null for what is no answer, or one that has not come to its end.</summary>
    public static MailReply? Read(string answer)
    {
        Match[] lines =
        [
            .. answer.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => Line().Match(line)),
        ];
        return lines is [.., { Success: true } last] && last.Groups["more"].Value != "-" ? Of(lines) : null;
    }

    /// <summary>One whose lines were put together on one, and perhaps cut off.</summary>
    public static MailReply? ReadQuoted(string answer) =>
        Line().Match(answer) is { Success: true } first
            ? Of([.. Regex.Split(answer, $@"\s+(?={first.Groups["code"].Value}[ -])").Select(line => Line().Match(line))])
            : null;

    private static MailReply Of(Match[] lines)
    {
        var text = string.Join(' ', lines.Where(line => line.Success).Select(line => line.Groups["text"].Value.Trim()));
        var status = lines.Select(line => EnhancedStatus.Read(line.Groups["status"].Value)).FirstOrDefault(found => found is not null);
        return new(int.Parse(lines[^1].Groups["code"].ValueSpan, CultureInfo.InvariantCulture), status, text);
    }

    public bool IsRefusal => Code >= 400;

    public override string ToString() => string.Join(' ', new object?[] { Code == 0 ? null : Code, Status, Text }.Where(part => part is not null));

    [GeneratedRegex(@"^(?<code>[2-5][0-9]{2})(?<more>[ -]|$)(#?(?<status>[245]\.[0-9]{1,3}\.[0-9]{1,3})(?![0-9.]))?(?<text>.*)$")]
    private static partial Regex Line();
}

/// <summary>An enhanced status code: <c>5.1.1</c>.</summary>
internal sealed partial record EnhancedStatus(int Class, int Subject, int Detail)
{
    /// <summary>The first that stands in a text.</summary>
    public static EnhancedStatus? Read(string text) => Code().Match(text) is { Success: true } code
        ? new(Number(code.Groups[1]), Number(code.Groups[2]), Number(code.Groups[3]))
        : null;

    /// <summary>It says no more than that it went wrong.</summary>
    public bool IsVague => Subject == 0;

    public override string ToString() => $"{Class}.{Subject}.{Detail}";

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    // Not a part of an address like 5.1.1.25.
    [GeneratedRegex(@"(?<![0-9.])([245])\.([0-9]{1,3})\.([0-9]{1,3})(?![0-9]|\.[0-9])")]
    private static partial Regex Code();
}
