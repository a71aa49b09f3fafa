using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

public sealed class PendingCalendarTests
{
    [Fact]
    public async Task The_end_of_the_wait_comes_as_a_calendar_file()
    {
        await using var portal = await WebPortal.OpenAsync();
        _ = await portal.Inside.StartReplacementAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();

        await tab.OpenAsync("/pending.ics");

        Assert.Equal("text/calendar; charset=utf-8", tab.Response.Content.Headers.ContentType?.ToString());
        Assert.Equal("security-info.ics", tab.Response.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("\r\nDTSTART:20261223T120000Z\r\n", tab.Html, StringComparison.Ordinal);
        Assert.Contains(People.Rachel, tab.Html.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_pending_there_is_no_file_but_the_page_that_says_so()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();

        await tab.OpenAsync("/pending.ics");

        Assert.Equal("/pending", tab.Address);
        Assert.Equal("No update is under way", tab.Heading);
    }

    [Fact]
    public async Task Nobody_gets_it_without_a_password()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();

        await tab.OpenAsync("/pending.ics");

        Assert.StartsWith("/sign-in", tab.Address, StringComparison.Ordinal);
    }
}
