using Bunit;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Components.OwnerPages;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Components;

/// <summary>A method's card says whether messages arrive, and sends one to see.</summary>
public sealed class HealthLineTests : OwnerPageTest
{
    private static readonly PortalItself s_worker = new();

    [Fact]
    public async Task Says_when_something_last_arrived()
    {
        await Portal.SendMailAsync();
        Portal.Clock.Advance(5.Minutes);

        var page = Open<SecurityInfoPage>("/security-info");

        page.WaitForAssertion(() => Assert.Contains(page.FindAll(".method-note"), note => note.TextContent == "Last delivered 5 minutes ago"));
    }

    [Fact]
    public async Task Says_that_a_message_came_back_and_why()
    {
        var mail = await Portal.MethodAsync(Rachels, RachelsMail);
        await TestAsync(mail, DeliveryStage.Bounced, DeliveryCause.MailboxFull);

        var page = Open<SecurityInfoPage>("/security-info");

        page.WaitForAssertion(() => Assert.Equal("Not delivered: the mailbox is full", page.Find(".method-note-bad").TextContent.Trim()));
    }

    [Fact]
    public async Task A_test_message_is_followed_to_its_arrival()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        var page = Open<SecurityInfoPage>($"/security-info?method={phone}");

        await ClickAsync(page, "Send a test message");
        page.WaitForAssertion(() => Assert.Contains("The test message is about to leave.", page.Markup, StringComparison.Ordinal));
        await Portal.SendMailAsync();
        page.WaitForAssertion(() => Assert.Contains("The test message is on its way", page.Markup, StringComparison.Ordinal));
        _ = await Portal.Service.ReportDeliveryAsync(s_worker, new(Portal.Messages.All[^1].Id, DeliveryStage.Delivered, null), Cancel);
        page.WaitForAssertion(() => Assert.Contains("The test message arrived", page.Markup, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Last delivered", page.Find(".method").TextContent, StringComparison.Ordinal));

        await ClickAsync(page, "Send a test message");
        page.WaitForAssertion(() => Assert.Contains("You can send another one", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_look_that_fails_takes_nothing_away_and_is_repeated()
    {
        var phone = await Portal.MethodAsync(Rachels, RachelsPhone);
        Assert.Null(await Portal.Service.SendTestAsync(Rachels, phone, Cancel));
        _ = await RunAsync("ALTER TABLE Messages RENAME TO Away");
        var page = Open<SecurityInfoPage>($"/security-info?method={phone}");
        page.WaitForAssertion(() => Assert.Contains("Send a test message", page.Markup, StringComparison.Ordinal));

        _ = await RunAsync("ALTER TABLE Away RENAME TO Messages");

        page.WaitForAssertion(() => Assert.Contains("The test message is about to leave.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_refused_before_it_left_did_not_come_back()
    {
        var mail = await Portal.MethodAsync(Rachels, RachelsMail);
        await TestAsync(mail, DeliveryStage.Refused, DeliveryCause.NoSuchMailbox);

        var page = Open<SecurityInfoPage>("/security-info");

        page.WaitForAssertion(() => Assert.Equal("Not delivered: there is no such mailbox", page.Find(".method-note-bad").TextContent.Trim()));
    }

    private Task<int> RunAsync(string sql) => Portal.ReadAsync(context => context.Database.ExecuteSqlRawAsync(sql, Cancel));

    private async Task TestAsync(MethodId method, DeliveryStage stage, DeliveryCause cause)
    {
        Assert.Null(await Portal.Service.SendTestAsync(Rachels, method, Cancel));
        await Portal.SendMailAsync();
        Portal.Clock.Advance(1.Minutes);
        _ = await Portal.Service.ReportDeliveryAsync(s_worker, new(Portal.Messages.All[^1].Id, stage, cause), Cancel);
    }
}
