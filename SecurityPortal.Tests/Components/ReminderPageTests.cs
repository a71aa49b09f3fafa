using Bunit;
using SecurityPortal.Components.LimitedPages;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>R-REM: the page on which somebody whose only method is an address says that codes still reach it.</summary>
public sealed class ReminderPageTests : LimitedPageTest
{
    private const string Title = "Make sure you can receive a verification code";

    [Fact]
    public async Task Says_why_since_when_and_for_how_long()
    {
        var page = Open<ReminderPage>(await AskedAsync(), "/reminder");

        IsAt(page, Title);
        Says(page, "There is only one way to get a code: rachel@mail.example.");
        Says(page, "First asked");
        Says(page, "7 days left");
        Says(page, "Monday, 30 November 2026, 12:01");
        Assert.NotNull(Button(page, "Skip for now (7 days left)"));
        Assert.DoesNotContain("/replace", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skipped_it_leads_to_where_its_reader_wanted_to_go()
    {
        var asked = await AskedAsync();
        var page = Open<ReminderPage>(asked, "/reminder?returnUrl=%2Fsecurity-info%2Fadvanced");

        await PressAsync(page, "Skip for now (7 days left)");

        page.WaitForAssertion(() => Assert.Equal("/security-info/advanced", Place));
        Assert.Null((await Portal.OverviewAsync(asked)).Reminder);
    }

    [Fact]
    public async Task The_last_day_says_one_day()
    {
        _ = await AskedAsync();
        Portal.Clock.Advance(6.Days);

        var page = Open<ReminderPage>(await Portal.SignInAsync(), "/reminder");

        Assert.NotNull(Button(page, "Skip for now (1 day left)"));
        Says(page, "When you sign in after that, it can be put off no more.");
    }

    [Fact]
    public async Task On_day_seven_it_cannot_be_skipped_and_shows_the_ways_out()
    {
        _ = await AskedAsync();
        Portal.Clock.Advance(7.Days);

        var page = Open<ReminderPage>(await Portal.SignInAsync(), "/reminder");

        Says(page, "This can be put off no more");
        Assert.DoesNotContain("Skip for now", page.Markup, StringComparison.Ordinal);
        Assert.Contains("href=\"/replace\"", page.Markup, StringComparison.Ordinal);
        Says(page, "extension 4711");
    }

    /// <summary>The button was drawn a second before.</summary>
    [Fact]
    public async Task A_skip_that_comes_too_late_is_refused_in_words()
    {
        var asked = await AskedAsync();
        Portal.Clock.Advance(7.Days - 1.Minutes);
        var late = await Portal.SignInAsync();
        var page = Open<ReminderPage>(late, "/reminder");
        Portal.Clock.Advance(1.Minutes);

        await PressAsync(page, "Skip for now (1 day left)");

        Says(page, "You were first asked 7 days ago");
        Assert.NotEqual(asked, late);
    }

    [Theory]
    [InlineData("Verify", "/security-info/advanced")]
    [InlineData("Add new info", "/security-info/add?returnUrl=%2Fsecurity-info%2Fadvanced")]
    public async Task A_code_ends_it_and_leads_on(string way, string goal)
    {
        var asked = await AskedAsync();
        Portal.Clock.Advance(1.Minutes);
        var page = Open<ReminderPage>(asked, "/reminder?returnUrl=%2Fsecurity-info%2Fadvanced");

        await PressAsync(page, way);
        await page.WaitForElement("button.method").ClickAsync();
        _ = page.WaitForElement(".reference");
        await EnterCodeAsync(page, await CodeToAsync(RachelsMail.Value));

        page.WaitForAssertion(() => Assert.Equal(goal, Place));
        Assert.Null((await Portal.OverviewAsync(asked)).Reminder);
    }

    [Fact]
    public async Task Answered_in_another_tab_it_goes_on_by_itself()
    {
        var asked = await AskedAsync();
        var page = Open<ReminderPage>(asked, "/reminder?returnUrl=%2Fsecurity-info%2Fadvanced");
        IsAt(page, Title);

        Assert.Null(await Portal.Service.SkipReminderAsync(asked, Cancel));

        page.WaitForAssertion(() => Assert.Equal("/security-info/advanced", Place));
    }

    [Fact]
    public async Task Nobody_else_has_anything_to_do_there()
    {
        _ = Open<ReminderPage>(await Portal.SignInAsync(), "/reminder");
        Assert.Equal("/security-info", Place);
        Portal.Clock.Advance(1.Minutes);
        _ = Open<ReminderPage>(await Portal.GivePasswordAsync(), "/reminder");
        Assert.Equal("/sign-in/verify", Place);
    }

    [Fact]
    public async Task Names_the_message_that_came_back_and_why()
    {
        var method = (await Portal.OverviewAsync(await AskedAsync())).Methods[0] with { LastFailure = DeliveryCause.MailboxFull };
        ReminderView reminder = new(Portal.Now, [new(ReminderCause.CameBack, [method])], 7, Portal.Now + 7.Days);

        var page = Render<ReminderAsked>(parameters => parameters.Add(asked => asked.Now, Portal.Now).Add(asked => asked.Reminder, reminder));

        Assert.StartsWith("The last message to rachel@mail.example came back: ", page.Find(".reasons li").TextContent, StringComparison.Ordinal);
        Assert.Contains("full", page.Find(".reasons li").TextContent, StringComparison.Ordinal);
    }

    /// <summary>Her phone was suspended, and that leaves one method.</summary>
    private async Task<Owner> AskedAsync()
    {
        var owner = await Portal.SignInAsync();
        Portal.Clock.Advance(1.Minutes);
        await Portal.ProveAsync(owner);
        Assert.Null(await Portal.Service.SuspendMethodAsync(owner, await Portal.MethodAsync(owner, RachelsPhone), knowingly: false, Cancel));
        return await Portal.SignInAsync();
    }
}
