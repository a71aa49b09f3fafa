using System.Text.RegularExpressions;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Stories.SigningIn;

namespace SecurityPortal.Tests.Stories;

/// <summary>What notices lead to: a page with one question, on which only a button acts (R-PEND-4).</summary>
public sealed partial class NoticeStories(PortalServer portal, Browser browser) : Story(portal, browser)
{
    [Fact]
    public Task Opening_a_link_changes_nothing_and_its_button_cancels() => PlayAsync(thief => PlayAsync(async rachel =>
    {
        await thief.GivePasswordAsync("rachael");
        await thief.StartReplacementAsync("thief@post.example");
        var link = await rachel.LinkAsync(Mail("rachael"), "replacementStarted");
        var sent = await Backstage.CountAsync();

        await rachel.OpenAsync(link);
        await rachel.Page.ReloadAsync();
        await rachel.IsAtAsync("Did you ask to replace all your security info?");
        await rachel.SeesNoAsync("rachael");
        Assert.Equal(sent, await Backstage.CountAsync());
        await thief.OpenAsync("/pending");
        await thief.IsAtAsync("Your security info is being updated");
        await rachel.PressAsync("This wasn't me: cancel it");

        await rachel.SeesAsync("The update is cancelled");
        Assert.Equal(
            [("replacementCancelled", Mail("rachael")), ("replacementCancelled", "thief@post.example")],
            (await Backstage.LettersSinceAsync(sent)).Select(letter => (letter.Kind, letter.To)).Order());
        await thief.OpenAsync("/pending");
        await thief.SeesNoAsync("Your security info is being updated");
        await rachel.OpenAsync("/security-info");
        await rachel.IsAtAsync("Sign in");
        await rachel.Page.GoBackAsync();
        await rachel.IsAtAsync("There is nothing to do here");
    }));

    [Fact]
    public Task A_text_carries_a_word_to_be_typed() => PlayAsync(thief => PlayAsync(async rachel =>
    {
        await thief.GivePasswordAsync("rachel");
        await thief.StartReplacementAsync("thief@post.example");
        var text = (await Backstage.NewestAsync("+12025550101", "replacementStarted")).Text;
        Assert.DoesNotContain("http", text, StringComparison.Ordinal);
        var word = Word().Match(text).Groups[1].Value;

        await rachel.OpenAsync("/message");
        await rachel.TypeAsync("Word from the text", $" {word.ToUpperInvariant()}.");
        await rachel.PressAsync("Next");
        await rachel.PressAsync("This wasn't me: cancel it");

        await rachel.SeesAsync("The update is cancelled");
        await thief.OpenAsync("/pending");
        await thief.SeesNoAsync("Your security info is being updated");
    }));

    [Fact]
    public Task Whoever_did_something_in_my_name_is_out_when_I_say_so() => PlayAsync(stranger => PlayAsync(async omar =>
    {
        await stranger.SignInAsync("omar");
        await stranger.AddAsync("stranger@post.example", provedBy: Mail("omar"));

        await omar.OpenAsync(await omar.LinkAsync(Mail("omar"), "methodAdded"));
        await omar.IsAtAsync("Was this you?");
        await omar.SeesAsync("A way to verify was added to the account.");
        await omar.PressAsync("This wasn't me");

        await omar.IsAtAsync("You said that this wasn't you");
        await stranger.OpenAsync("/security-info");
        await stranger.IsAtAsync("Sign in");
    }));

    [GeneratedRegex(@"/message\b.*?\b([a-z0-9]{10})\b")]
    private static partial Regex Word();
}
