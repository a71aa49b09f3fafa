using Bunit;
using SecurityPortal.Components.LimitedPages;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

public sealed class CorrectionTests : LimitedPageTest
{
    [Fact]
    public async Task It_takes_a_code_to_the_new_info_says_that_the_wait_restarts_and_restarts_it()
    {
        _ = await Portal.StartReplacementAsync();
        Portal.Clock.Advance(5.Days);
        var rachel = await Portal.GivePasswordAsync();
        var pending = Open<PendingPage>(rachel, "/pending?step=correct");

        Says(pending, "The 30 days start again");
        pending.WaitForElement("button.method").Click();
        await EnterCodeAsync(pending, await CodeToAsync(NewMail.Value));
        pending.WaitForAssertion(() => Assert.Equal("/replace", Place));

        var page = Open<ReplacePage>(rachel, "/replace");
        IsAt(page, "Correct the new info");
        Says(page, "The 30 days start again");
        await PressAsync(page, "Remove");
        await EnterPhoneAsync(page, "+1 202 555 0177");
        await EnterCodeAsync(page, await CodeToAsync("+12025550177"));
        await PressAsync(page, "Review");
        Says(page, "in 30 days · Monday, 28 December 2026, 12:00 (UTC)");
        Says(page, "in 25 days · Wednesday, 23 December 2026, 12:00 (UTC)");
        await PressAsync(page, "Replace my security info");

        page.WaitForAssertion(() => Assert.Equal("/pending", Place));
        var now = (await Portal.OverviewAsync(rachel)).Pending!;
        Assert.Equal(Portal.Now + 30.Days, now.EndsAt);
        Assert.Equal("•••••••77", Assert.Single(now.NewInfo).Shown);
        await Portal.SendMailAsync();
        Assert.Contains(Portal.Messages.To(NewMail.Value), message => message.Kind == nameof(SecurityEvent.NewInfoDropped));
    }

    [Fact]
    public async Task A_reload_while_its_code_is_out_shows_the_code_again_and_sends_nothing()
    {
        var page = Open<PendingPage>(await Portal.StartReplacementAsync(), "/pending?step=correct");
        page.WaitForElement("button.method").Click();
        _ = page.WaitForElement("#code");
        var sent = await SentAsync();

        _ = Reload<PendingPage>().WaitForElement("#code");

        Assert.Equal(sent, await SentAsync());
    }

    [Fact]
    public async Task A_wrong_code_opens_nothing()
    {
        var rachel = await Portal.StartReplacementAsync();
        var page = Open<PendingPage>(rachel, "/pending?step=correct");
        page.WaitForElement("button.method").Click();

        await EnterCodeAsync(page, Not(await CodeToAsync(NewMail.Value)));

        Says(page, "4 tries are left");
        Assert.Null((await Portal.OverviewAsync(rachel)).Draft);
    }

    [Fact]
    public async Task Stopping_it_leaves_the_update_as_it_was()
    {
        var rachel = await Portal.StartReplacementAsync();
        var before = (await Portal.OverviewAsync(rachel)).Pending!.EndsAt;
        Portal.Clock.Advance(1.Minutes);
        var pending = Open<PendingPage>(rachel, "/pending?step=correct");
        pending.WaitForElement("button.method").Click();
        await EnterCodeAsync(pending, await CodeToAsync(NewMail.Value));
        var page = Open<ReplacePage>(rachel, "/replace");

        await PressAsync(page, "Stop, and leave everything as it is");

        page.WaitForAssertion(() => Assert.Equal("/pending", Place));
        var overview = await Portal.OverviewAsync(rachel);
        Assert.Null(overview.Draft);
        Assert.Equal(before, overview.Pending!.EndsAt);
    }

    [Fact]
    public async Task A_full_session_whose_password_was_long_ago_gives_it_first()
    {
        var full = await Portal.SignInAsync();
        Assert.Null(await Portal.Service.EnterNewInfoAsync(full, NewMail, Cancel));
        var (challenge, code) = await Portal.CodeAsync(full, Purpose.ConfirmNewInfo, (await Portal.OverviewAsync(full)).Draft!.Infos[0].Id);
        Assert.Null(await Portal.Service.ConfirmNewInfoAsync(full, challenge, code, Cancel));
        Assert.Null(await Portal.Service.StartReplacementAsync(full, Cancel));
        Portal.Clock.Advance(11.Minutes);
        var page = Open<PendingPage>(full, "/pending?step=correct");

        page.WaitForElement("#password").Change(Portal.Password);
        await PressAsync(page, "Go on");

        Assert.Single(page.WaitForElements("button.method"));
    }
}
