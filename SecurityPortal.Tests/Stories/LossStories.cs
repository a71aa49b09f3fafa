using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary><em>What if I lose this phone?</em></summary>
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
}
