using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>The way in (R-SIGN).</summary>
public sealed class SignInStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Theory]
    [InlineData("E-mail", "ra•••••@•••••", "rachel@mail.example")]
    [InlineData("Text message", "•••••••01", "+12025550101")]
    public Task Rachel_signs_in_by_a_code(string kind, string mask, string to) => PlayAsync(async rachel =>
    {
        await rachel.OpenAsync("/");
        await rachel.IsAtAsync("Sign in");
        await rachel.TypeAsync("Account name", Account("rachel"));
        await rachel.PressAsync("Next");
        await rachel.SeesAsync(Account("rachel"));
        await rachel.TypeAsync("Password", Password);
        await rachel.PressAsync("Sign in");

        await rachel.IsAtAsync("Verify your identity");
        await Assertions.Expect(rachel.Row(kind)).ToContainTextAsync(mask);
        await rachel.PressAsync(rachel.Row(kind));
        await rachel.SeesAsync("Look for the message marked");
        await rachel.EnterCodeAsync(to);

        await rachel.IsAtAsync("Your account is protected by 2 methods");
        await rachel.SeesAsync(Mail("rachel"));
        await rachel.SignOutAsync();
    });

    [Fact]
    public Task With_the_password_alone_the_account_is_named_on_a_small_screen_too_and_can_be_left() => PlayAsync(
        async lena =>
        {
            await lena.GivePasswordAsync("lena");
            await lena.FollowAsync("I don't have any of these");
            await lena.IsAtAsync("Replace all your security info");
            await Assertions.Expect(lena.Page.Locator("header .who-name")).ToHaveTextAsync(Account("lena"));
            await Assertions.Expect(lena.Page.Locator("header .who-name")).ToBeInViewportAsync();
            Assert.True(await lena.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));

            await lena.PressAsync("Wrong account?");

            await lena.IsAtAsync("Sign in");
            await lena.SeesNoAsync(Account("lena"));
        },
        new() { ViewportSize = new() { Width = 320, Height = 640 } });

    [Fact]
    public Task Signing_in_needs_no_script() => PlayAsync(
        async otis =>
        {
            await otis.GivePasswordAsync("otis");
            await otis.IsAtAsync("Verify your identity");
            await otis.PressAsync(otis.Row("Text message"));
            await otis.EnterCodeAsync("+12025550106");

            await otis.IsAtPathAsync("/security-info");
            await otis.SeesAsync("Your account is protected by 2 methods");
        },
        new() { JavaScriptEnabled = false });

    [Fact]
    public Task Signing_in_needs_no_mouse() => PlayAsync(async dora =>
    {
        var keys = dora.Page.Keyboard;
        await dora.OpenAsync("/sign-in");
        await keys.TypeAsync(Account("dormant"));
        await keys.PressAsync("Enter");
        await Assertions.Expect(dora.Field("Password")).ToBeFocusedAsync();
        await keys.TypeAsync(Password);
        await keys.PressAsync("Enter");
        await dora.IsAtAsync("Verify your identity");
        await dora.TabToAsync(dora.Row("E-mail"));
        await keys.PressAsync("Enter");
        await Assertions.Expect(dora.Field("Code")).ToBeFocusedAsync();
        await keys.TypeAsync(await dora.ReadCodeAsync(Mail("dormant")));
        await keys.PressAsync("Enter");

        await dora.IsHomeAsync();
    });

    [Fact]
    public Task Whoever_recognises_nothing_is_asked_about_the_account() => PlayAsync(async somebody =>
    {
        await somebody.GivePasswordAsync("rachael");
        await somebody.FollowAsync("I don't recognise these");
        await somebody.IsAtAsync("Is this your account?");
        await somebody.SeesAsync(Account("rachael"));

        await somebody.PressAsync("Wrong account?");

        await somebody.IsAtAsync("Sign in");
        await Assertions.Expect(somebody.Field("Account name")).ToHaveValueAsync("");
        await somebody.OpenAsync("/sign-in/verify");
        await somebody.IsAtAsync("Sign in");
    });

    [Fact]
    public Task A_code_is_asked_for_once_and_entered_by_whichever_way_leads_to_it() => PlayAsync(async lena =>
    {
        await lena.GivePasswordAsync("lena");
        await lena.FollowAsync("I have a code");
        await lena.SeesAsync("No code is open here.");
        await lena.FollowAsync("Try another way");
        await lena.ChooseAsync("E-mail");
        await lena.FollowAsync("Try another way");
        await lena.SeesAsync("A code is out");

        await lena.FollowAsync("I have a code");
        await lena.EnterCodeAsync(Mail("lena"));

        await lena.IsHomeAsync();
        Assert.Single(await Backstage.LettersAsync(Mail("lena")), letter => letter.Kind == "code");
    });
}
