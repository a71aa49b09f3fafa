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
