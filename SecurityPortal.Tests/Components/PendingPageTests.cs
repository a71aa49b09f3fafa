using Bunit;
using SecurityPortal.Components.LimitedPages;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

public sealed class PendingPageTests : LimitedPageTest
{
    private const string Title = "Your security info is being updated";

    [Fact]
    public async Task It_says_when_it_ends_who_was_told_and_whether_that_went_out()
    {
        var rachel = await Portal.StartReplacementAsync();
        var page = Open<PendingPage>(rachel, "/pending");

        IsAt(page, Title);
        Says(page, "in 30 days · Wednesday, 23 December 2026, 12:00 (UTC)");
        Says(page, NewMail.Masked);
        Assert.Equal(["Queued", "Queued", "Queued"], Stages(page));
        Assert.DoesNotContain(NewMail.Value, page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(RachelsMail.Value, page.Markup, StringComparison.Ordinal);

        await Portal.SendMailAsync();
        page = Reload<PendingPage>();
        page.WaitForAssertion(() => Assert.Equal(["Handed over", "Handed over", "Handed over"], Stages(page)));
        Assert.Equal(8, page.FindAll(".timeline > li:not(.now)").Count);
    }

    [Theory]
    [InlineData(false, "Masked, because")]
    [InlineData(true, "As you entered it.")]
    public async Task The_new_info_is_said_to_be_masked_where_it_is_and_when_it_was_entered(bool isFull, string words)
    {
        var rachel = isFull ? await Portal.SignInAsync() : await Portal.StartReplacementAsync();
        if (isFull)
            await StartInAsync(rachel);

        Portal.Clock.Advance(5.Minutes);
        var page = Open<PendingPage>(rachel, "/pending");

        Says(page, words);
        Says(page, isFull ? NewMail.Value : NewMail.Masked);
        Says(page, "Confirmed 5 minutes ago · Monday, 23 November 2026, 12:00 (UTC)");
    }

    [Fact]
    public async Task Two_days_after_its_start_one_notice_is_done_and_the_bar_has_moved()
    {
        _ = await Portal.StartReplacementAsync();
        Portal.Clock.Advance(3.Days);
        _ = await Portal.Service.AdvanceDueAsync(new(), 10, Cancel);
        var page = Open<PendingPage>(await Portal.GivePasswordAsync(), "/pending");

        Says(page, "Day 3 of 30");
        Assert.Equal("100", page.Find("progress").GetAttribute("value"));
        Assert.Equal(2, page.FindAll(".timeline > .done").Count);
        Assert.Contains("Everyone was told again", page.FindAll(".timeline > .done")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("3 messages", page.FindAll(".timeline > .done")[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_29_days_it_is_still_pending()
    {
        _ = await Portal.StartReplacementAsync();
        Portal.Clock.Advance(29.Days);
        var page = Open<PendingPage>(await Portal.GivePasswordAsync(), "/pending");

        IsAt(page, Title);
        Says(page, "in 24 hours");
        Says(page, "Using it will cancel the update of your security info");
        Assert.Equal("/sign-in/verify", Button(page, "Sign in with an old method").GetAttribute("href"));
    }

    [Fact]
    public async Task A_limited_session_cancels_by_signing_in_with_old_info()
    {
        var rachel = await Portal.StartReplacementAsync();
        var page = Open<PendingPage>(rachel, "/pending?step=cancel");

        Says(page, "Only old info cancels it");
        Assert.Equal("/sign-in/verify", Button(page, "Sign in with an old method").GetAttribute("href"));
        Assert.Empty(page.FindAll("button"));
    }

    [Fact]
    public async Task A_full_session_cancels_by_a_fresh_proof_and_one_more_yes()
    {
        var rachel = await Portal.SignInAsync();
        await Portal.ProveAsync(rachel);
        Portal.Clock.Advance(1.Minutes);
        await StartInAsync(rachel);

        // The proof from before the start is not taken.
        var page = Open<PendingPage>(rachel, "/pending?step=cancel");
        var pressed = PressAsync(page, "Cancel the update");
        await PressAsync(Dialogs, "Cancel the update");
        await pressed;
        Says(page, "Show first that one of your old methods is yours.");
        Assert.NotNull((await Portal.OverviewAsync(rachel)).Pending);

        Assert.DoesNotContain(page.FindAll("a"), link => link.TextContent == "I don't have any of these");
        page.WaitForElement("button.method").Click();
        pressed = EnterCodeAsync(page, await CodeToAsync(RachelsMail.Value));
        await PressAsync(Dialogs, "Cancel the update");
        await pressed;

        IsAt(page, "The update was cancelled");
        Assert.Null((await Portal.OverviewAsync(rachel)).Pending);
    }

    [Fact]
    public async Task Whoever_says_no_in_the_end_leaves_it()
    {
        var rachel = await Portal.SignInAsync();
        await StartInAsync(rachel);
        await Portal.ProveAsync(rachel);
        var page = Open<PendingPage>(rachel, "/pending?step=cancel");

        var pressed = PressAsync(page, "Cancel the update");
        await PressAsync(Dialogs, "Leave it");
        await pressed;

        Assert.NotNull((await Portal.OverviewAsync(rachel)).Pending);
    }

    [Theory]
    [InlineData(false, "Verify your identity", "/sign-in/verify")]
    [InlineData(true, "To my security info", "/security-info")]
    public async Task Where_nothing_is_pending_it_says_so_and_leads_on(bool isFull, string text, string where)
    {
        var page = Open<PendingPage>(isFull ? await Portal.SignInAsync() : await Portal.GivePasswordAsync(), "/pending");

        IsAt(page, "No update is under way");
        Assert.Equal(where, Button(page, text).GetAttribute("href"));
    }

    [Fact]
    public async Task When_old_info_cancels_it_elsewhere_the_open_page_says_so()
    {
        var page = Open<PendingPage>(await Portal.StartReplacementAsync(), "/pending");
        IsAt(page, Title);
        _ = await Portal.SignInAsync();

        page.Render();

        IsAt(page, "The update was cancelled");
        Assert.Equal("/sign-in/verify", Button(page, "Verify your identity").GetAttribute("href"));
    }

    [Fact]
    public async Task When_the_wait_is_over_the_open_page_says_so_at_once()
    {
        _ = await Portal.StartReplacementAsync();
        Portal.Clock.Advance(30.Days - 1.Seconds);
        var page = Open<PendingPage>(await Portal.GivePasswordAsync(), "/pending");
        IsAt(page, Title);

        Portal.Clock.Advance(1.Seconds);

        page.WaitForAssertion(() => Assert.Equal("/pending/over", Place), 10.Seconds);
    }

    [Fact]
    public async Task A_session_that_has_ended_leaves_for_the_sign_in_page()
    {
        var rachel = await Portal.StartReplacementAsync();
        Portal.Clock.Advance(15.Minutes);

        var page = Open<PendingPage>(rachel, "/pending");

        page.WaitForAssertion(() => Assert.Equal("/sign-in?returnUrl=%2Fpending", Place));
    }

    private static string[] Stages(IRenderedComponent<PendingPage> page) =>
        [.. page.FindAll(".timeline li li .badge:last-child").Select(badge => badge.TextContent)];

    private async Task StartInAsync(Owner owner)
    {
        Assert.Null(await Portal.Service.EnterNewInfoAsync(owner, NewMail, Cancel));
        var (challenge, code) = await Portal.CodeAsync(owner, Purpose.ConfirmNewInfo, (await Portal.OverviewAsync(owner)).Draft!.Infos[0].Id);
        Assert.Null(await Portal.Service.ConfirmNewInfoAsync(owner, challenge, code, Cancel));
        Assert.Null(await Portal.Service.StartReplacementAsync(owner, Cancel));
    }
}
