using System.Collections;
using System.Globalization;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>What the links and words of notices lead to: opening one does nothing, its button does one thing (R-PEND-4).</summary>
public sealed class LinkPageTests
{
    // Their notices carry no link, or one whose page asks something else.
    private static readonly string[] s_neverAskedAbout =
    [
        nameof(SecurityEvent.BlockEnded), nameof(SecurityEvent.CodeNotAskedFor), nameof(SecurityEvent.NewInfoDropped), nameof(SecurityEvent.RecoveryApplied),
        nameof(SecurityEvent.ReplacementStarted), nameof(SecurityEvent.ReplacementReminder), nameof(SecurityEvent.ReplacementCorrected),
    ];

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_its_button_cancels()
    {
        await using var portal = await WebPortal.OpenAsync();
        var owner = await portal.Inside.StartReplacementAsync();
        using var tab = portal.Visit();

        await tab.OpenAsync(await LinkToAsync(portal, People.RachelsMail));
        Assert.Equal("Did you ask to replace all your security info?", tab.Heading);
        Assert.DoesNotContain("achel", tab.Html.Replace("href=\"/\"", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        await tab.ReloadAsync();
        Assert.NotNull((await portal.Inside.OverviewAsync(owner)).Pending);

        await tab.PressAsync("This wasn't me: cancel it");
        Assert.Equal(303, (int)tab.Answer);
        Assert.Equal("The update is cancelled", tab.Heading);
        Assert.Contains("the new ones are dropped", tab.Text, StringComparison.Ordinal);
        Assert.Null((await portal.Inside.OverviewAsync(owner)).Pending);

        await tab.ReloadAsync();
        Assert.Equal("There is nothing to do here", tab.Heading);
        Assert.DoesNotContain(tab.Buttons, button => button.TextContent.Contains("cancel", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_text_carries_a_word_to_type()
    {
        await using var portal = await WebPortal.OpenAsync();
        var owner = await portal.Inside.StartReplacementAsync();
        var text = (await portal.SentToAsync(People.RachelsPhone))[^1].Text;
        using var tab = portal.Visit();

        await tab.OpenAsync("/message");
        await tab.PressAsync("Next", ("word", $" {text.Split(' ')[^1].ToUpperInvariant()}. "));
        await tab.PressAsync("This wasn't me: cancel it");

        Assert.Null((await portal.Inside.OverviewAsync(owner)).Pending);
    }

    [Theory]
    [InlineData("", "Type the word from the text.")]
    [InlineData("no-word!", "letters and digits only")]
    public async Task What_is_no_word_is_told_beside_its_field(string typed, string said)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.OpenAsync("/message");

        await tab.PressAsync("Next", ("word", typed));

        Assert.Contains(said, tab.Page.QuerySelector("#word-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(typed, tab.Page.QuerySelector("#word")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("abcdefghjk")]
    [InlineData("a%2Fb")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public async Task An_unknown_or_tampered_link_is_always_the_same_page(string token)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();

        await tab.OpenAsync($"/message/{token}");

        Assert.Equal((404, "This link does not work"), ((int)tab.Status, tab.Heading));
        Assert.DoesNotContain(tab.Buttons, button => button.TextContent.Contains("wasn't", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_cancels_once_in_ninety_days_and_then_says_what_else_does()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        for (var time = 0; time < 2; time++)
        {
            _ = await portal.Inside.StartReplacementAsync();
            await tab.OpenAsync(await LinkToAsync(portal, People.RachelsMail));
            await tab.PressAsync("This wasn't me: cancel it");
            portal.Clock.Advance(1.Hours);
        }

        Assert.Contains("Nothing was cancelled. Sign in with your password and a code of an old method", tab.Alert, StringComparison.Ordinal);
        Assert.Contains("in 90 days", tab.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task This_wasnt_me_is_recorded_and_ends_the_session_that_did_it()
    {
        await using var portal = await WebPortal.OpenAsync();
        var owner = await portal.Inside.SignInAsync();
        await portal.Inside.ProveAsync(owner);
        await portal.Inside.AddAsync(owner, People.NewMail);
        using var tab = portal.Visit();

        await tab.OpenAsync(await LinkToAsync(portal, People.RachelsMail));
        Assert.Equal("Was this you?", tab.Heading);
        Assert.Contains("A way to verify was added", tab.Text, StringComparison.Ordinal);
        await tab.PressAsync("This wasn't me");

        Assert.Equal("You said that this wasn't you", tab.Heading);
        Assert.False(await portal.Inside.Service.IsAliveAsync(owner, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Who_hears_that_somebody_is_to_get_their_account_reads_that_signing_in_ends_it()
    {
        await using var portal = await WebPortal.OpenAsync(hasDesk: true);
        await ApproveRecoveryAsync(portal);
        using var tab = portal.Visit();

        await tab.OpenAsync(await LinkToAsync(portal, People.RachelsMail));
        Assert.Contains("Somebody who has neither password nor security info asked for the account", tab.Text, StringComparison.Ordinal);
        Assert.Contains("If you sign in with one of your ways to verify before that, it ends.", tab.Text, StringComparison.Ordinal);
        Assert.Contains("it stops nothing", tab.Text, StringComparison.Ordinal);
        Assert.Equal("Sign in", tab.Page.QuerySelector("main a[href='/sign-in']")!.TextContent);

        await tab.PressAsync("This wasn't me");
        Assert.Equal("You said that this wasn't you", tab.Heading);
        Assert.Contains("If you sign in with one of your ways to verify before that, it ends.", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_a_link_asks_about_has_words_of_its_own()
    {
        const string Prefix = "Event_";
        var said = LinkWords.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
            .Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Where(key => key.StartsWith(Prefix, StringComparison.Ordinal)).Select(key => key[Prefix.Length..]);

        Assert.Equal(Told.Events.Select(told => told.GetType().Name).Except(s_neverAskedAbout).Append("Other").Order(), said.Order());
    }

    private static async Task ApproveRecoveryAsync(WebPortal portal)
    {
        var cancel = TestContext.Current.CancellationToken;
        var service = portal.Inside.Service;
        Contact theirs = new(MethodKind.Email, "somebody@holiday.example");
        var applicant = People.From("198.51.100.4") with { BrowserId = "abroad" };
        Assert.Null(await service.AskForRecoveryAsync(applicant, People.Rachel, theirs.Value, "en", cancel));
        var number = (await service.ProveContactAsync(applicant, number: null, await portal.CodeToAsync(theirs), cancel)).Number!;
        var helper = await portal.Inside.ActAsAsync(Desk.Helper);
        Assert.Null(await service.TakeUpRecoveryAsync(helper, number, cancel));
        Assert.Null(await portal.Inside.ApproveAsync(helper, number));
        Assert.Null(await portal.Inside.ApproveAsync(await portal.Inside.SignInAsStaffAsync(Desk.Lead), number));
    }

    private static async Task<string> LinkToAsync(WebPortal portal, Contact contact) =>
        new Uri((await portal.SentToAsync(contact))[^1].Links.Single()).AbsolutePath;
}
