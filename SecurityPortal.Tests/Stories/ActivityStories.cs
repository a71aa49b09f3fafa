using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>R-ACT-1: somebody knows the password, and its owner hears of it, sees it and shuts them out.</summary>
public sealed class ActivityStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task Somebody_who_knows_the_password_is_seen_and_shut_out() => SomebodyKnowsThePasswordAsync("rachel", new(), english => english);

    [Fact]
    public Task The_same_in_German() => SomebodyKnowsThePasswordAsync("rachael", new() { Locale = "de-DE" }, German.Of);

    [Fact]
    public Task Whoever_added_a_method_is_out_and_the_method_is_named() => PlayAsync(thief => PlayAsync(async omar =>
    {
        await thief.SignInAsync("omar");
        await thief.AddAsync("thief@post.example", provedBy: Mail("omar"));
        await omar.SignInAsync("omar");
        await omar.FollowAsync("Recent activity");
        await omar.IsAtAsync("Recent activity");

        await omar.PressAsync(omar.Row("This wasn't me: thief@post.example was added"));

        await omar.IsAtAsync("Secure your account");
        await omar.SeesAsync("The session that did it is signed out");
        await thief.OpenAsync("/security-info");
        await thief.IsAtAsync("Sign in");
        await omar.Page.ReloadAsync();
        await omar.IsAtAsync("Secure your account");
        await omar.FollowAsync("Remove thief@post.example");
        await Assertions.Expect(omar.Dialog).ToContainTextAsync("Remove thief@post.example?");
    }));

    private Task SomebodyKnowsThePasswordAsync(string name, BrowserNewContextOptions with, Func<string, string> language) => PlayAsync(thief => PlayAsync(
        async page =>
        {
            Person owner = new(page.Page, Backstage, language);
            await thief.GivePasswordAsync(name);
            await thief.IsAtAsync("Verify your identity");
            await Backstage.AdvanceAsync(TimeSpan.FromMinutes(15));
            _ = Assert.Single(await Backstage.LettersAsync(Mail(name)), letter => letter.Kind == "passwordKnown");

            await owner.SignInAsync(name);
            await owner.FollowAsync("1 thing to look at");
            await owner.IsAtAsync("Recent activity");
            await owner.SeesAsync("Somebody knows your password, from a browser that we do not know");
            await owner.PressAsync(owner.Row("This wasn't me").First);
            await owner.IsAtAsync("Secure your account");
            await owner.PressAsync("Secure my account");
            await owner.ProveAsync("E-mail", Mail(name));
            await owner.IsAtAsync("Choose a new password");
            await owner.TypeAsync("New password", "Four-quiet-words-77");
            await owner.PressAsync("Change password");
            await owner.IsHomeAsync();

            await owner.FollowAsync("Recent activity");
            await owner.FollowAsync("What follows from it");
            await owner.SeesAsync("You have chosen a new one since:");
            await thief.GivePasswordAsync(name);
            await thief.SeesAsync("This account name and password do not belong together.");
        },
        with));
}
