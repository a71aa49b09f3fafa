using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>What a mail with a code that nobody wanted leads to (R-DEL-7), and what sign-in asks for after it (R-CODE-8).</summary>
public sealed class NotAskedForStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task A_code_I_did_not_ask_for_ends_the_strangers_sign_in_and_makes_the_next_one_harder() => PlayAsync(thief => PlayAsync(async rachel =>
    {
        await thief.GivePasswordAsync("rachel");
        await thief.ChooseAsync("E-mail");

        await rachel.OpenAsync(await rachel.LinkAsync(Mail("rachel"), "code"));
        await rachel.IsAtAsync("You didn't ask for this code?");
        await rachel.SeesNoAsync("rachel");
        await rachel.PressAsync("It is my account, but not me");
        await rachel.IsAtAsync("You said that you didn't ask for this code");

        await thief.OpenAsync("/sign-in/code");
        await thief.IsAtAsync("Sign in");
        await thief.GivePasswordAsync("rachel");
        await thief.IsAtAsync("Verify your identity");
        await thief.PressAsync(thief.Row("E-mail").First);
        await thief.IsAtAsync("Type the whole address");
        await thief.TypeAsync("Whole address", "rachelle@mail.example");
        await thief.PressAsync("Send the code");
        await thief.SeesAsync("That is not the address we have.");

        await rachel.GivePasswordAsync("rachel");
        await rachel.PressAsync(rachel.Row("E-mail").First);
        await rachel.TypeAsync("Whole address", Mail("rachel"));
        await rachel.PressAsync("Send the code");
        await rachel.IsAtAsync("Enter your code");
        await rachel.EnterCodeAsync(Mail("rachel"));
        await rachel.IsHomeAsync();
    }));

    [Fact]
    public Task Who_reads_an_address_that_is_none_of_the_accounts_is_left_alone_after_proving_it() => PlayAsync(omar => PlayAsync(async stranger =>
    {
        await omar.GivePasswordAsync("omar");
        await omar.ChooseAsync("E-mail");

        await stranger.OpenAsync(await stranger.LinkAsync(Mail("omar"), "code"));
        await stranger.FollowAsync("This is not my account");
        await stranger.IsAtAsync("This is not my account");
        await stranger.PressAsync("Send me a code to confirm");
        await stranger.TypeAsync("Code", await stranger.ReadCodeAsync(Mail("omar")));
        await stranger.PressAsync("Confirm: this is not my account");
        await stranger.IsAtAsync("You said that this is not your account");
        await stranger.SeesNoAsync("omar");

        Assert.Empty((await Backstage.NewestAsync(Mail("omar"), "code")).Links);
        Assert.NotEqual(Mail("omar"), (await Backstage.LettersAsync()).First(letter => letter.Kind == "addressDisowned").To);
        await stranger.OpenAsync("/security-info");
        await stranger.IsAtAsync("Sign in");
    }));
}
