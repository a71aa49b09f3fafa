using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>R-PASS-2: a forgotten password.</summary>
public sealed class ForgotPasswordStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    private const string NewPassword = "Four-quiet-words-77";

    [Fact]
    public Task Two_methods_of_different_kinds_set_a_new_one() => PlayAsync(async otis =>
    {
        await otis.OpenAsync("/sign-in");
        await otis.TypeAsync("Account name", Account("otis"));
        await otis.PressAsync("Next");
        await otis.FollowAsync("Forgot password?");
        await otis.IsAtAsync("Forgot password");
        await otis.TypeAsync("One of your registered e-mail addresses or phone numbers", "otis");
        await otis.PressAsync("Next");
        await otis.IsToldAsync("One of your registered e-mail addresses or phone numbers", "number", "otis");
        await otis.TypeAsync("One of your registered e-mail addresses or phone numbers", Mail("otis"));
        await otis.PressAsync("Next");
        await otis.SeesAsync("If that matches, we have sent a code.");
        await otis.EnterCodeAsync(Mail("otis"));
        await otis.SeesAsync("That was right. Now prove another method.");
        await otis.PressAsync(otis.Row("Text message"));
        await otis.SeesAsync("We have sent a code to •••••••06.");
        await otis.EnterCodeAsync("+12025550106");
        await otis.TypeAsync("New password", "password1234");
        await otis.PressAsync("Change password");
        await otis.SeesAsync("too");
        await otis.TypeAsync("New password", NewPassword);
        await otis.PressAsync("Change password");
        await otis.SeesAsync("Your new password is set. Sign in with it.");

        await otis.SignInAsync("otis", NewPassword);
        await otis.OpenAsync(await otis.LinkAsync(Mail("otis"), "passwordReset"));
        await otis.PressAsync("This wasn't me");
        await otis.GivePasswordAsync("otis", NewPassword);
        await otis.SeesAsync("do not belong together");
    });

    [Fact]
    public Task Whoever_knows_no_method_learns_nothing() => PlayAsync(async stranger =>
    {
        await stranger.OpenAsync("/forgot-password");
        await stranger.TypeAsync("Account name", Account("rachel"));
        await stranger.TypeAsync("One of your registered e-mail addresses or phone numbers", "guess@mail.example");
        await stranger.PressAsync("Next");
        await stranger.SeesAsync("If that matches, we have sent a code.");
        Assert.Empty(await Backstage.LettersAsync("guess@mail.example"));
        Assert.Empty(await Backstage.LettersAsync(Mail("rachel")));
        for (var i = 0; i < 5; i++)
        {
            await stranger.TypeAsync("Code", "00000000");
            await stranger.PressAsync("Verify");
        }

        await stranger.SeesAsync("This reset has ended");
        await stranger.SeesAsync("One of your registered e-mail addresses or phone numbers");
    });

    [Fact]
    public Task With_one_kind_of_method_it_says_what_else_helps() => PlayAsync(async lena =>
    {
        await lena.OpenAsync("/forgot-password");
        await lena.TypeAsync("Account name", Account("lena"));
        await lena.TypeAsync("One of your registered e-mail addresses or phone numbers", Mail("lena"));
        await lena.PressAsync("Next");
        await lena.EnterCodeAsync(Mail("lena"));

        await lena.SeesAsync("You have no other method that would do");
    });
}
