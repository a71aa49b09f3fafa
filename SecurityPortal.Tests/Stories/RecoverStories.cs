using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>R-FORM: whoever has nothing left asks people.</summary>
public sealed class RecoverStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task A_request_is_made_and_seen_again_elsewhere() => PlayAsync(here => PlayAsync(async there =>
    {
        const string Mine = "rachel@home.example";
        await here.OpenAsync("/sign-in");
        await here.FollowAsync("Can't sign in?");
        await here.IsAtAsync("Get your account back");
        await here.TypeAsync("Account name", Account("rachel"));
        await here.TypeAsync("An e-mail address of yours", "none");
        await here.PressAsync("Next");
        await here.IsToldAsync("An e-mail address of yours", "address", "none");
        await here.TypeAsync("An e-mail address of yours", Mine);
        await here.PressAsync("Next");
        await here.SeesAsync($"We have sent a code to {Mine}.");
        await here.EnterCodeAsync(Mine);
        await here.SeesAsync("This secret is shown only now");
        var shown = await here.Page.Locator("dd code").AllInnerTextsAsync();
        await here.FollowAsync("See my request");
        await here.SeesAsync("Your request has arrived.");
        Assert.Empty(await Backstage.LettersAsync(Mail("rachel")));

        await there.OpenAsync("/recover");
        await there.FollowAsync("I have a case number");
        await there.TypeAsync("Case number", shown[0].ToLowerInvariant());
        await there.TypeAsync("Secret", "0000-0000-0000-0000");
        await there.PressAsync("Next");
        await there.SeesAsync("do not belong together");
        await Backstage.AdvanceAsync(1.Minutes);
        await there.TypeAsync("Secret", shown[1]);
        await there.PressAsync("Next");
        await there.EnterCodeAsync(Mine);
        await there.SeesAsync("Your request has arrived.");
        await there.SeesNoAsync(shown[1]);
        Assert.True(await there.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }, new() { ViewportSize = new() { Width = 320, Height = 640 } }));
}
