using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary><em>What if I lose this phone?</em>, and then it is lost.</summary>
public sealed class LossStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task Dora_sees_what_she_would_lose_before_she_loses_it() => PlayAsync(async dora =>
    {
        await dora.SignInAsync("dormant");
        await dora.OpenAsync("/security-info/advanced");
        await dora.SeesAsync("What if I lose this phone?");
        await dora.SeesAsync("You would be fine");
        var losses = dora.Page.Locator("#losses");
        await Assertions.Expect(losses.Locator(".loss-gone")).ToContainTextAsync("+1 202-555-0105");

        await losses.Locator("label.choice", new() { HasText = Mail("dormant") }).ClickAsync();

        await Assertions.Expect(losses.Locator(".loss-gone")).ToContainTextAsync(Mail("dormant"));
        await Assertions.Expect(dora.Page.Locator("#limits progress").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task Nora_reports_her_stolen_phone_and_has_a_number_to_say_to_the_help_desk() => PlayAsync(async nora =>
    {
        const string Phone = "+1 202-555-0108";
        await nora.SignInAsync("nora");
        await nora.OpenCardAsync(Phone);
        await nora.PressAsync("It is lost or stolen");
        await Assertions.Expect(nora.Dialog).ToContainTextAsync(Mail("nora"));
        await nora.PressAsync("Report it");
        await Assertions.Expect(nora.Dialog.Locator(".reference")).ToHaveTextAsync(new Regex("^[A-Z0-9]{8}$"));
        await nora.PressAsync("Close");
        await Assertions.Expect(nora.Dialog).ToHaveCountAsync(0);
        await nora.SeesAsync("Reported lost or stolen");
        await nora.IsAtAsync("Your account is protected by 1 method");

        await nora.OpenAsync("/help");
        await nora.Link("Show a number that tells the help desk who is calling").ClickAsync();
        await nora.PressAsync("Show a number");
        await Assertions.Expect(nora.Page.Locator(".caller-number [dir=ltr]")).ToHaveTextAsync(new Regex("^[0-9]{4} [0-9]{4}$"));
        await nora.SeesAsync("It ends in 9:5");

        await nora.SignOutAsync();
        await nora.GivePasswordAsync("nora");
        await nora.IsAtAsync("Verify your identity");
        await nora.SeesNoAsync("Text message");
    });
}
