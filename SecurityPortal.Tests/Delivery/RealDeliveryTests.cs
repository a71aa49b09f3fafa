using SecurityPortal.Domain;
using SecurityPortal.Tests.Servers;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Delivery;

/// <summary>R-DEL-2, R-DEL-4, R-DEL-8: what becomes of a code, with Postfix, Dovecot and Kannel.</summary>
public sealed class RealDeliveryTests(MailServer mail, TextGateway gateway) : IClassFixture<MailServer>, IClassFixture<TextGateway>
{
    [Fact]
    public async Task A_code_arrives_in_a_real_mailbox_and_signs_in()
    {
        await using var portal = RealPortal.Open(mail, gateway);
        var asked = await portal.AskAsync(Mail(Recipients.Reader("signs-in")));

        var arrived = await mail.WaitForMessageAsync(asked.Contact.Value);

        Assert.Null((await portal.Inside.Service.CompleteSignInAsync(asked.Owner, asked.Challenge, RealPortal.CodeIn(arrived.TextBody!), Cancel)).Refusal);
        Assert.Equal(
            [DeliveryStage.Queued, DeliveryStage.HandedOver, DeliveryStage.Delivered],
            (await portal.ReachesAsync(asked, DeliveryStage.Delivered)).Way().Select(step => step.Stage));
    }

    [Fact]
    public async Task A_code_arrives_at_a_phone_and_signs_in()
    {
        await using var portal = RealPortal.Open(mail, gateway);
        var asked = await portal.AskAsync(Phone("+358401234501"));

        var arrived = await gateway.WaitForTextAsync(asked.Contact.Value);

        Assert.Null((await portal.Inside.Service.CompleteSignInAsync(asked.Owner, asked.Challenge, RealPortal.CodeIn(arrived.Text), Cancel)).Refusal);
        Assert.Equal(DeliveryStage.Delivered, (await portal.ReachesAsync(asked, DeliveryStage.Delivered)).Stage);
    }

    public static TheoryData<string, DeliveryStage, DeliveryCause> Mails => new()
    {
        { Recipients.OverQuota("cause"), DeliveryStage.Refused, DeliveryCause.MailboxFull },
        { Recipients.Unknown("cause"), DeliveryStage.Refused, DeliveryCause.NoSuchMailbox },
        { Recipients.Spam("cause"), DeliveryStage.Refused, DeliveryCause.RefusedAsSpam },
        { Recipients.NoSuchDomain("cause"), DeliveryStage.Refused, DeliveryCause.NoSuchDomain },
        { Recipients.TryAgainLater("cause"), DeliveryStage.Delayed, DeliveryCause.TryLater },
        { Recipients.MailboxFull("cause"), DeliveryStage.Delayed, DeliveryCause.MailboxFull },
        { Recipients.FarOverQuota("cause"), DeliveryStage.Bounced, DeliveryCause.MailboxFull },
        { Recipients.FarUnknown("cause"), DeliveryStage.Bounced, DeliveryCause.NoSuchMailbox },
        { Recipients.FarSpam("cause"), DeliveryStage.Bounced, DeliveryCause.RefusedAsSpam },
    };

    [Theory]
    [MemberData(nameof(Mails))]
    public async Task A_mail_that_does_not_arrive_says_why(string to, DeliveryStage stage, DeliveryCause cause)
    {
        await using var portal = RealPortal.Open(mail, gateway);
        var asked = await portal.AskAsync(Mail(to));

        Assert.Equal(cause, (await portal.ReachesAsync(asked, stage)).Cause);
    }

    [Fact]
    public async Task A_mail_whose_mailbox_makes_it_wait_is_delayed_and_arrives_at_another_try()
    {
        await using var portal = RealPortal.Open(mail, gateway);
        var asked = await portal.AskAsync(Mail(Recipients.FarDelayed("waits")));

        _ = await portal.ReachesAsync(asked, DeliveryStage.Delayed);
    }

    [Theory]
    [InlineData("+447700900101", "DELIVRD", DeliveryStage.Delivered)]
    [InlineData("+447700900102", "UNDELIV", DeliveryStage.Bounced)]
    [InlineData("+447700900103", "ENROUTE", DeliveryStage.Delayed)]
    public async Task A_text_is_where_its_operator_says(string to, string state, DeliveryStage stage)
    {
        await using var portal = RealPortal.Open(mail, gateway);
        var asked = await portal.AskAsync(Phone(to));
        var taken = await gateway.Smsc.WaitForTextAsync(to);
        _ = await portal.ReachesAsync(asked, DeliveryStage.Accepted);

        await gateway.Smsc.ReportAsync(taken, state);

        _ = await portal.ReachesAsync(asked, stage);
    }

    [Fact]
    public async Task A_text_that_the_gateway_takes_and_nobody_reports_of_stays_accepted()
    {
        await using var portal = RealPortal.Open(mail, gateway);
        var asked = await portal.AskAsync(Phone("+447700900104"));
        _ = await portal.ReachesAsync(asked, DeliveryStage.Accepted);

        await PassAsync(portal, 10.Minutes);

        Assert.Equal(DeliveryStage.Accepted, (await portal.MessageOfAsync(asked)).Stage);
    }

    [Fact]
    public async Task A_number_that_the_operator_does_not_know_is_told_at_once()
    {
        await using var portal = RealPortal.Open(mail, gateway);
        gateway.Smsc.Refuse("+447700900105", PlayedSmsc.NoSuchNumber);

        var asked = await portal.AskAsync(Phone("+447700900105"));

        _ = await portal.ReachesAsync(asked, DeliveryStage.Refused);
    }

    [Fact]
    public async Task A_wrong_password_at_the_gateway_is_the_portals_fault_and_tried_again()
    {
        await using var portal = RealPortal.Open(mail, gateway, new() { ["Texts:Kannel:Password"] = "wrong" });
        var asked = await portal.AskAsync(Phone("+358401234502"));

        Assert.Equal(DeliveryCause.ChannelMisconfigured, (await portal.ReachesAsync(asked, DeliveryStage.Delayed)).Cause);
    }

    [Fact]
    public async Task Texts_wait_for_an_operator_that_is_away_and_for_a_gateway_that_is_down()
    {
        await using var portal = RealPortal.Open(mail, gateway);
        await gateway.StopSmscAsync();
        var first = await portal.AskAsync(Phone("+358401234503"));
        _ = await portal.ReachesAsync(first, DeliveryStage.Delayed);
        await gateway.StartSmscAsync();
        _ = await portal.ReachesAsync(first, DeliveryStage.Delivered);

        await gateway.StopAsync();
        var second = await portal.AskAsync(Phone("+358401234504"));
        Assert.Equal(DeliveryCause.ChannelDown, (await portal.ReachesAsync(second, DeliveryStage.Delayed)).Cause);
        await gateway.StartAsync();
        portal.Clock.Advance(3.Seconds);
        _ = await portal.ReachesAsync(second, DeliveryStage.Delivered);
    }

    private static async Task PassAsync(RealPortal portal, TimeSpan time)
    {
        portal.Clock.Advance(time);
        await portal.Inside.SendMailAsync();
    }

    private static Contact Mail(string address) => new(MethodKind.Email, address);

    private static Contact Phone(string number) => new(MethodKind.Phone, number);
}
