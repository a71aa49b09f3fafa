using System.Net;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Web;

/// <summary>What a plain page does for whoever has no code, without any script (R-DEL-2, R-DEL-3).</summary>
public sealed class NoCodeTests
{
    [Fact]
    public async Task The_way_of_the_message_is_as_it_was_and_can_be_refreshed()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        Assert.Contains("Sending a code by e-mail to", tab.Text, StringComparison.Ordinal);
        await ReportAsync(portal, DeliveryStage.Bounced, DeliveryCause.NoSuchMailbox);

        await tab.ClickAsync("Refresh");

        Assert.Contains("The e-mail could not be delivered to", tab.Text, StringComparison.Ordinal);
        Assert.Equal("There is no such mailbox.", tab.Page.QuerySelector(".way-note")!.TextContent);
        Assert.NotNull(tab.Page.QuerySelector(".chain[data-end]"));
    }

    [Fact]
    public async Task The_parts_that_a_script_asks_for_say_what_the_page_would()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        var live = tab.Page.QuerySelector("[data-live]")!.GetAttribute("data-live")!;
        var shown = tab.Page.QuerySelectorAll("[data-live-part]").Select(part => part.GetAttribute("data-live-part")).Order();

        await ReportAsync(portal, DeliveryStage.Accepted);
        await tab.OpenAsync(live);

        Assert.Equal(shown, tab.Page.QuerySelectorAll("[data-live-part]").Select(part => part.GetAttribute("data-live-part")).Order());
        Assert.Contains("The other mail system took it at 12:00", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", tab.Html, StringComparison.Ordinal);
        Assert.Equal("no-store", tab.Response.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task Nobody_follows_the_code_of_another_session()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        using var other = await AskedAsync(portal);

        await other.OpenAsync(tab.Page.QuerySelector("[data-live]")!.GetAttribute("data-live")!);

        Assert.Equal((HttpStatusCode.NoContent, ""), (other.Status, other.Html));
    }

    [Fact]
    public async Task A_page_that_stands_open_keeps_no_session_alive()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        var live = tab.Page.QuerySelector("[data-live]")!.GetAttribute("data-live")!;
        for (var minutes = 0; minutes < 15; minutes += 5)
        {
            portal.Clock.Advance(5.Minutes);
            await tab.OpenAsync(live);
        }

        Assert.StartsWith("/sign-in?", tab.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_dont_have_a_code_says_when_another_can_be_sent_and_opens_the_help()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        Assert.False(Panel(tab).HasAttribute("open"));

        await tab.PressAsync("I don't have a code");

        Assert.True(Panel(tab).HasAttribute("open"));
        Assert.Contains("Another code can be sent in a moment", tab.Text, StringComparison.Ordinal);
        Assert.Single(await portal.SentToAsync(RachelsMail));
    }

    [Fact]
    public async Task I_dont_have_a_code_sends_another_once_its_time_has_come()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        _ = await portal.SentToAsync(RachelsMail);
        portal.Clock.Advance(30.Seconds);

        await tab.PressAsync("I don't have a code");

        Assert.True(Panel(tab).HasAttribute("open"));
        var sent = await portal.SentToAsync(RachelsMail);
        Assert.Equal(sent[0].Code, sent[1].Code);
    }

    [Fact]
    public async Task Call_me_instead_calls_with_the_same_code()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal, RachelsPhone);
        var text = (await portal.SentToAsync(RachelsPhone))[^1];
        portal.Clock.Advance(30.Seconds);

        await SendToAsync(tab, "/sign-in/code/call", "Call me instead");

        var call = (await portal.SentToAsync(RachelsPhone))[^1];
        Assert.Equal((Channel.Voice, text.Code), (call.Channel, call.Code));
        Assert.Contains("A call was asked for.", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Call me instead", string.Concat(tab.Buttons.Select(button => button.TextContent)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_call_there_is_a_text_again_and_another_call()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal, RachelsPhone);
        portal.Clock.Advance(30.Seconds);
        _ = await portal.SentToAsync(RachelsPhone);
        await SendToAsync(tab, "/sign-in/code/call", "Call me instead");
        _ = await portal.SentToAsync(RachelsPhone);
        _ = tab.Find("Call me again");
        portal.Clock.Advance(1.Minutes);

        await tab.PressAsync("Send another code");

        Assert.Equal(Channel.Sms, (await portal.SentToAsync(RachelsPhone))[^1].Channel);
        portal.Clock.Advance(2.Minutes);
        await SendToAsync(tab, "/sign-in/code/call", "Call me instead");
        Assert.Equal(Channel.Voice, (await portal.SentToAsync(RachelsPhone))[^1].Channel);
        _ = tab.Find("Call me again");
    }

    [Fact]
    public async Task What_is_said_to_be_best_is_on_the_page_by_its_name()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        await ReportAsync(portal, DeliveryStage.Bounced, DeliveryCause.NoSuchMailbox);

        await tab.ReloadAsync();

        Assert.Equal("Best: choose another method with “Try another way”.", tab.Page.QuerySelector(".troubles .way-out")!.TextContent.Trim());
        Assert.Contains(tab.Page.QuerySelectorAll("a"), link => link.TextContent == "Try another way");
    }

    [Fact]
    public async Task A_method_whose_code_did_not_get_there_is_not_said_to_have_one_out()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        await ReportAsync(portal, DeliveryStage.Bounced, DeliveryCause.MailboxFull);

        await tab.ClickAsync("Try another way");

        Assert.Contains("The last code did not get there.", tab.Find(RachelsMail.Masked).TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("A code is out", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_dont_have_a_code_opens_the_help_when_none_can_be_sent_either()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);

        await tab.PressAsync("I don't have a code", ("challenge", "none"));

        Assert.True(Panel(tab).HasAttribute("open"));
        Assert.NotNull(tab.Alert);
    }

    [Fact]
    public async Task A_line_that_takes_only_calls_is_called()
    {
        Contact line = new(MethodKind.Phone, "+442079460958");
        await using var portal = await WebPortal.OpenAsync();
        var owner = await portal.Inside.SignInAsync();
        await portal.Inside.ProveAsync(owner);
        await portal.Inside.AddAsync(owner, line);
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        Assert.Contains("Phone call", tab.Find(line.Masked).TextContent, StringComparison.Ordinal);

        await tab.ChooseAsync(line);

        Assert.Contains("Calling with a code", tab.Text, StringComparison.Ordinal);
        Assert.Equal(Channel.Voice, (await portal.SentToAsync(line))[^1].Channel);
    }

    [Fact]
    public async Task Help_is_there_for_everybody_each_topic_at_its_place()
    {
        await using var portal = await WebPortal.OpenAsync(new() { ["Portal:HelpDeskContact"] = "extension 4000" });
        using var tab = portal.Visit();
        await tab.OpenAsync("/sign-in");

        await tab.ClickAsync("Help with codes");

        Assert.Equal("Didn't get a code?", tab.Heading);
        Assert.All(Enum.GetValues<HelpTopic>(), topic => Assert.NotNull(tab.Page.GetElementById(SecurityPortal.Components.Shared.HelpPath.Anchor(topic))));
        Assert.NotNull(tab.Page.QuerySelector("#unknown-senders[open] .platform"));
        Assert.Contains("Go to sign-in", tab.Text, StringComparison.Ordinal);
        Assert.Contains("extension 4000", tab.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_does_not_lead_to_sign_in_whoever_is_signed_in()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await AskedAsync(portal);
        await tab.TypeCodeAsync(await portal.CodeToAsync(RachelsMail));

        await tab.OpenAsync("/help");

        Assert.DoesNotContain("Go to sign-in", tab.Text, StringComparison.Ordinal);
    }

    private static AngleSharp.Dom.IElement Panel(Tab tab) => tab.Page.QuerySelector("#help")!;

    private static async Task<Tab> AskedAsync(WebPortal portal, Contact? with = null)
    {
        var tab = portal.Visit();
        await tab.GivePasswordAsync();
        await tab.ChooseAsync(with ?? RachelsMail);
        return tab;
    }

    /// <summary>A button may lead elsewhere than its form.</summary>
    private static async Task SendToAsync(Tab tab, string path, string button)
    {
        var found = tab.Find(button);
        Assert.StartsWith(path, found.GetAttribute("formaction"), StringComparison.Ordinal);
        found.Closest("form")!.SetAttribute("action", found.GetAttribute("formaction")!);
        await tab.SendAsync(found);
    }

    private static async Task ReportAsync(WebPortal portal, DeliveryStage stage, DeliveryCause? cause = null)
    {
        var sent = (await portal.SentToAsync(RachelsMail))[^1];
        Assert.Equal(stage, await portal.Inside.Service.ReportDeliveryAsync(new PortalItself(), new(sent.Id, stage, cause), Cancel));
    }
}
