using Microsoft.Playwright;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>Lost everything: thirty days, and both of their ends (R-PEND).</summary>
public sealed class ReplacementStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    private const string Warning = "Using this will cancel the update of your security info.";

    [Fact]
    public Task On_the_29th_day_old_info_still_cancels_it() => PlayAsync(async rachel =>
    {
        await rachel.GivePasswordAsync("rachel");
        await rachel.StartReplacementAsync("rachel.new@post.example", "+1 202-555-0145");
        await rachel.SeesAsync("Day 0 of 30");
        await Backstage.AdvanceAsync(29.Days);

        await rachel.GivePasswordAsync("rachel");
        await rachel.IsAtAsync("Your security info is being updated");
        await rachel.SeesAsync("Day 29 of 30");
        await rachel.FollowAsync("Sign in with an old method");
        await rachel.SeesAsync(Warning);
        await rachel.SeesNoAsync("•45");
        await rachel.ChooseAsync("Text message");
        await rachel.SeesAsync(Warning);
        await rachel.EnterCodeAsync("+12025550101");

        await rachel.IsHomeAsync();
        await Assertions.Expect(rachel.Heading("The update of your security info was cancelled")).ToBeVisibleAsync();
        await rachel.PressAsync("Yes, I started it");
        await rachel.SeesAsync("Thank you. Nothing else changes.");
        await rachel.SeesNoAsync("Did you start it?");
        await EveryoneIsToldAsync("replacementCancelled", "+12025550101", "+12025550145", "rachel.new@post.example", Mail("rachel"));
    });

    [Fact]
    public Task An_owner_who_did_not_start_it_throws_the_other_one_out() => PlayAsync(thief => PlayAsync(async omar =>
    {
        await thief.GivePasswordAsync("omar");
        await thief.StartReplacementAsync("thief@post.example");

        await omar.GivePasswordAsync("omar");
        await omar.FollowAsync("Sign in with an old method");
        await omar.ChooseAsync("E-mail");
        await omar.EnterCodeAsync(Mail("omar"));
        await omar.PressAsync("No, it wasn't me");
        await omar.SeesAsync("All other sessions have ended.");

        await thief.IsAtPathAsync("/sign-in", within: 60.Seconds);
        await omar.SignOutAsync();
        await omar.GivePasswordAsync("omar");
        await omar.ChooseAsync("E-mail");
        await omar.EnterCodeAsync(Mail("omar"));
        await omar.IsAtAsync("Choose a new password");
        await omar.OpenAsync("/security-info");
        await omar.IsAtAsync("Choose a new password");
        await omar.TypeAsync("New password", "Four-quiet-words-77");
        await omar.PressAsync("Change password");
        await omar.IsHomeAsync();
        await EveryoneIsToldAsync("replacementCancelled", "+12025550103", Mail("omar"), "thief@post.example");
        await thief.GivePasswordAsync("omar");
        await thief.SeesAsync("This account name and password do not belong together.");
    }));

    [Fact]
    public Task After_thirty_days_only_the_new_info_signs_in() => PlayAsync(async dora =>
    {
        await dora.GivePasswordAsync("dormant");
        await dora.StartReplacementAsync("dora.new@post.example");
        await Backstage.AdvanceAsync(30.Days);

        // The page that was left open says so by itself.
        await dora.IsAtPathAsync("/pending/over", within: 60.Seconds);
        await dora.IsAtAsync("The wait is over");
        await dora.FollowAsync("Sign in");
        await dora.GivePasswordAsync("dormant");
        await dora.IsAtAsync("Verify your identity");
        await Assertions.Expect(dora.Page.Locator(".methods li")).ToHaveCountAsync(1);
        await dora.SeesNoAsync("Text message");
        await dora.ChooseAsync("E-mail");
        await dora.EnterCodeAsync("dora.new@post.example");

        await dora.IsAtAsync("Your account is protected by 1 method");
        await dora.SeesNoAsync(Mail("dormant"));
        await EveryoneIsToldAsync("replacementApplied", "+12025550105", Mail("dormant"), "dora.new@post.example");
    });

    [Fact]
    public Task A_correction_starts_the_thirty_days_again() => PlayAsync(async rachael =>
    {
        await rachael.GivePasswordAsync("rachael");
        await rachael.StartReplacementAsync("rachael.wrong@post.example", "+1 202-555-0146");
        await Backstage.AdvanceAsync(5.Days);
        await rachael.GivePasswordAsync("rachael");
        await rachael.SeesAsync("Day 5 of 30");

        await rachael.FollowAsync("Correct the new info");
        await rachael.SeesAsync("The 30 days start again");
        await rachael.PressAsync(rachael.Row("Phone"));
        await rachael.EnterCodeAsync("+12025550146");
        await rachael.SeesAsync("Remove what is wrong, add what is right.");
        await rachael.PressAsync(rachael.Row("Remove: ra"));
        await rachael.PressAsync("Add another");
        await rachael.EnterNewInfoAsync("rachael.right@post.example");
        await rachael.PressAsync("Review");
        await rachael.PressAsync("Replace my security info");

        await rachael.IsAtAsync("Your security info is being updated");
        await rachael.SeesAsync("Day 0 of 30");
        await EveryoneIsToldAsync("newInfoDropped", "rachael.wrong@post.example");
    });

    private async Task EveryoneIsToldAsync(string kind, params string[] everyone)
    {
        var told = (await Backstage.LettersAsync()).Where(letter => letter.Kind == kind && everyone.Contains(letter.To));
        Assert.Equal(everyone.Order(StringComparer.Ordinal), told.Select(letter => letter.To).Order(StringComparer.Ordinal));
    }
}
