using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>Entering a code on the plain page (R-CODE).</summary>
public sealed class CodePageTests
{
    [Theory]
    [InlineData("", "Type the code from the message.", 5)]
    [InlineData("12ab56", "A code is made of digits only.", 5)]
    [InlineData("1234567890", "A code is made of digits only.", 5)]
    [InlineData("\u0001\u0007", "A code is made of digits only.", 5)]
    public async Task What_is_no_code_is_no_try(string typed, string said, int triesLeft)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);

        await tab.TypeCodeAsync(typed);

        Assert.Contains(said, tab.Page.QuerySelector("#code-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, tab.Page.QuerySelector("#code")!.GetAttribute("value") ?? "");
        Assert.Equal(triesLeft, (await ChallengeAsync(portal)).TriesLeft());
    }

    [Fact]
    public async Task Ten_thousand_characters_are_no_code_and_are_kept()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);

        await tab.TypeCodeAsync(new('7', 10_000));

        Assert.Contains("digits only", tab.Alert, StringComparison.Ordinal);
        Assert.Equal(10_000, tab.Page.QuerySelector("#code")!.GetAttribute("value")!.Length);
    }

    [Fact]
    public async Task Wrong_codes_keep_the_place_and_count_down_to_a_new_code()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        var wrong = People.Not(await portal.CodeToAsync(People.RachelsMail));
        List<string> said = [];

        for (var tries = 0; tries < 5; tries++)
        {
            await tab.TypeCodeAsync(wrong);
            Assert.Equal((303, "Enter your code"), ((int)tab.Answer, tab.Heading));
            Assert.Contains("Request ID 0H", tab.Text, StringComparison.Ordinal);
            if (tries < 4)
                tab.AssertIsAtFault("code", "This is not the code.");
            said.Add(tab.Alert!);
            Assert.Null(tab.Page.QuerySelector("#code-hint"));
        }

        Assert.Collection(
            said,
            first => Assert.Contains("4 tries are left", first, StringComparison.Ordinal),
            second => Assert.Contains("3 tries are left", second, StringComparison.Ordinal),
            third => Assert.Contains("2 tries are left", third, StringComparison.Ordinal),
            fourth => Assert.Contains("one try is left", fourth, StringComparison.Ordinal),
            fifth => Assert.Contains("Ask for a new code, or choose another way.", fifth, StringComparison.Ordinal));
        Assert.Null(tab.Page.QuerySelector("#code"));

        portal.Clock.Advance(30.Seconds);
        await tab.PressAsync("Send a code to");
        await tab.TypeCodeAsync(await portal.CodeToAsync(People.RachelsMail));
        Assert.Equal("/security-info", tab.Address);
    }

    [Fact]
    public async Task Reload_keeps_the_tries_that_are_left_in_sight()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        var wrong = People.Not(await portal.CodeToAsync(People.RachelsMail));
        for (var tries = 0; tries < 2; tries++)
            await tab.TypeCodeAsync(wrong);

        await tab.ReloadAsync();

        Assert.Null(tab.Alert);
        Assert.Contains("3 tries are left.", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_code_is_told_so()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        var code = await portal.CodeToAsync(People.RachelsMail);

        portal.Clock.Advance(10.Minutes);
        await tab.TypeCodeAsync(code);

        Assert.Contains("The time of this code is over.", tab.Alert, StringComparison.Ordinal);
        Assert.NotNull(tab.Find("Send a code to"));
    }

    [Fact]
    public async Task A_code_of_another_session_is_told_so()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        _ = await portal.SentToAsync(People.RachelsMail);
        using var other = await AskedAsync(portal);
        var ofOther = (await portal.SentToAsync(People.RachelsMail))[^1].Code!;
        var challenge = other.Page.QuerySelector("[name=challenge]")!.GetAttribute("value")!;

        await tab.PressAsync("Verify", ("code", ofOther), ("challenge", challenge));

        Assert.Contains("it was asked for in another tab", tab.Alert, StringComparison.Ordinal);
        await other.TypeCodeAsync(ofOther);
        Assert.Equal("/security-info", other.Address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public async Task A_tampered_challenge_is_no_challenge(string challenge)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        var code = await portal.CodeToAsync(People.RachelsMail);

        await tab.PressAsync("Verify", ("code", code), ("challenge", challenge));

        Assert.Contains("No code is open here", tab.Alert, StringComparison.Ordinal);
        await tab.TypeCodeAsync(code);
        Assert.Equal("/security-info", tab.Address);
    }

    [Fact]
    public async Task A_code_for_one_method_does_not_answer_the_others()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        var mailed = await portal.CodeToAsync(People.RachelsMail);
        await tab.ClickAsync("Try another way");
        await tab.ChooseAsync(People.RachelsPhone);

        await tab.TypeCodeAsync(mailed);

        Assert.Contains("This is not the code.", tab.Alert, StringComparison.Ordinal);
        await tab.ClickAsync("Try another way");
        await tab.ChooseAsync(People.RachelsMail);
        await tab.TypeCodeAsync(mailed);
        Assert.Equal("/security-info", tab.Address);
    }

    [Fact]
    public async Task A_second_tab_whose_sign_in_is_done_lands_where_the_first_is()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        var second = tab.NewTab();
        await second.OpenAsync(tab.Address);
        var code = await portal.CodeToAsync(People.RachelsMail);
        await tab.TypeCodeAsync(code);

        await second.TypeCodeAsync(code);

        Assert.Equal("/security-info", second.Address);
    }

    [Fact]
    public async Task Reload_back_and_a_second_tab_send_nothing_twice()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        var reference = tab.Page.QuerySelector(".reference")!.TextContent;

        await tab.ReloadAsync();
        await tab.ClickAsync("Try another way");
        Assert.Contains("A code is out", tab.Find(People.RachelsMail.Masked).TextContent, StringComparison.Ordinal);
        await tab.ChooseAsync(People.RachelsMail);
        var second = tab.NewTab();
        await second.OpenAsync("/sign-in/verify");
        await second.ChooseAsync(People.RachelsMail);
        await second.OpenAsync("/sign-in/code");

        Assert.Equal(reference, second.Page.QuerySelector(".reference")!.TextContent);
        Assert.Single(await portal.SentToAsync(People.RachelsMail));
    }

    [Fact]
    public async Task Another_code_is_the_same_one_after_its_wait()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);

        await tab.PressAsync("Send another code");
        Assert.Contains("A code was sent a moment ago", tab.Alert, StringComparison.Ordinal);
        portal.Clock.Advance(30.Seconds);
        await tab.PressAsync("Send another code");

        Assert.Contains("Asked for once more.", tab.Text, StringComparison.Ordinal);
        var sent = await portal.SentToAsync(People.RachelsMail);
        Assert.Equal(2, sent.Count);
        Assert.Single(sent.Select(message => message.Code).Distinct());
    }

    [Fact]
    public async Task I_have_a_code_says_when_none_is_open()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();

        await tab.ClickAsync("I have a code");

        Assert.Contains("No code is open here.", tab.Text, StringComparison.Ordinal);
        await tab.ClickAsync("Try another way");
        Assert.Equal("/sign-in/verify", tab.Address);
    }

    [Fact]
    public async Task I_dont_recognise_these_asks_about_the_name_and_names_nobody_else()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();

        await tab.ClickAsync("I don't recognise these");

        Assert.Equal(People.Rachel, tab.Page.QuerySelector(".account-large")!.TextContent);
        Assert.NotNull(tab.Find("Wrong account?"));
        Assert.Contains(tab.Page.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/replace");
    }

    /// <summary>R-SIGN-3.</summary>
    [Fact]
    public async Task A_remembered_browser_is_asked_for_no_code_the_next_time()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        Assert.False(tab.Page.QuerySelector("#remember")!.HasAttribute("checked"));

        await tab.PressAsync("Verify", ("code", await portal.CodeToAsync(People.RachelsMail)), ("remember", "1"));
        Assert.Equal("/security-info", tab.Address);
        await tab.PressAsync("Sign out");
        await tab.OpenAsync("/sign-in?returnUrl=/security-info/advanced");
        await tab.PressAsync("Next", ("account", People.Rachel));
        Assert.Equal("Password", tab.Page.QuerySelector("label[for=password]")!.TextContent.Trim());
        await tab.TypePasswordAsync();

        Assert.Equal("/security-info/advanced", tab.Address);
        using var elsewhere = portal.Visit();
        await elsewhere.GivePasswordAsync();
        Assert.Equal("Verify your identity", elsewhere.Heading);
    }

    [Fact]
    public async Task What_was_ticked_is_still_ticked_after_a_wrong_code_and_after_none()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);

        await tab.PressAsync("Verify", ("code", ""), ("remember", "1"));
        Assert.True(tab.Page.QuerySelector("#remember")!.HasAttribute("checked"));
        await tab.PressAsync("Verify", ("code", People.Not(await portal.CodeToAsync(People.RachelsMail))));
        Assert.Equal(System.Net.HttpStatusCode.SeeOther, tab.Answer);
        Assert.True(tab.Page.QuerySelector("#remember")!.HasAttribute("checked"));

        await tab.TypeCodeAsync(await portal.CodeToAsync(People.RachelsMail));
        Assert.Single((await portal.Inside.ReadAsync(context => Task.FromResult(context.Profiles.Single(profile => profile.Name == People.Rachel)))).RememberedBrowsers);
    }

    [Theory]
    [InlineData("Send another code")]
    [InlineData("I don't have a code")]
    public async Task What_was_ticked_is_still_ticked_after_another_code(string button)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);

        await tab.PressAsync(button, ("remember", "1"));

        Assert.True(tab.Page.QuerySelector("#remember")!.HasAttribute("checked"));
    }

    [Fact]
    public async Task While_everything_is_being_replaced_no_browser_can_be_remembered()
    {
        await using var portal = await WebPortal.OpenAsync();
        _ = await portal.Inside.StartReplacementAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        await tab.OpenAsync("/sign-in/verify");
        await tab.ChooseAsync(People.RachelsMail);

        Assert.Equal("Enter your code", tab.Heading);
        Assert.Null(tab.Page.QuerySelector("#remember"));
    }

    private static async Task<Tab> AskedAsync(WebPortal portal)
    {
        var tab = portal.Visit();
        await tab.GivePasswordAsync();
        await tab.ChooseAsync(People.RachelsMail);
        return tab;
    }

    private static Task<Challenge> ChallengeAsync(WebPortal portal) =>
        portal.Inside.ReadAsync(async context => (await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(
            context.Profiles, profile => profile.NameKey == People.Rachel, TestContext.Current.CancellationToken)).Challenges[^1]);
}

file static class Tries
{
    public static int TriesLeft(this Challenge challenge) => 5 - challenge.Tries;
}
