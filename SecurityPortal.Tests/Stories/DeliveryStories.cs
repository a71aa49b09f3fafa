using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>What becomes of a code is on its page within a second (R-DEL-2), and who has none is helped (R-DEL-3).</summary>
public sealed class DeliveryStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    private static readonly LocatorAssertionsToBeVisibleOptions s_soon = new() { Timeout = 2_000 };

    [Fact]
    public Task A_full_mailbox_is_told_while_the_code_is_waited_for() => PlayAsync(async rachel =>
    {
        await rachel.GivePasswordAsync("rachel");
        await rachel.ChooseAsync("E-mail");
        await rachel.SeesAsync("A code was sent by e-mail to");
        await rachel.TypeAsync("Code", "12");

        await Backstage.ReportAsync(Mail("rachel"), "bounced", "mailbox-full");

        await Assertions.Expect(rachel.Page.Locator(".way-note").GetByText("The mailbox is full.")).ToBeVisibleAsync(s_soon);
        await rachel.SeesAsync("The e-mail could not be delivered to");
        await Assertions.Expect(rachel.Field("Code")).ToHaveValueAsync("12");
        await rachel.LookAsync("Enter your code");
        await rachel.PressAsync(rachel.Page.GetByText("Didn't get a code?"));
        await rachel.SeesAsync("Make room there, then send another code.");
        await rachel.LookAsync("Enter your code");
    });

    [Fact]
    public Task Whoever_has_no_code_finds_help_and_is_called() => PlayAsync(async omar =>
    {
        await omar.GivePasswordAsync("omar");
        await omar.ChooseAsync("Text message");
        await omar.PressAsync("I don't have a code");
        await omar.SeesAsync("Another code can be sent in a moment");
        await omar.PressAsync(omar.Page.GetByText("The phone puts unknown senders aside"));
        await omar.SeesAsync("Screen Unknown Senders");
        await Assertions.Expect(omar.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("Call me instead") })).ToBeVisibleAsync();

        await omar.FollowAsync("All help topics");

        await omar.LookAsync("Didn't get a code?");
    });

    [Fact]
    public Task An_added_phone_sees_its_code_arrive() => PlayAsync(async rachael =>
    {
        await rachael.SignInAsync("rachael");
        await rachael.FollowAsync("Add a new way to sign in or verify");
        await rachael.GiveContactAsync("+1 202-555-0147");
        await rachael.ProveAsync("E-mail", Mail("rachael"));
        await rachael.IsAtAsync("Enter the code");
        await Assertions.Expect(rachael.Page.GetByText("A code was sent by text to")).ToBeVisibleAsync();

        await Backstage.ReportAsync("+12025550147", "delivered");

        await Assertions.Expect(rachael.Page.GetByText("Delivered: the text with your code to")).ToBeVisibleAsync(s_soon);
        await rachael.LookAsync("Enter the code");
        await rachael.EnterCodeAsync("+12025550147");
        await rachael.IsHomeAsync();
    });
}
