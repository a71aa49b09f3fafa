using SecurityPortal.Resources;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Resources;

public sealed class InstantWordsTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 13, 5, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, "just now")]
    [InlineData(20, "in a moment")]
    [InlineData(60, "in 1 minute")]
    [InlineData(599, "in 10 minutes")]
    [InlineData(3_590, "in 1 hour")]
    [InlineData(86_400, "in 24 hours")]
    [InlineData(3 * 86_400, "in 3 days")]
    [InlineData(29 * 86_400, "in 29 days")]
    [InlineData((30 * 86_400) - 1, "in 30 days")]
    [InlineData(90 * 86_400, "in 90 days")]
    [InlineData(180 * 86_400, "in 6 months")]
    [InlineData(1_000 * 86_400, "in 2 years")]
    [InlineData(-20, "just now")]
    [InlineData(-60, "1 minute ago")]
    [InlineData(-600, "10 minutes ago")]
    [InlineData(-3_600, "1 hour ago")]
    [InlineData(-7_200, "2 hours ago")]
    [InlineData(-86_400, "1 day ago")]
    [InlineData(-10 * 86_400, "10 days ago")]
    [InlineData(-21 * 86_400, "3 weeks ago")]
    [InlineData(-200 * 86_400, "6 months ago")]
    [InlineData(-1_000 * 86_400, "2 years ago")]
    public void Say_how_far_away_it_is(int seconds, string words)
    {
        using var _ = Reading.In("en");

        Assert.Equal(words, InstantWords.Relative(s_now.AddSeconds(seconds), s_now));
    }

    [Theory]
    [InlineData("en", "Europe/Berlin", "Tuesday, 22 December 2026, 14:05")]
    [InlineData("en", "America/New_York", "Tuesday, 22 December 2026, 08:05")]
    [InlineData("en", "UTC", "Tuesday, 22 December 2026, 13:05 (UTC)")]
    [InlineData("de", "Europe/Berlin", "Dienstag, 22. Dezember 2026, 14:05")]
    public void Say_exactly_when_it_is(string language, string zone, string words)
    {
        using var _ = Reading.In(language);

        Assert.Equal(words, InstantWords.Exact(s_now.AddDays(29), TimeZoneInfo.FindSystemTimeZoneById(zone)));
    }

    [Theory]
    [InlineData(29, "in 29 Tagen")]
    [InlineData(-21, "vor 3 Wochen")]
    public void Speak_German_too(int days, string words)
    {
        using var _ = Reading.In("de");

        Assert.Equal(words, InstantWords.Relative(s_now.AddDays(days), s_now));
    }
}
