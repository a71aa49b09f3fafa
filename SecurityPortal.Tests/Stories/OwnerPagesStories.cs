using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>Every page in a circuit is accessible in light and dark, and fits the narrowest phone.</summary>
public sealed class OwnerPagesStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task Of_security_info() => PlayAsync(async rachel =>
    {
        await rachel.SignInAsync("rachel");
        await rachel.LookAsync("Your account is protected by 2 methods");
        await rachel.TakePictureAsync("security-info");
        await rachel.TakePictureAsync("security-info-dark", ColorScheme.Dark);
        await rachel.TakePictureAsync("security-info-phone", width: 390, height: 844);
        await rachel.FollowAsync("Add a new way to sign in or verify");
        await rachel.LookAsync("Add a new way to sign in or verify");
        await rachel.GiveContactAsync("E-mail address", "none");
        await rachel.LookAsync("Add a new way to sign in or verify");
        await rachel.GiveContactAsync("rachel@post.example");
        await rachel.LookAsync("Verify that it is you");
        await rachel.PressAsync(rachel.Row("E-mail a code"));
        await rachel.SeesAsync("Look for the message marked");
        await rachel.LookAsync("Verify that it is you");
        await rachel.EnterCodeAsync(Mail("rachel"));
        await rachel.LookAsync("Enter the code");
        await rachel.FollowAsync("Enter the code later");
        await rachel.LookAsync("Your account is protected by 2 methods");
        await rachel.OpenAsync("/security-info/verify?returnUrl=/security-info/advanced");
        await rachel.LookAsync("Advanced security options");
    });

    [Fact]
    public Task Of_one_method() => PlayAsync(async otis =>
    {
        const string Protected = "Your account is protected by 2 methods";
        await otis.SignInAsync("otis");
        await otis.OpenCardAsync(Mail("otis"));
        await otis.LookAsync(Protected);
        await otis.PressAsync("Rename");
        await otis.LookAsync(Protected);
        await otis.PressAsync("Cancel");
        await otis.PressAsync(otis.Row("Message language"));
        await otis.LookAsync(Protected);
        await otis.PressAsync("Cancel");
        await otis.PressAsync("I can't find it");
        await otis.ProveAsync("E-mail", Mail("otis"));
        await otis.SeesAsync("What remains:");
        await otis.LookAtDialogAsync();
        await otis.PressAsync("Suspend it");
        await otis.LookAsync("Your account is protected by 1 method");
        await otis.OpenCardAsync("+1 202-555-0106");
        await otis.PressAsync("Remove");
        await otis.SeesAsync("This is the last method that works");
        await otis.LookAtDialogAsync();
    });

    [Fact]
    public Task Of_registering() => PlayAsync(async nina =>
    {
        await nina.GivePasswordAsync("newcomer");
        await nina.LookAsync("Keep your account secure");
        await nina.PressAsync("I want to set up a different method");
        await nina.GiveContactAsync("nina@post.example");
        await nina.LookAsync("Enter the code");
        await nina.EnterCodeAsync("nina@post.example");
        await nina.LookAsync("You're set");
        await nina.PressAsync("Finish");
        await nina.LookAsync("Your account is protected by 1 method");
    });

    [Fact]
    public Task Of_the_rehearsal() => PlayAsync(async somebody =>
    {
        await somebody.OpenAsync("/rehearsal");
        await somebody.LookAsync("Rehearsal");
        await somebody.TakePictureAsync("rehearsal");
    });
}
