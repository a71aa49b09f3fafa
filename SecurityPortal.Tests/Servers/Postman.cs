using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace SecurityPortal.Tests.Servers;

/// <summary>A plain client that hands mail to a server and wants to hear what became of it.</summary>
internal static class Postman
{
    public const string EnvelopeId = "0042";

    extension(MailServer server)
    {
        public async Task<SmtpClient> ConnectAsync(SecureSocketOptions security)
        {
            AskingClient client = new() { ServerCertificateValidationCallback = (_, shown, _, _) => server.IsItsOwn(shown), CheckCertificateRevocation = false };
            await client.ConnectAsync(MailServer.Host, server.SmtpPort, security, TestContext.Current.CancellationToken);
            return client;
        }

        public async Task SendAsync(string recipient, string? sender = null)
        {
            using var client = await server.ConnectAsync(SecureSocketOptions.None);
            using MimeMessage message = new() { Subject = "Hello", Body = new TextPart { Text = "Hello." } };
            MailboxAddress from = new("", sender ?? Recipients.Bounces("any")), to = new("", recipient);
            message.From.Add(from);
            message.To.Add(to);
            _ = await client.SendAsync(message, from, [to], TestContext.Current.CancellationToken);
        }
    }

    private sealed class AskingClient : SmtpClient
    {
        protected override string GetEnvelopeId(MimeMessage message) => EnvelopeId;

        protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) =>
            DeliveryStatusNotification.Success | DeliveryStatusNotification.Failure | DeliveryStatusNotification.Delay;
    }
}
