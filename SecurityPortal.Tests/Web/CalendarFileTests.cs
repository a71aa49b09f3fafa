using System.Text;
using SecurityPortal.Tests.Support;
using SecurityPortal.Web;

namespace SecurityPortal.Tests.Web;

/// <summary>The calendar file against RFC 5545.</summary>
public sealed class CalendarFileTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_instant_is_in_utc_whatever_zone_it_was_given_in()
    {
        var lines = Lines(new("x@portal", new(2026, 12, 23, 14, 5, 9, 2.Hours), "Ends", "Text", 1.Days));

        Assert.Contains("DTSTART:20261223T120509Z", lines);
        Assert.Contains("DTSTAMP:20261123T120000Z", lines);
        Assert.Contains("UID:x@portal", lines);
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
    }

    [Fact]
    public void Each_line_ends_with_crlf_and_has_at_most_75_bytes_without_breaking_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("Größe 🔑 日本; ", 40));
        var file = CalendarFile.Of(new("x@portal", s_now, text, text, 1.Days), s_now);
        UTF8Encoding strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

        var whole = strict.GetString(file);
        Assert.EndsWith("\r\n", whole, StringComparison.Ordinal);
        var lines = whole[..^2].Split("\r\n");
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
        Assert.All(lines, line => Assert.InRange(strict.GetByteCount(line), 1, 75));
        Assert.Contains($"SUMMARY:{text.Replace(";", @"\;", StringComparison.Ordinal)}", Unfolded(whole), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,b;c\\d", @"a\,b\;c\\d")]
    [InlineData("one\r\ntwo\nthree", @"one\ntwo\nthree")]
    public void What_has_a_meaning_in_the_format_is_escaped(string text, string written) =>
        Assert.Contains($"SUMMARY:{written}", Lines(new("x@portal", s_now, text, "", 1.Days)));

    private static string[] Lines(CalendarEntry entry) =>
        Unfolded(Encoding.UTF8.GetString(CalendarFile.Of(entry, s_now)))[..^2].Split("\r\n");

    private static string Unfolded(string file) => file.Replace("\r\n ", "", StringComparison.Ordinal);
}
