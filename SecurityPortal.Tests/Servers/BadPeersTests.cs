using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Servers;

/// <summary>The bad peers fail as they promise.</summary>
public sealed class BadPeersTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(MailFault.SilentFromTheStart, typeof(OperationCanceledException), 0)]
    [InlineData(MailFault.HangsUpAtOnce, typeof(SmtpProtocolException), 0)]
    [InlineData(MailFault.Slow, typeof(OperationCanceledException), 0)]
    [InlineData(MailFault.ClosesAtData, typeof(SmtpCommandException), 0)]
    [InlineData(MailFault.CutsAfterTheFinalDot, typeof(SmtpProtocolException), 1)]
    [InlineData(MailFault.SilentAfterTheFinalDot, typeof(OperationCanceledException), 1)]
    public async Task A_bad_mail_server_keeps_its_word(MailFault fault, Type failure, int mails)
    {
        await using BadMailServer server = new(fault);
        using CancellationTokenSource patience = new(1.Seconds);

        var seen = await Assert.ThrowsAnyAsync<Exception>(() => SendAsync(server.Port, patience.Token));

        Assert.IsType(failure, seen, exactMatch: false);
        Assert.Equal((1, mails), (server.Connections, server.Mails));
    }

    [Theory]
    [InlineData(GatewayFault.Silent, null)]
    [InlineData(GatewayFault.Slow, null)]
    [InlineData(GatewayFault.CutsOff, null)]
    [InlineData(GatewayFault.Fails, 500)]
    [InlineData(GatewayFault.Busy, 503)]
    [InlineData(GatewayFault.Babbles, 200)]
    public async Task A_bad_gateway_keeps_its_word(GatewayFault fault, int? status)
    {
        await using BadGateway gateway = new(fault);
        using HttpClient client = new() { Timeout = 1.Seconds };

        // A GET that is cut off HttpClient repeats by itself, up to three times.
        using StringContent text = new("Hello.");
        if (status is null)
            await Assert.ThrowsAnyAsync<Exception>(() => client.PostAsync(gateway.SendSms, text, Cancel));
        else
            Assert.Equal(status, (int)(await client.PostAsync(gateway.SendSms, text, Cancel)).StatusCode);

        Assert.Equal(1, gateway.Requests);
    }

    private static async Task SendAsync(int port, CancellationToken patience)
    {
        using SmtpClient client = new();
        await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None, patience);
        using MimeMessage message = new() { Body = new TextPart { Text = "Hello." } };
        MailboxAddress sender = new("", "a@portal.test"), recipient = new("", "b@example.test");
        _ = await client.SendAsync(message, sender, [recipient], patience);
    }
}
