using OtpNet;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>Codes that an app shows, and nobody sends (R-PASS-4).</summary>
public sealed class AppStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task An_app_is_added_and_signs_its_owner_in() => PlayAsync(async rachel =>
    {
        await rachel.SignInAsync("rachel");
        await rachel.FollowAsync("Add a new way to sign in or verify");
        await rachel.PressAsync(rachel.Row("Use an authenticator app"));
        await rachel.ProveAsync("E-mail", Mail("rachel"));
        await rachel.IsAtAsync("Set up your authenticator app");
        var app = await rachel.TakeKeyAsync();
        await rachel.EnterAsync(app);
        await rachel.IsHomeAsync();
        await rachel.SeesAsync("Your account is protected by 3 methods");
        await rachel.SignOutAsync();
        await rachel.Backstage.AdvanceAsync(1.Minutes);

        await rachel.GivePasswordAsync("rachel");
        await rachel.ChooseAsync("Code from your authenticator app");
        Assert.Equal(0, await rachel.Page.GetByText("Send another code").CountAsync());
        await rachel.EnterAsync(app);

        await rachel.IsHomeAsync();
    });

    [Fact]
    public Task A_newcomer_can_begin_with_an_app() => PlayAsync(async nina =>
    {
        await nina.GivePasswordAsync("newcomer");
        await nina.IsAtAsync("Keep your account secure");
        await nina.PressAsync("I want to set up a different method");
        await nina.PressAsync(nina.Row("Use an authenticator app"));
        await nina.IsAtAsync("Set up your authenticator app");
        var app = await nina.TakeKeyAsync();
        await nina.TypeAsync("Code", "000000");
        await nina.PressAsync("Verify");
        await nina.EnterAsync(app);
        await nina.IsAtAsync("You're set");
        await nina.PressAsync("Finish");

        await nina.IsHomeAsync();
    });
}

internal static class WithAnApp
{
    extension(Person person)
    {
        /// <summary>As it is typed into an app where there is no camera.</summary>
        public async Task<Totp> TakeKeyAsync()
        {
            var key = await person.Page.Locator(".app-key").InnerTextAsync();
            return new(Base32Encoding.ToBytes(key.Replace(" ", "", StringComparison.Ordinal)));
        }

        public async Task EnterAsync(Totp app)
        {
            await person.TypeAsync("Code", app.ComputeTotp((await person.Backstage.NowAsync()).UtcDateTime));
            await person.PressAsync("Verify");
        }
    }
}
