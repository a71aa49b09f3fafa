using Bunit;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>The way of a code's message, live on a page in a circuit (R-DEL-2, R-DEL-3).</summary>
public sealed class CodeProgressTests : OwnerPageTest
{
    [Fact]
    public async Task It_follows_the_message_by_itself()
    {
        var page = await AskedAsync();
        Assert.Contains("Sending a code by e-mail to", page.Markup, StringComparison.Ordinal);

        await Portal.SendMailAsync();
        page.WaitForAssertion(() => Assert.Equal("A code was sent by e-mail to", Heading(page)));
        await ReportAsync(DeliveryStage.Delivered);

        page.WaitForAssertion(() => Assert.Equal("Delivered: the e-mail with your code to", Heading(page)));
        Assert.Equal(["Queued", "Handed over", "Delivered"], page.FindAll(".chain-name").Select(name => name.TextContent));
    }

    [Fact]
    public async Task What_was_typed_stays_while_the_stage_changes()
    {
        var page = await AskedAsync();
        await page.Find("#proof-code").ChangeAsync("123");

        await Portal.SendMailAsync();
        await ReportAsync(DeliveryStage.Bounced, DeliveryCause.MailboxFull);

        page.WaitForAssertion(() => Assert.Equal("The mailbox is full.", page.Find(".way-note").TextContent));
        Assert.Equal("123", page.Find("#proof-code").GetAttribute("value"));
        Assert.Equal("The mailbox is full", page.Find(".topic summary").TextContent);
    }

    [Fact]
    public async Task A_code_sent_again_is_followed_anew()
    {
        var page = await AskedAsync();
        await Portal.SendMailAsync();
        await ReportAsync(DeliveryStage.Bounced, DeliveryCause.MailboxFull);
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".chain-stopped")));

        Portal.Clock.Advance(30.Seconds);
        await ClickAsync(page, "Send another code");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".chain-stopped")));
        Assert.Equal("Sending a code by e-mail to", Heading(page));
    }

    [Fact]
    public async Task Help_is_there_with_the_genuine_message_to_look_for()
    {
        var page = await AskedAsync();
        await Portal.SendMailAsync();

        page.WaitForAssertion(() => Assert.Contains("It left us at", page.Find(".troubles").TextContent, StringComparison.Ordinal));
        Assert.Equal("Didn't get a code?", page.Find(".trouble > summary").TextContent);
        Assert.Contains(Portal.Messages.All[^1].Subject, page.Find(".trouble .facts").TextContent, StringComparison.Ordinal);
        Assert.Equal("/help", page.Find(".trouble a").GetAttribute("href"));
    }

    [Fact]
    public async Task What_is_advised_turns_when_its_time_has_come()
    {
        var page = await AskedAsync();
        await Portal.SendMailAsync();
        page.WaitForAssertion(() => Assert.Contains("wait a little", page.Find(".troubles .way-out").TextContent, StringComparison.Ordinal));

        Portal.Clock.Advance(2.Minutes);

        page.WaitForAssertion(() => Assert.Contains("“Try another way”", page.Find(".troubles .way-out").TextContent, StringComparison.Ordinal));
        Assert.Contains(page.FindAll("button"), button => button.TextContent == "Try another way");
    }

    [Fact]
    public async Task Where_nobody_can_be_called_nobody_is_offered_a_call()
    {
        var page = Open<SecurityInfoVerifyPage>("/security-info/verify");
        await page.FindAll("button.method")[1].ClickAsync();
        _ = page.WaitForElement(".chain");

        Assert.DoesNotContain("Call me instead", page.Markup, StringComparison.Ordinal);
    }

    private async Task<IRenderedComponent<SecurityInfoVerifyPage>> AskedAsync()
    {
        var page = Open<SecurityInfoVerifyPage>("/security-info/verify");
        await page.Find("button.method").ClickAsync();
        _ = page.WaitForElement(".chain");
        return page;
    }

    private static string Heading(IRenderedComponent<SecurityInfoVerifyPage> page) => page.Find(".method strong").TextContent;

    private async Task ReportAsync(DeliveryStage stage, DeliveryCause? cause = null) =>
        Assert.Equal(stage, await Portal.Service.ReportDeliveryAsync(new PortalItself(), new(Portal.Messages.All[^1].Id, stage, cause), Cancel));
}
