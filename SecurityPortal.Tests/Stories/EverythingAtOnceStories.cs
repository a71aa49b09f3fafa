using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>Changing all security info at once, and undoing it (R-RESTRICT).</summary>
public sealed class EverythingAtOnceStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    private const string Title = "You are changing all your security info at once";

    [Fact]
    public Task The_dialog_warns_and_offers_to_wait() => PlayAsync(async audrey =>
    {
        await audrey.SignInAsync("audrey");
        await audrey.AddAsync("audrey@post.example", provedBy: Mail("audrey"));
        await audrey.RemoveAsync(Mail("audrey"));
        await Assertions.Expect(audrey.Dialog.GetByRole(AriaRole.Heading)).ToHaveTextAsync(Title);
        await Assertions.Expect(audrey.Dialog).ToContainTextAsync("in 30 days");

        await audrey.PressAsync("Keep it until the new one is established");

        await Assertions.Expect(audrey.Dialog).ToHaveCountAsync(0);
        await audrey.SeesAsync(Mail("audrey"));
        await audrey.SeesNoAsync("Your security info is closed for now");
    });

    [Fact]
    public Task The_owner_undoes_it_and_keeps_both() => PlayAsync(async rachael =>
    {
        await rachael.ChangeEverythingAsync("rachael", "rachael@post.example");
        await rachael.SeesNoAsync("Add a new way to sign in or verify");
        await rachael.SignOutAsync();
        await rachael.GivePasswordAsync("rachael");
        await rachael.ChooseAsync("E-mail");
        await rachael.EnterCodeAsync("rachael@post.example");
        await rachael.IsHomeAsync();
        await rachael.SignOutAsync();

        await rachael.BeginUndoAsync(Mail("rachael"));
        await rachael.TypeAsync("Code", await rachael.ReadCodeAsync(Mail("rachael")));
        await rachael.PressAsync("Undo: keep both");

        await rachael.SeesAsync("The change is undone: your old and your new info both work.");
        await rachael.SignInAsync("rachael");
        await rachael.IsAtAsync("Your account is protected by 2 methods");
    });

    /// <summary>No message reaches what went, so there is a way without a link.</summary>
    [Fact]
    public Task A_passkey_that_went_is_put_back_by_itself_and_the_password() => PlayAsync(async nina =>
    {
        var sensor = await Sensor.OnAsync(nina);
        await nina.GivePasswordAsync("newcomer");
        await sensor.TouchAsync(async () =>
        {
            await nina.PressAsync(nina.Row("Use a passkey"));
            await nina.IsAtAsync("You're set");
        });
        await nina.PressAsync("Finish");
        await nina.IsHomeAsync();
        await nina.FollowAsync("Add a new way to sign in or verify");
        await nina.GiveContactAsync("nina@post.example");
        await nina.IsAtAsync("Verify that it is you");
        await sensor.TouchAsync(async () =>
        {
            await nina.PressAsync(nina.Row("Use a passkey").First);
            await nina.IsAtAsync("Enter the code");
        });
        await nina.EnterCodeAsync("nina@post.example");
        await nina.IsHomeAsync();
        await nina.RemoveAsync("Chrome");
        await nina.PressAsync("Remove it anyway");
        await nina.SeesAsync("Your security info is closed for now");
        await nina.SignOutAsync();

        await nina.OpenAsync("/sign-in");
        await nina.TypeAsync("Account name", Account("newcomer"));
        await nina.PressAsync("Next");
        await nina.FollowAsync("Somebody changed all my security info");
        await nina.TypeAsync("Password", "not that one");
        await nina.PressAsync("Go on");
        await nina.IsToldAsync("Password", "This account name and password do not belong together.", "");
        await nina.TypeAsync("Password", Password);
        await nina.PressAsync("Go on");
        await nina.IsAtAsync("Undo the change");
        await nina.PressAsync(nina.Choice("This wasn't me"));
        await sensor.TouchAsync(async () =>
        {
            await nina.PressAsync("Use a passkey");
            await nina.SeesAsync("The change is undone: your old info is back, the new one is gone");
        });
    });

    [Fact]
    public Task The_owner_takes_it_back_from_a_stranger() => PlayAsync(stranger => PlayAsync(async henry =>
    {
        await stranger.ChangeEverythingAsync("henry", "stranger@post.example");
        var link = await henry.BeginUndoAsync(Mail("henry"));
        await henry.TypeAsync("Code", await henry.ReadCodeAsync(Mail("henry")));
        await henry.PressAsync("This wasn't me");

        await henry.SeesAsync("The change is undone: your old info is back, the new one is gone");
        await stranger.OpenAsync("/security-info");
        await stranger.IsAtAsync("Sign in");
        await henry.GivePasswordAsync("henry");
        await henry.ChooseAsync("E-mail");
        await henry.EnterCodeAsync(Mail("henry"));
        await henry.IsAtAsync("Choose a new password");
        await henry.TypeAsync("New password", "Four-quiet-words-77");
        await henry.PressAsync("Change password");
        await henry.IsAtAsync("Your account is protected by 1 method");
        await henry.SeesNoAsync("stranger@post.example");
        await henry.OpenAsync(link);
        await henry.IsAtAsync("There is nothing to do here");
    }));

    [Fact]
    public Task The_notices_link_alone_only_reports() => PlayAsync(async lena =>
    {
        await lena.ChangeEverythingAsync("lena", "lena@post.example");
        await lena.SignOutAsync();
        await lena.OpenAsync(await lena.LinkAsync(Mail("lena"), "everythingChanged"));
        await lena.IsAtAsync("Did you change all your security info?");

        await lena.PressAsync("This wasn't me");

        await lena.SeesAsync("Thank you, it is recorded.");
        await lena.GivePasswordAsync("lena");
        await lena.ChooseAsync("E-mail");
        await lena.EnterCodeAsync("lena@post.example");
        await lena.SeesAsync("Your security info is closed for now");
    });
}
