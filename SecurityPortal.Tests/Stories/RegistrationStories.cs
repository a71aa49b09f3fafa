using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>An account without a method gets its first ones.</summary>
public sealed class RegistrationStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task A_newcomer_registers_at_the_first_sign_in() => PlayAsync(async nina =>
    {
        await nina.GivePasswordAsync("newcomer");
        await nina.IsAtAsync("Keep your account secure");
        await nina.PressAsync("I want to set up a different method");
        await nina.GiveContactAsync("+1 202-555-0144");
        await nina.IsAtAsync("Enter the code");
        await nina.EnterCodeAsync("+12025550144");
        await nina.IsAtAsync("You're set");
        await nina.PressAsync("Add another");
        await nina.IsAtAsync("Add another way");
        await nina.GiveContactAsync(Mail("nina"));
        await nina.IsAtAsync("Enter the code");
        await nina.EnterCodeAsync(Mail("nina"));
        await nina.IsAtAsync("You're set");
        await nina.PressAsync("Finish");
        await nina.IsAtAsync("Your account is protected by 2 methods");
        await nina.SignOutAsync();

        await nina.GivePasswordAsync("newcomer");
        await nina.ChooseAsync("Text message");
        await nina.EnterCodeAsync("+12025550144");

        await nina.IsHomeAsync();
    });
}
