using System.Globalization;
using System.Text;
using System.Xml;

namespace SecurityPortal.Web;

/// <summary>One instant that is worth an entry in somebody's calendar.</summary>
/// <param name="Id">The same for each new version of the entry, so that a calendar replaces the one it has.</param>
/// <param name="RemindsBefore">How long before the instant the calendar is to speak up.</param>
public sealed record CalendarEntry(string Id, DateTimeOffset At, string Summary, string Text, TimeSpan RemindsBefore);

/// <summary>Writes a calendar file as RFC 5545 has it: CRLF at the end of each line, no line over 75 bytes, instants in UTC.</summary>
public static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private const int MostBytes = 75;

    public static byte[] Of(CalendarEntry entry, DateTimeOffset now)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//Security info//Portal//EN",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:{entry.Id}",
            $"DTSTAMP:{Utc(now)}",
            $"DTSTART:{Utc(entry.At)}",
            $"SUMMARY:{Escaped(entry.Summary)}",
            $"DESCRIPTION:{Escaped(entry.Text)}",
            "TRANSP:TRANSPARENT",
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            $"TRIGGER:{Trigger(entry.RemindsBefore)}",
            $"DESCRIPTION:{Escaped(entry.Summary)}",
            "END:VALARM",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(Folded)));
    }

    private static string Trigger(TimeSpan before) => before == TimeSpan.Zero ? "PT0S" : "-" + XmlConvert.ToString(before);

    private static string Utc(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escaped(string text) => text
        .Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace(";", @"\;", StringComparison.Ordinal)
        .Replace(",", @"\,", StringComparison.Ordinal)
        .ReplaceLineEndings(@"\n");

    /// <summary>A line too long goes on after a blank; never within a character.</summary>
    private static string Folded(string line)
    {
        StringBuilder folded = new();
        var bytes = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (bytes + letter.Utf8SequenceLength > MostBytes)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }

            folded.Append(letter.ToString());
            bytes += letter.Utf8SequenceLength;
        }

        return folded.Append("\r\n").ToString();
    }
}
