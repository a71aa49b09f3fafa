using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>Every plain page is accessible in light and dark, and fits the narrowest phone.</summary>
public sealed class PlainPagesStories : Story
{
    public PlainPagesStories(PortalServer portal, Browser browser)
        : base(portal, browser) => portal.Settings["Security:Passwords:WrongInARow"] = "2";

    [Fact]
    public Task On_the_way_in() => PlayAsync(async rachel =>
    {
        await rachel.OpenAsync("/sign-in");
        await rachel.LookAsync("Sign in");
        await rachel.TypeAsync("Account name", Account("rachel"));
        await rachel.TakePictureAsync("sign-in");
        await rachel.TypeAsync("Account name", "");
        await rachel.PressAsync("Next");
        await rachel.SeesAsync("Type your account name.");
        await rachel.LookAsync("Sign in");
        await rachel.TypeAsync("Account name", Account("rachel"));
        await rachel.PressAsync("Next");
        await rachel.TypeAsync("Password", Password);
        await rachel.LookAsync("Sign in");
        await rachel.PressAsync("Sign in");
        await rachel.LookAsync("Verify your identity");
        await rachel.TakePictureAsync("verify");
        await rachel.FollowAsync("I don't recognise these");
        await rachel.LookAsync("Is this your account?");
        await rachel.Page.GoBackAsync();
        await rachel.FollowAsync("I have a code");
        await rachel.SeesAsync("No code is open here.");
        await rachel.LookAsync("Enter your code");
        await rachel.FollowAsync("Try another way");
        await rachel.ChooseAsync("E-mail");
        await rachel.TypeAsync("Code", "123");
        await rachel.PressAsync("Verify");
        await rachel.LookAsync("Enter your code");
        await rachel.EnterCodeAsync(Mail("rachel"));
        await rachel.IsHomeAsync();
        await rachel.OpenAsync("/sign-out");
        await rachel.LookAsync("Do you want to sign out?");
    });

    [Fact]
    public Task At_its_dead_ends() => PlayAsync(
        async somebody =>
        {
            await somebody.GivePasswordAsync("admin", "wrong");
            await somebody.SeesAsync("This account name and password do not belong together.");
            await somebody.TypeAsync("Password", "wrong again");
            await somebody.PressAsync("Sign in");
            await somebody.LookAsync("Signing in from your network is blocked");
            await somebody.OpenAsync("/no/such/page");
            await somebody.LookAsync("This page does not exist");
            await somebody.OpenAsync("/message/0123456789abcdef");
            await somebody.LookAsync("This link does not work");
        },
        null,
        404);

    [Fact]
    public Task Where_notices_lead() => PlayAsync(async omar =>
    {
        await omar.OpenAsync("/message");
        await omar.LookAsync("Did you get a text from us?");
        await omar.GivePasswordAsync("omar");
        await omar.StartReplacementAsync("omar@post.example");
        await omar.OpenAsync(await omar.LinkAsync(Mail("omar"), "replacementStarted"));
        await omar.LookAsync("Did you ask to replace all your security info?");
        await omar.OpenAsync("/sign-in/verify");
        await omar.LookAsync("Verify your identity");
        await omar.ChooseAsync("E-mail");
        await omar.EnterCodeAsync(Mail("omar"));
        await omar.PressAsync("No, it wasn't me");
        await omar.SeesAsync("All other sessions have ended.");
        await omar.SignOutAsync();
        await omar.LookAsync("Sign in");
        await omar.GivePasswordAsync("omar");
        await omar.ChooseAsync("E-mail");
        await omar.EnterCodeAsync(Mail("omar"));
        await omar.LookAsync("Choose a new password");
    });

    [Fact]
    public Task Where_a_change_of_everything_is_undone() => PlayAsync(async henry =>
    {
        await henry.ChangeEverythingAsync("henry", "henry@post.example");
        await henry.LookAsync("Your account is protected by 1 method");
        await henry.OpenAsync(await henry.LinkAsync(Mail("henry"), "methodAdded"));
        await henry.LookAsync("Was this you?");
        await henry.OpenAsync(await henry.LinkAsync(Mail("henry"), "everythingChanged"));
        await henry.LookAsync("Did you change all your security info?");
        await henry.TypeAsync("Password", Password);
        await henry.PressAsync("Go on");
        await henry.LookAsync("Undo the change");
        await henry.PressAsync(henry.Row("Send a code to"));
        await henry.SeesAsync("Look for the message marked");
        await henry.LookAsync("Undo the change");
    });
}
