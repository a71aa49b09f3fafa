using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>A browser that needs no code for a while (R-SIGN-3).</summary>
public sealed class RememberedStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task The_password_is_enough_until_the_browser_is_forgotten() => PlayAsync(ForgetAsync);

    [Fact]
    public Task In_German_too() => PlayAsync(
        page => ForgetAsync(new(page.Page, Backstage, German.Of), "omar"), new() { Locale = "de-DE" });

    [Fact]
    public Task While_everything_is_being_replaced_it_leads_to_the_pending_page() => PlayAsync(dora => PlayAsync(async stranger =>
    {
        await dora.RememberAsync("dormant");
        await dora.SignOutAsync();
        await stranger.GivePasswordAsync("dormant");
        await stranger.StartReplacementAsync("stranger@post.example");

        await dora.GivePasswordAsync("dormant");
        await dora.IsAtAsync("Your security info is being updated");
        await dora.FollowAsync("Sign in with an old method");
        await dora.ChooseAsync("E-mail");
        await Assertions.Expect(dora.Field("Remember this browser")).ToHaveCountAsync(0);
        await dora.EnterCodeAsync(Mail("dormant"));
        await dora.IsHomeAsync();
        await dora.PressAsync("No, it wasn't me");

        // Somebody knows the password: no browser is remembered any more.
        await dora.SignOutAsync();
        await dora.GivePasswordAsync("dormant");
        await dora.IsAtAsync("Verify your identity");
    }));

    private Task ForgetAsync(Person person) => ForgetAsync(person, "rachel");

    private async Task ForgetAsync(Person person, string name)
    {
        await person.RememberAsync(name);
        await person.SignOutAsync();
        await person.GivePasswordAsync(name);
        await person.IsHomeAsync();
        Assert.Equal(1, (await Backstage.LettersAsync(Mail(name))).Count(letter => letter.Kind == "code"));
        Assert.Single(await Backstage.LettersAsync(Mail(name)), letter => letter.Kind == "browserRemembered");

        await Backstage.AdvanceAsync(1.Minutes);
        await person.OpenAsync("/security-info/advanced");
        await person.PressAsync(person.Page.Locator(".remembered button"));
        await person.ProveAsync("E-mail", Mail(name));
        await person.SeesAsync("Remembered browsers");
        await Assertions.Expect(person.Page.Locator(".remembered")).ToHaveCountAsync(0);
        await person.SignOutAsync();
        await person.GivePasswordAsync(name);
        await person.IsAtAsync("Verify your identity");
    }
}

file static class Remembering
{
    extension(Person person)
    {
        public async Task RememberAsync(string name)
        {
            await person.GivePasswordAsync(name);
            await person.ChooseAsync("E-mail");
            await person.Field("Remember this browser").CheckAsync();
            await person.EnterCodeAsync(Mail(name));
            await person.IsHomeAsync();
        }
    }
}
