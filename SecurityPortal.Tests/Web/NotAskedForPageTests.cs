using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>What <em>I didn't ask for this</em> leads to, without script (R-DEL-7), and what sign-in asks for after it (R-CODE-8).</summary>
public sealed class NotAskedForPageTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_my_account_but_it_was_not_me_is_said_once_and_ends_the_sign_in()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var thief = await AskedAsync(portal);
        using var tab = portal.Visit();

        await tab.OpenAsync(await LinkAsync(portal));
        Assert.Equal("You didn't ask for this code?", tab.Heading);
        ShowsNothing(tab);
        await tab.PressAsync("It is my account, but not me");
        Assert.Equal(303, (int)tab.Answer);
        Assert.Equal("You said that you didn't ask for this code", tab.Heading);
        Assert.Contains("Thank you, it is recorded.", tab.Text, StringComparison.Ordinal);
        Assert.Contains("change your password", tab.Text, StringComparison.Ordinal);
        ShowsNothing(tab);

        await thief.ReloadAsync();
        Assert.Equal("/sign-in", thief.Address.Split('?')[0]);
    }

    [Fact]
    public async Task Pressed_in_a_second_tab_it_says_that_it_is_reported_already()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var thief = await AskedAsync(portal);
        using var tab = portal.Visit();
        await tab.OpenAsync(await LinkAsync(portal));
        var second = tab.NewTab();
        await second.OpenAsync(tab.Address);
        await tab.PressAsync("It is my account");

        await second.PressAsync("It is my account");

        Assert.Contains("You have reported it already.", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task This_is_not_my_account_takes_a_code_to_that_address()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var thief = await AskedAsync(portal);
        using var tab = portal.Visit();
        await tab.OpenAsync(await LinkAsync(portal));
        await tab.ClickAsync("This is not my account");
        Assert.Equal("This is not my account", tab.Heading);
        Assert.Contains("Nothing has been done yet.", tab.Text, StringComparison.Ordinal);

        await tab.PressAsync("Send me a code to confirm");
        var message = (await portal.SentToAsync(People.RachelsMail))[^1];
        Assert.Equal(message.Reference, tab.Page.QuerySelector(".reference")!.TextContent);
        ShowsNothing(tab);
        await tab.PressAsync("Confirm", ("code", People.Not(message.Code!)));
        tab.AssertIsAtFault("code", "tries");
        await tab.PressAsync("Confirm", ("code", message.Code!));

        Assert.Equal("You said that this is not your account", tab.Heading);
        Assert.Contains("does not use this address any more", tab.Text, StringComparison.Ordinal);
        ShowsNothing(tab);
        await thief.OpenAsync("/sign-in/verify");
        Assert.DoesNotContain(People.RachelsMail.Masked, thief.Text, StringComparison.Ordinal);
        await tab.OpenAsync(tab.Address + "/not-mine");
        Assert.Equal("You said that this is not your account", tab.Heading);
    }

    [Fact]
    public async Task The_way_of_its_code_is_followed_by_whoever_has_the_link()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var thief = await AskedAsync(portal);
        using var tab = portal.Visit();
        await tab.OpenAsync(await LinkAsync(portal) + "/not-mine");
        Assert.Null(tab.Page.QuerySelector("[data-live]"));
        Assert.NotNull(tab.Page.QuerySelector(".trouble"));

        await tab.PressAsync("Send me a code to confirm");
        var live = tab.Page.QuerySelector("[data-live]")!.GetAttribute("data-live")!;
        var shown = tab.Page.QuerySelectorAll("[data-live-part]").Select(part => part.GetAttribute("data-live-part")).Order();
        var sent = (await portal.SentToAsync(People.RachelsMail))[^1];
        Assert.Equal(DeliveryStage.Bounced, await portal.Inside.Service.ReportDeliveryAsync(new SecurityPortal.Service.PortalItself(), new(sent.Id, DeliveryStage.Bounced, DeliveryCause.MailboxFull), Cancel));
        Assert.DoesNotContain("choose another method", tab.Text, StringComparison.Ordinal);
        await tab.OpenAsync(live);

        Assert.Equal(shown, tab.Page.QuerySelectorAll("[data-live-part]").Select(part => part.GetAttribute("data-live-part")).Order());
        Assert.Contains("The mailbox is full.", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Best: ask our support", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("achel", tab.Html, StringComparison.OrdinalIgnoreCase);
        await tab.OpenAsync($"/message/{People.Not(live.Split('/')[2])}/not-mine/way");
        Assert.Equal(204, (int)tab.Status);
    }

    [Fact]
    public async Task Where_the_help_desk_decides_nothing_is_promised()
    {
        await using var portal = await WebPortal.OpenAsync();
        _ = await portal.Inside.StartReplacementAsync();
        using var thief = await AskedAsync(portal);
        using var tab = portal.Visit();
        await tab.OpenAsync(await LinkAsync(portal) + "/not-mine");
        await tab.PressAsync("Send me a code to confirm");
        await tab.PressAsync("Confirm", ("code", await portal.CodeToAsync(People.RachelsMail)));

        Assert.Contains("our help desk looks into it and decides. Until then codes may still come.", tab.Text, StringComparison.Ordinal);
    }

    /// <summary>Scanners of mail open every link before its reader does, and some ask for the headers alone.</summary>
    [Theory]
    [InlineData("GET", "")]
    [InlineData("HEAD", "")]
    [InlineData("GET", "/not-mine")]
    [InlineData("HEAD", "/not-mine")]
    public async Task To_open_them_does_nothing(string method, string page)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var thief = await AskedAsync(portal);
        var link = await LinkAsync(portal);
        var sent = (await portal.SentToAsync(People.RachelsMail)).Count;
        using var scanner = portal.Server.Visitor();

        for (var time = 0; time < 3; time++)
        {
            using HttpRequestMessage request = new(new(method), link + page);
            using var answer = await scanner.SendAsync(request, Cancel);
            Assert.Equal(200, (int)answer.StatusCode);
        }

        await thief.ReloadAsync();
        Assert.Equal("Enter your code", thief.Heading);
        Assert.Equal(sent, (await portal.SentToAsync(People.RachelsMail)).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/not-mine")]
    public async Task A_forged_or_old_link_is_the_page_of_any_unknown_one(string page)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var thief = await AskedAsync(portal);
        var link = await LinkAsync(portal);
        using var tab = portal.Visit();
        await tab.OpenAsync($"/message/{new string('0', 64)}{page}");
        var unknown = (tab.Status, tab.Heading);
        Assert.Equal("This link does not work", tab.Heading);

        await tab.OpenAsync(People.Not(link) + page);
        Assert.Equal(unknown, (tab.Status, tab.Heading));
        portal.Clock.Advance(10.Days);
        await tab.OpenAsync(link + page);
        Assert.Equal(unknown, (tab.Status, tab.Heading));
    }

    [Fact]
    public async Task After_a_report_sign_in_asks_for_the_whole_contact()
    {
        await using var portal = await WebPortal.OpenAsync();
        using (var thief = await AskedAsync(portal))
        using (var reader = portal.Visit())
        {
            await reader.OpenAsync(await LinkAsync(portal));
            await reader.PressAsync("It is my account");
        }

        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        await tab.ChooseAsync(People.RachelsMail);
        Assert.Equal("Type the whole address", tab.Heading);
        Assert.DoesNotContain(People.RachelsMail.Value, tab.Html, StringComparison.Ordinal);

        await tab.PressAsync("Send the code", ("contact", ""));
        tab.AssertIsAtFault("contact", "Type the address.");
        await tab.PressAsync("Send the code", ("contact", "rachel"));
        Assert.Equal("rachel", tab.Page.GetElementById("contact")!.GetAttribute("value"));
        await tab.PressAsync("Send the code", ("contact", People.NewMail.Value));
        tab.AssertIsAtFault("contact", "That is not the address we have.");
        Assert.Equal(People.NewMail.Value, tab.Page.GetElementById("contact")!.GetAttribute("value"));
        Assert.NotNull(tab.Page.QuerySelector(".trouble"));
        Assert.DoesNotContain("rachel.new", tab.Address, StringComparison.Ordinal);

        await tab.PressAsync("Send the code", ("contact", People.RachelsMail.Value));
        Assert.Equal("Enter your code", tab.Heading);
        await tab.TypeCodeAsync(await portal.CodeToAsync(People.RachelsMail));
        Assert.Equal("/security-info", tab.Address);
    }

    [Fact]
    public async Task Too_many_wrong_ones_are_told_with_their_end()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var thief = await AskedAsync(portal);
        using var reader = portal.Visit();
        await reader.OpenAsync(await LinkAsync(portal));
        await reader.PressAsync("It is my account");
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        await tab.ChooseAsync(People.RachelsPhone);
        Assert.Equal("Type the whole number", tab.Heading);

        for (var time = 0; time < 6; time++)
            await tab.PressAsync("Send the code", ("contact", "+447700900999"));

        Assert.Contains("5 times within a day", tab.Alert, StringComparison.Ordinal);
        Assert.Contains("in 24 hours", tab.Alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_text_is_explained_it_says_what_to_do_about_a_code_by_text()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();

        await tab.OpenAsync("/message");

        Assert.Contains("A text or a call with a code carries no word.", tab.Text, StringComparison.Ordinal);
    }

    private static async Task<Tab> AskedAsync(WebPortal portal)
    {
        var thief = portal.Visit();
        await thief.GivePasswordAsync();
        if (thief.Address.StartsWith("/pending", StringComparison.Ordinal))
            await thief.OpenAsync("/sign-in/verify");
        await thief.ChooseAsync(People.RachelsMail);
        return thief;
    }

    private static async Task<string> LinkAsync(WebPortal portal) =>
        new Uri((await portal.SentToAsync(People.RachelsMail)).Last(message => message.Kind == Message.CodeKind).Links.Single()).AbsolutePath;

    private static void ShowsNothing(Tab tab)
    {
        Assert.DoesNotContain("achel", tab.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Contoso", tab.Text, StringComparison.OrdinalIgnoreCase);
    }
}
