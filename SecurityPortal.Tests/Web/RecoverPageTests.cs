using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Web;

/// <summary>R-FORM: the pages of a recovery request always lead on.</summary>
public sealed class RecoverPageTests
{
    private static readonly Contact s_mine = new(MethodKind.Email, "rachel@holiday.example");

    [Fact]
    public async Task After_the_last_wrong_try_the_form_stands_there_again_with_why()
    {
        await using var portal = await WebPortal.OpenAsync(new(Unlimited.Settings));
        using var tab = await AskedAsync(portal);
        using var second = tab.NewTab();
        await second.OpenAsync("/recover");
        var wrong = Not(await portal.CodeToAsync(s_mine));
        for (var i = 0; i < 4; i++)
            await tab.PressAsync("Verify", ("code", wrong));
        tab.AssertIsAtFault("code", "one try is left");

        await tab.PressAsync("Verify", ("code", wrong));
        Assert.Contains("entered wrongly too often", tab.Alert, StringComparison.Ordinal);
        Assert.NotNull(tab.Page.GetElementById("contact"));
        await second.PressAsync("Verify", ("code", wrong));
        Assert.Contains("There is no code to enter any more", second.Alert, StringComparison.Ordinal);
        await second.ReloadAsync();
        Assert.Null(second.Page.GetElementById("code"));

        await AskAsync(second);
        await second.PressAsync("Verify", ("code", await portal.CodeToAsync(s_mine)));
        Assert.Contains("This secret is shown only now", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_code_finds_help_and_can_begin_again_with_another_address()
    {
        Contact other = new(MethodKind.Email, "rachel@winter.example");
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        AssertHelps(tab);
        Assert.NotNull(tab.Page.QuerySelector(".exits"));

        await tab.PressAsync("Begin again");
        Assert.Equal("/recover", tab.Address);
        Assert.Null(tab.Page.GetElementById("code"));
        await AskAsync(tab, other);

        Assert.Contains("We have sent a code to rachel@winter.example.", tab.Text, StringComparison.Ordinal);
        await tab.PressAsync("Verify", ("code", await portal.CodeToAsync(other)));
        Assert.Contains("This secret is shown only now", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Begin again", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_status_page_another_code_takes_number_and_secret()
    {
        await using var portal = await WebPortal.OpenAsync(new(Unlimited.Settings));
        using var tab = await AskedAsync(portal);
        await tab.PressAsync("Verify", ("code", await portal.CodeToAsync(s_mine)));
        var shown = tab.Page.QuerySelectorAll("dd code").Select(code => code.TextContent).ToArray();
        using var there = portal.Visit();
        portal.Clock.Advance(1.Minutes);
        await OpenAsync(there, shown);
        AssertHelps(there);
        await there.ClickAsync("Send another code");
        Assert.Equal("/recover/status", there.Address);

        // It is told above the page: there is nothing wrong with a code.
        await GiveAsync(there, shown);
        Assert.Contains("A code was sent a moment ago", there.Alert, StringComparison.Ordinal);
        Assert.Null(there.Page.QuerySelector("#code[aria-invalid=true]"));
        portal.Clock.Advance(1.Minutes);
        await OpenAsync(there, shown);
        var wrong = Not(await portal.CodeToAsync(s_mine));
        for (var i = 0; i < 5; i++)
            await there.PressAsync("Verify", ("code", wrong));
        Assert.Contains("entered wrongly too often", there.Alert, StringComparison.Ordinal);
        Assert.Equal(shown[0], there.Page.GetElementById("number")!.GetAttribute("value"));
        Assert.Null(there.Page.QuerySelector("#secret[aria-invalid=true]"));

        portal.Clock.Advance(1.Minutes);
        await GiveAsync(there, shown);
        await there.PressAsync("Verify", ("code", await portal.CodeToAsync(s_mine)));
        Assert.Contains("Your request has arrived.", there.Text, StringComparison.Ordinal);
    }

    private static void AssertHelps(Tab tab)
    {
        Assert.Contains("Didn't get a code?", tab.Page.QuerySelector(".trouble summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(tab.Page.QuerySelector(".trouble a[href='/help']"));
    }

    private static async Task<Tab> AskedAsync(WebPortal portal)
    {
        var tab = portal.Visit();
        await tab.OpenAsync("/recover");
        await AskAsync(tab);
        return tab;
    }

    private static Task AskAsync(Tab tab, Contact? contact = null) => tab.PressAsync("Next", ("account", Rachel), ("contact", (contact ?? s_mine).Value));

    private static async Task OpenAsync(Tab tab, string[] shown)
    {
        await tab.OpenAsync("/recover/status");
        await GiveAsync(tab, shown);
    }

    private static Task GiveAsync(Tab tab, string[] shown) => tab.PressAsync("Next", ("number", shown[0]), ("secret", shown[1]));
}
