using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace SecurityPortal.Tests.Servers;

/// <summary>A text as an SMSC was given it: of a long one, all parts together.</summary>
public sealed partial record SentText(string From, string To, string Text)
{
    /// <summary>All texts in the log of the fake SMSC, in the order in which their last part came.</summary>
    internal static IEnumerable<SentText> In(IEnumerable<string> log)
    {
        Dictionary<string, StringBuilder> parts = [];
        foreach (var line in Lines(log))
        {
            var groups = Line().Match(line).Groups;
            var (from, to, kind, content) = (groups["from"].Value, groups["to"].Value, groups["kind"].Value, groups["content"].Value);
            switch (kind)
            {
                case "text":
                    yield return new(from, to, content);
                    break;
                case "ucs-2":
                    yield return new(from, to, Encoding.BigEndianUnicode.GetString(Decoded(content)));
                    break;
                case "udh":
                    // 05 00 03, a number for the whole, how many parts there are, which one this is; then the part.
                    var part = content.Split(" data ", 2);
                    var header = Decoded(part[0]);
                    var whole = parts[$"{to} {header[3]}"] = header[5] == 1 ? new() : parts[$"{to} {header[3]}"];
                    _ = whole.Append(PartOf(Decoded(part[1])));
                    if (header[5] == header[4])
                        yield return new(from, to, whole.ToString());
                    break;
                default:
                    throw new InvalidDataException(line);
            }
        }
    }

    /// <summary>A line break within a text ends the line: what follows is no text of its own.</summary>
    private static List<string> Lines(IEnumerable<string> log)
    {
        List<string> lines = [];
        foreach (var got in log.Select(line => Got().Match(line)).Where(match => match.Success).Select(match => match.Groups[1].Value))
            if (Line().IsMatch(got) || lines.Count == 0)
                lines.Add(got);
            else
                lines[^1] += $"\n{got}";
        return lines;
    }

    private static byte[] Decoded(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return WebUtility.UrlDecodeToBytes(bytes, 0, bytes.Length);
    }

    /// <summary>The log does not tell how a part is written. In UCS-2 half of a space or digit is a zero.</summary>
    private static string PartOf(byte[] part) => part.Contains((byte)0) ? Encoding.BigEndianUnicode.GetString(part) : Encoding.UTF8.GetString(part);

    [GeneratedRegex("Got message [0-9]+: <(.*)>$")]
    private static partial Regex Got();

    [GeneratedRegex(@"^(?<from>\S+) (?<to>\+?[0-9]+) (?<kind>text|ucs-2|udh) (?<content>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Line();
}
