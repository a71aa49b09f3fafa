using System.Net.Sockets;
using MimeKit;

namespace SecurityPortal.Tests.Servers;

/// <summary>A mail server of one's own, for who has to stop it or wants it to be different.</summary>
public sealed class MailServerStartTests
{
    [Fact]
    public async Task Another_server_may_give_up_sooner()
    {
        await using MailServer hasty = new() { Settings = ["maximal_queue_lifetime=3s", "bounce_queue_lifetime=3s"] };
        await hasty.StartAsync();
        var (recipient, sender) = (Recipients.FarDelayed("hasty"), Recipients.Bounces("hasty"));
        await hasty.SendAsync(recipient, sender);

        _ = await hasty.WaitForMessageAsync(sender, message => ActionOf(message) == "failed");

        Assert.Equal(["delayed", "failed"], (await hasty.MessagesToAsync(sender)).Select(ActionOf));
    }

    [Fact]
    public async Task A_server_that_was_stopped_comes_again_where_it_was()
    {
        await using MailServer restarted = new();
        await restarted.StartAsync();
        var ports = (restarted.SmtpPort, restarted.ImapPort);
        await restarted.StopAsync();
        await Assert.ThrowsAsync<SocketException>(() => restarted.SendAsync(Recipients.Reader("restarted")));

        await restarted.StartAsync();
        await restarted.SendAsync(Recipients.Reader("restarted"));

        _ = await restarted.WaitForMessageAsync(Recipients.Reader("restarted"));
        Assert.Equal(ports, (restarted.SmtpPort, restarted.ImapPort));
    }

    private static string? ActionOf(MimeMessage message) =>
        message.BodyParts.OfType<MessageDeliveryStatus>().Single().StatusGroups[1]["Action"];
}
