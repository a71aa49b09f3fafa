using System.Globalization;
using System.Text.RegularExpressions;

namespace SecurityPortal.Delivery.Gateways;

/// <summary>A gateway's words for staff to read: nothing of the message that they may repeat, and none of our secrets.</summary>
public sealed partial class GatewaySaid(IEnumerable<string> secrets)
{
    /// <summary>So many letters and digits in a row are no coincidence any more.</summary>
    private const int Telltale = 10;

    private readonly string[] _secrets = [.. secrets.Where(secret => secret.Length > 0).OrderByDescending(secret => secret.Length)];

    public string Of(GatewayAnswer answer, Dispatch message)
    {
        var said = Escape().Replace(answer.Said, escape =>
            $"{(char)int.Parse(escape.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)}");
        var words = Repeats(said, message) ? "(its answer repeats the message)" : WithoutSecrets(said.Replace(message.To, "…", StringComparison.Ordinal).Replace(message.To.TrimStart('+'), "…", StringComparison.Ordinal));
        var again = answer.RetryAfter is { } after ? $" (again after {after})" : "";
        return OneLine.Of($"{answer.Status}{again} {words}");
    }

    private string WithoutSecrets(string said) =>
        _secrets.Aggregate(said, (text, secret) => text.Replace(secret, "***", StringComparison.OrdinalIgnoreCase));

    private static bool Repeats(string said, Dispatch message)
    {
        var (heard, text) = (Bare(said), Bare(message.Text));
        return (message.Code is { Length: > 0 } code && heard.Contains(code, StringComparison.Ordinal))
            || (text.Length is > 0 and <= Telltale && heard.Contains(text, StringComparison.Ordinal))
            || Enumerable.Range(0, Math.Max(0, text.Length - Telltale + 1))
                .Any(start => heard.AsSpan().Contains(text.AsSpan(start, Telltale), StringComparison.Ordinal));
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})")]
    private static partial Regex Escape();
}
