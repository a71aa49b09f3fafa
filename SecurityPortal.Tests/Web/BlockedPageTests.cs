using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>A block says what, why, until when and what helps (R-BLOCK-5).</summary>
public sealed class BlockedPageTests
{
    [Theory]
    [InlineData(People.Rachel)]
    [InlineData("nobody@contoso.example")]
    public async Task Wrong_passwords_block_a_name_at_their_network_known_or_not(string name)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.TypeNameAsync(name);

        for (var tries = 0; tries < 10; tries++)
            await tab.TypePasswordAsync("not the right one");

        Assert.Equal(("/sign-in/blocked", "Signing in from your network is blocked"), (tab.Address, tab.Heading));
        Assert.Contains("in 24 hours", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Tuesday, 24 November 2026, 12:00 (UTC)", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent.", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Use another method", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_is_no_try_and_the_end_is_the_end()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await BlockNameAsync(tab, People.Rachel);

        portal.Clock.Advance(24.Hours - 31.Minutes);
        await tab.OpenAsync("/sign-in");
        await tab.TypeNameAsync();
        Assert.Equal("/sign-in/blocked", tab.Address);
        await tab.ReloadAsync();
        Assert.Contains("in 31 minutes", tab.Text, StringComparison.Ordinal);

        portal.Clock.Advance(31.Minutes);
        await tab.TypeNameAsync();
        await tab.OpenAsync("/sign-in/blocked");
        Assert.Equal("Nothing is blocked", tab.Heading);
        await tab.ClickAsync("Go on");
        await tab.TypePasswordAsync();
        Assert.Equal("Verify your identity", tab.Heading);
    }

    [Theory]
    [InlineData(People.Rachel)]
    [InlineData("nobody@contoso.example")]
    public async Task A_blocked_name_is_asked_for_no_password_and_told_what_another_try_does(string name)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await BlockNameAsync(tab, name);

        await tab.OpenAsync("/sign-in");

        Assert.Equal("/sign-in/blocked", tab.Address);
        Assert.Contains("no password is checked from here, not even the right one", tab.Text, StringComparison.Ordinal);
        await tab.PressAsync("Wrong account?");
        Assert.NotNull(tab.Page.QuerySelector("#account"));
    }

    [Theory]
    [InlineData(People.Rachel)]
    [InlineData("nobody@contoso.example")]
    public async Task Its_end_comes_as_a_calendar_file(string name)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await BlockNameAsync(tab, name);

        await tab.ClickAsync("Put it in my calendar");

        Assert.Equal("text/calendar; charset=utf-8", tab.Response.Content.Headers.ContentType?.ToString());
        Assert.Contains("\r\nDTSTART:20261124T120000Z\r\n", tab.Html, StringComparison.Ordinal);
        Assert.Contains("\r\nTRIGGER:PT0S\r\n", tab.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_blocked_there_is_no_file_but_the_page_that_says_so()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();

        await tab.OpenAsync("/sign-in/blocked.ics");

        Assert.Equal("Nothing is blocked", tab.Heading);
    }

    [Fact]
    public async Task The_last_wrong_password_shows_under_which_number_it_is_filed()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await BlockNameAsync(tab, People.Rachel);

        Assert.Contains("Request ID 0H", tab.Text, StringComparison.Ordinal);
        await tab.ReloadAsync();
        Assert.DoesNotContain("Request ID", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_codes_block_one_method_and_leave_the_others()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        await BlockMailAsync(portal, tab);

        Assert.StartsWith("/sign-in/blocked?method=", tab.Address, StringComparison.Ordinal);
        Assert.Equal("This method is blocked for your network", tab.Heading);
        Assert.Contains(People.RachelsMail.Masked, tab.Text, StringComparison.Ordinal);
        var sent = (await portal.SentToAsync(People.RachelsMail)).Count;

        await tab.ClickAsync("Use another method");
        var row = tab.Find(People.RachelsMail.Masked);
        Assert.True(row.HasAttribute("disabled"));
        Assert.Contains("Too many wrong codes", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("in 24 hours", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain($"Why is {People.RachelsPhone.Masked} blocked", tab.Text, StringComparison.Ordinal);

        await tab.ClickAsync($"Why is {People.RachelsMail.Masked} blocked");
        Assert.StartsWith("/sign-in/blocked?method=", tab.Address, StringComparison.Ordinal);
        await tab.ClickAsync("Put it in my calendar");
        Assert.Contains("DTSTART:20261124T12", tab.Html, StringComparison.Ordinal);

        await tab.OpenAsync("/sign-in/verify");
        await tab.SendAsync(tab.Find(People.RachelsMail.Masked));
        Assert.StartsWith("/sign-in/blocked?method=", tab.Address, StringComparison.Ordinal);
        Assert.Equal(sent, (await portal.SentToAsync(People.RachelsMail)).Count);

        await tab.ClickAsync("Use another method");
        await tab.ChooseAsync(People.RachelsPhone);
        await tab.TypeCodeAsync(await portal.CodeToAsync(People.RachelsPhone));
        Assert.Equal("/security-info", tab.Address);
    }

    [Fact]
    public async Task Without_a_block_the_page_says_so()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();

        await tab.OpenAsync("/sign-in/blocked?method=nonsense");

        Assert.Equal("Nothing is blocked", tab.Heading);
    }

    private static async Task BlockNameAsync(Tab tab, string name)
    {
        await tab.TypeNameAsync(name);
        for (var tries = 0; tries < 10; tries++)
            await tab.TypePasswordAsync("not the right one");
        Assert.Equal("/sign-in/blocked", tab.Address);
    }

    private static async Task BlockMailAsync(WebPortal portal, Tab tab)
    {
        for (var code = 0; code < 2; code++)
        {
            await tab.OpenAsync("/sign-in/verify");
            await tab.ChooseAsync(People.RachelsMail);
            var wrong = People.Not(await portal.CodeToAsync(People.RachelsMail));
            for (var tries = 0; tries < 5; tries++)
                await tab.TypeCodeAsync(wrong);
            portal.Clock.Advance(1.Minutes);
        }
    }
}
