using Bunit;
using MudBlazor;
using SecurityPortal.Components.Layout;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

public sealed class IdleWatchTests : OwnerPageTest
{
    [Fact]
    public async Task Two_minutes_before_an_idle_session_ends_it_asks_and_the_owner_can_stay()
    {
        var dialogs = Watch(idle: 13.Minutes);
        dialogs.WaitForAssertion(() => Assert.Contains("Are you still there?", dialogs.Markup, StringComparison.Ordinal));
        Assert.Contains("in 2 minutes", dialogs.Markup, StringComparison.Ordinal);
        Assert.Equal("/sign-out", dialogs.Find("form").GetAttribute("action"));

        await ClickAsync(dialogs, "Stay signed in");

        dialogs.WaitForAssertion(() => Assert.DoesNotContain("Are you still there?", dialogs.Markup, StringComparison.Ordinal));
        Portal.Clock.Advance(14.Minutes);
        Assert.True(await Portal.Service.IsAliveAsync(Rachels, Cancel));
    }

    [Fact]
    public async Task Looking_at_the_clock_is_no_use_of_the_session()
    {
        var dialogs = Watch(idle: 14.Minutes);
        dialogs.WaitForAssertion(() => Assert.Contains("Are you still there?", dialogs.Markup, StringComparison.Ordinal));

        Portal.Clock.Advance(1.Minutes);

        Assert.False(await Portal.Service.IsAliveAsync(Rachels, Cancel));
    }

    [Fact]
    public void When_nobody_answered_it_leads_to_the_sign_in_page_and_back_here_afterwards()
    {
        var dialogs = Watch(idle: 14.Minutes);
        dialogs.WaitForAssertion(() => Assert.Contains("Are you still there?", dialogs.Markup, StringComparison.Ordinal));

        Portal.Clock.Advance(1.Minutes);

        dialogs.WaitForAssertion(() => Assert.EndsWith("/sign-in?returnUrl=%2Fsecurity-info&ended=idle", Address.Uri, StringComparison.Ordinal));
        Assert.True(Address.History.First().Options.ForceLoad);
    }

    [Fact]
    public async Task The_end_of_the_whole_session_is_said_without_a_promise_to_put_it_off()
    {
        for (var passed = TimeSpan.Zero; passed < 8.Hours - 2.Minutes; passed += 1.Minutes)
        {
            Portal.Clock.Advance(1.Minutes);
            if (passed.Minutes % 10 == 0)
                Assert.Null(await Portal.Service.TouchAsync(Rachels, Cancel));
        }

        var dialogs = Watch(idle: TimeSpan.Zero);

        dialogs.WaitForAssertion(() => Assert.Contains("This session is at its end", dialogs.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Stay signed in", dialogs.Markup, StringComparison.Ordinal);
        await ClickAsync(dialogs, "Understood");
        dialogs.WaitForAssertion(() => Assert.DoesNotContain("This session is at its end", dialogs.Markup, StringComparison.Ordinal));
    }

    private IRenderedComponent<MudDialogProvider> Watch(TimeSpan idle)
    {
        Portal.Clock.Advance(idle);
        Address.NavigateTo("/security-info");
        _ = Render<MudPopoverProvider>();
        var dialogs = Render<MudDialogProvider>();
        _ = Render<IdleWatch>(p => p.Add(watch => watch.LookEvery, 50.Milliseconds));
        return dialogs;
    }
}
