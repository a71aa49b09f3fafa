using SecurityPortal.Domain;
using SecurityPortal.Tests.Delivery.Mail;
using SecurityPortal.Tests.Servers;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Delivery;

/// <summary>R-DEL-1, R-DEL-4: a mail server that hangs, is slow, or breaks off after the last dot. No real one can be made to.</summary>
public sealed class BadServerTests(MailServer mail, TextGateway gateway) : IClassFixture<MailServer>, IClassFixture<TextGateway>
{
    [Fact]
    public async Task Broken_off_after_the_last_dot_it_is_sent_once_more_and_the_two_are_alike()
    {
        await using ScriptedMailServer server = new();
        server.AnswerOnce(ScriptedMailServer.Dot, ScriptedMailServer.Cut);
        await using var portal = Open(server.Port);
        var asked = await portal.AskAsync(RachelsMail);
        Assert.Equal(DeliveryCause.ChannelDown, (await portal.ReachesAsync(asked, DeliveryStage.Delayed)).Cause);

        portal.Clock.Advance(3.Seconds);

        _ = await portal.ReachesAsync(asked, DeliveryStage.HandedOver);
        Assert.Equal(2, server.Mails.Count);
        Assert.Single(server.Mails.Distinct());
    }

    [Fact]
    public async Task While_it_hangs_the_code_is_delayed_and_after_the_codes_end_nothing_is_sent()
    {
        await using ScriptedMailServer server = new();
        server.Answers[ScriptedMailServer.Greeting] = ScriptedMailServer.Silence;
        await using var portal = Open(server.Port);
        var asked = await portal.AskAsync(RachelsMail);
        Assert.Equal(DeliveryCause.ChannelSlow, (await portal.ReachesAsync(asked, DeliveryStage.Delayed)).Cause);

        portal.Clock.Advance(10.Minutes);
        _ = server.Answers.TryRemove(ScriptedMailServer.Greeting, out _);

        _ = await portal.ReachesAsync(asked, DeliveryStage.Expired);
        Assert.Empty(server.Mails);
        Assert.Null((await portal.MessageOfAsync(asked)).Payload);
    }

    [Fact]
    public async Task A_server_that_is_slow_gets_it_once()
    {
        await using BadMailServer server = new(MailFault.Slow) { Pause = 5.Milliseconds };
        await using var portal = Open(server.Port);

        var asked = await portal.AskAsync(RachelsMail);

        _ = await portal.ReachesAsync(asked, DeliveryStage.HandedOver);
        Assert.Equal(1, server.Mails);
    }

    private RealPortal Open(int port) => RealPortal.Open(mail, gateway, new()
    {
        ["Delivery:Deadline"] = "00:00:02",
        ["Mail:Port"] = $"{port}",
        ["Mail:Security"] = "None",
        ["Mail:Bounces:Host"] = "",
    });
}
