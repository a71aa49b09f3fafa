using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>R-PASS-6, R-PASS-3: codes on paper, and life without a password.</summary>
public sealed class RecoveryCodeStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task They_are_shown_once_saved_and_let_in_whoever_has_nothing_else() => PlayAsync(async lena =>
    {
        await lena.SignInAsync("lena");
        var codes = await lena.MakeCodesAsync(provedBy: Mail("lena"));
        Assert.Equal(10, codes.Length);
        await lena.PressAsync("I have saved these codes");
        await lena.SeesAsync("Make new codes");
        await lena.OpenAsync("/security-info/advanced");
        await lena.SeesNoAsync(codes[0]);
        await lena.SignOutAsync();

        await lena.GivePasswordAsync("lena");
        await lena.FollowAsync("I don't have any of these");
        await lena.FollowAsync("Use a recovery code");
        await lena.IsAtAsync("Use a recovery code");
        await lena.TypeAsync("Recovery code", "not one");
        await lena.PressAsync("Verify");
        await lena.IsToldAsync("Recovery code", "That is not a recovery code", "not one");
        await lena.TypeAsync("Recovery code", codes[0]);
        await lena.PressAsync("Verify");

        await lena.IsHomeAsync();
    });

    [Fact]
    public Task With_few_left_the_page_says_so_and_one_proves_a_change() => PlayAsync(async audrey =>
    {
        await audrey.SignInAsync("audrey");
        var codes = await audrey.MakeCodesAsync(provedBy: Mail("audrey"));
        await audrey.PressAsync("I have saved these codes");
        await audrey.SeesAsync("Make new codes");
        foreach (var code in codes.Take(7))
        {
            await audrey.SignOutAsync();
            await audrey.GivePasswordAsync("audrey");
            await audrey.FollowAsync("Use a recovery code");
            await audrey.TypeAsync("Recovery code", code);
            await audrey.PressAsync("Verify");
            await audrey.IsHomeAsync();
        }

        await audrey.SeesAsync("Only 3 recovery codes are left");
        await audrey.OpenAsync("/security-info?step=verify");
        await audrey.PressAsync("Use a recovery code");
        await audrey.TypeAsync("Recovery code", codes[8]);
        await audrey.PressAsync("Verify");
        await audrey.SeesAsync("You have proved that it is you.");
        await audrey.SeesAsync("Only 2 recovery codes are left");
    });

    [Fact]
    public Task Without_a_password_an_app_and_then_a_code_sign_in_and_one_can_be_set_again() => PlayAsync(async otis =>
    {
        await otis.SignInAsync("otis");
        await otis.OpenAsync("/security-info/add");
        await otis.PressAsync(otis.Row("Use an authenticator app"));
        await otis.ProveAsync("E-mail", Mail("otis"));
        await otis.IsAtAsync("Set up your authenticator app");
        var app = await otis.TakeKeyAsync();
        await otis.EnterAsync(app);
        await otis.IsHomeAsync();
        _ = await otis.MakeCodesAsync(provedBy: null);
        await otis.PressAsync("I have saved these codes");
        await otis.SeesAsync("Make new codes");
        await otis.PressAsync("Go passwordless");
        await otis.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await otis.PressAsync("Go passwordless");
        await otis.SeesAsync("Your account has no password.");
        await otis.SignOutAsync();

        await otis.GivePasswordAsync("otis");
        await otis.SeesAsync("do not belong together");
        await Backstage.AdvanceAsync(1.Minutes);
        await otis.FollowAsync("I sign in without a password");
        await otis.IsAtAsync("Sign in without a password");
        await otis.TypeAsync("Code", app.ComputeTotp((await Backstage.NowAsync()).UtcDateTime));
        await otis.PressAsync("Next");
        await otis.IsAtAsync("Verify your identity");
        await otis.SeesNoAsync("Code from your authenticator app");
        await otis.ChooseAsync("E-mail");
        await otis.EnterCodeAsync(Mail("otis"));
        await otis.IsHomeAsync();

        await otis.OpenAsync("/security-info/advanced");
        await otis.PressAsync("Set a password again");
        await otis.TypeAsync("New password", "Four-quiet-words-77");
        await otis.SeesAsync("Strong");
        await otis.SendFormAsync("Set a password again");
        await otis.ProveAsync("E-mail", Mail("otis"));
        await otis.SeesAsync("A new password ends all other sessions");
        await otis.SignOutAsync();
        await otis.GivePasswordAsync("otis", "Four-quiet-words-77");
        await otis.IsAtAsync("Verify your identity");
    });
}

file static class OnPaper
{
    extension(Person person)
    {
        public async Task<string[]> MakeCodesAsync(string? provedBy)
        {
            await person.OpenAsync("/security-info/advanced");
            await person.PressAsync("Make recovery codes");
            if (provedBy is not null)
                await person.ProveAsync("E-mail", provedBy);
            await person.SeesAsync("These codes are shown only now");
            return [.. await person.Page.Locator(".paper code").AllInnerTextsAsync()];
        }

        /// <summary>The button that sends the form, not the one that opened it.</summary>
        public Task SendFormAsync(string submit) => person.PressAsync(person.Page.Locator("button[type=submit]").GetByText(submit));
    }
}
