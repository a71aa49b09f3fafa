using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>Reload, back, a second tab and a lost line, at every step: the same step, and nothing is sent twice.</summary>
public sealed class SameStepStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task Of_signing_in() => PlayOnABadLineAsync(async rachel =>
    {
        var shaken = await Shaken.OfAsync(rachel);
        await rachel.OpenAsync("/sign-in");
        await rachel.TypeAsync("Account name", Account("rachel"));
        await rachel.PressAsync("Next");
        await shaken.StaysAsync(person => Assertions.Expect(person.Field("Password")).ToBeVisibleAsync());
        await rachel.TypeAsync("Password", Password);
        await rachel.PressAsync("Sign in");
        await shaken.StaysAtAsync("Verify your identity");
        await rachel.ChooseAsync("E-mail");
        await shaken.StaysAtAsync("Enter your code");
        await rachel.EnterCodeAsync(Mail("rachel"));
        await rachel.IsHomeAsync();
        await shaken.StaysAtAsync("Your account is protected by 2 methods");

        await shaken.HasSentAsync(("code", Mail("rachel")));
    });

    [Fact]
    public Task Of_registering() => PlayOnABadLineAsync(async nina =>
    {
        var shaken = await Shaken.OfAsync(nina);
        await nina.GivePasswordAsync("newcomer");
        await shaken.StaysAtAsync("Keep your account secure");
        await nina.PressAsync("I want to set up a different method");
        await nina.GiveContactAsync(Mail("nina"));
        await shaken.StaysAtAsync("Enter the code");
        await nina.EnterCodeAsync(Mail("nina"));
        await shaken.StaysAtAsync("You're set");
        await nina.PressAsync("Add another");
        await shaken.StaysAtAsync("Add another way");
        await nina.PressAsync("Cancel");
        await nina.IsAtAsync("You're set");
        await nina.PressAsync("Finish");
        await nina.IsHomeAsync();

        await shaken.HasSentAsync(("code", Mail("nina")), ("methodAdded", Mail("nina")));
    });

    [Fact]
    public Task Of_adding() => PlayOnABadLineAsync(async otis =>
    {
        await otis.SignInAsync("otis");
        var shaken = await Shaken.OfAsync(otis);
        await otis.OpenAsync("/security-info");
        await otis.FollowAsync("Add a new way to sign in or verify");
        await shaken.StaysAtAsync("Add a new way to sign in or verify");
        await otis.GiveContactAsync("otis@post.example");
        await shaken.StaysAtAsync("Verify that it is you");
        await otis.PressAsync(otis.Row("E-mail a code"));
        await shaken.StaysAsync(person => person.SeesAsync("Look for the message marked"));
        await otis.EnterCodeAsync(Mail("otis"));
        await otis.IsAtAsync("Add a new way to sign in or verify");
        await otis.GiveContactAsync("otis@post.example");
        await shaken.StaysAtAsync("Enter the code");
        await otis.EnterCodeAsync("otis@post.example");
        await otis.IsHomeAsync();
        await shaken.StaysAtAsync("Your account is protected by 3 methods");

        await shaken.HasSentAsync(
            ("code", Mail("otis")),
            ("code", "otis@post.example"),
            ("methodAdded", "+12025550106"),
            ("methodAdded", Mail("otis")),
            ("methodAdded", "otis@post.example"));
    });

    [Fact]
    public Task Of_replacing_and_waiting() => PlayOnABadLineAsync(async rachael =>
    {
        var shaken = await Shaken.OfAsync(rachael);
        await rachael.GivePasswordAsync("rachael");
        await rachael.FollowAsync("I don't have any of these");
        await shaken.StaysAtAsync("Replace all your security info");
        await rachael.PressAsync("Enter new info");
        await shaken.StaysAtAsync("How can we reach you from now on?");
        await rachael.GiveContactAsync("rachael@post.example");
        await shaken.StaysAtAsync("Enter the code");
        await rachael.EnterCodeAsync("rachael@post.example");
        await shaken.StaysAtAsync("Your new info");
        await rachael.PressAsync("Review");
        await shaken.StaysAtAsync("Replace my security info?");
        await rachael.PressAsync("Replace my security info");
        await shaken.StaysAtAsync("Your security info is being updated");
        await rachael.FollowAsync("Correct the new info");
        await shaken.StaysAtAsync("Correct the new info");
        await rachael.FollowAsync("Back");
        await rachael.FollowAsync("Cancel the update");
        await shaken.StaysAtAsync("Cancel the update?");

        await shaken.HasSentAsync(
            ("code", "rachael@post.example"), ("replacementStarted", Mail("rachael")), ("replacementStarted", "rachael@post.example"));
    });
}
