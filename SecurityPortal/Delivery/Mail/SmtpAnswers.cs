using System.Net.Sockets;
using MailKit;
using MailKit.Security;
using SecurityPortal.Domain;
using static SecurityPortal.Domain.SendAnswer;

namespace SecurityPortal.Delivery.Mail;

/// <summary>What a try that failed means for the message, and for all others.</summary>
internal static class SmtpAnswers
{
    /// <summary>Null for what no mail server can bring about.</summary>
    public static SendAnswer? To(Exception exception, SmtpConnection connection, Func<string, string> detail, CancellationToken cancel)
    {
        if (connection.Refusal is { } reply)
            return To(reply, connection.Step, detail(reply.ToString()));

        return exception switch
        {
            // Before all others: the library wraps what was cut off in errors of its own.
            _ when cancel.IsCancellationRequested => new Later(DeliveryCause.ChannelSlow, "No answer in time.", IsChannelAtFault: true),
            OperationCanceledException or TimeoutException => new Later(DeliveryCause.ChannelSlow, "No answer in time.", IsChannelAtFault: true),
            SslHandshakeException handshake when handshake.GetBaseException() is IOException or SocketException => Down(handshake.GetBaseException()),
            SslHandshakeException or AuthenticationException or NotSupportedException => Misconfigured(exception.GetBaseException()),
            ServiceNotAuthenticatedException => Misconfigured(exception),
            CommandException or ProtocolException or IOException or SocketException or ServiceNotConnectedException => Down(exception),
            _ => null,
        };

        Later Down(Exception fault) => new(DeliveryCause.ChannelDown, detail(fault.Message), IsChannelAtFault: true);
        Later Misconfigured(Exception fault) => new(DeliveryCause.ChannelMisconfigured, detail(fault.Message), IsChannelAtFault: true);
    }

    private static SendAnswer To(MailReply reply, SmtpStep step, string detail) => (reply.Code, step) switch
    {
        // It says so of itself: it is closing, or it does not know us.
        (421, _) => new Later(DeliveryCause.TryLater, detail, IsChannelAtFault: true),
        (530 or 535, _) => new Later(DeliveryCause.ChannelMisconfigured, detail, IsChannelAtFault: true),
        (_, SmtpStep.Opening or SmtpStep.Sender) => ToOurselves(reply, detail),
        (_, SmtpStep.Recipient or SmtpStep.Content) => ToMessage(reply, step == SmtpStep.Recipient, detail),
    };

    /// <summary>It would have said so to any message, unless it was told the size of one that is too large.</summary>
    private static SendAnswer ToOurselves(MailReply reply, string detail) => reply switch
    {
        { Code: 552 } or { Status: { Class: 5, Subject: 3, Detail: 4 } } => new Never(DeliveryCause.RefusedContent, detail),
        { Code: >= 500 } => new Later(DeliveryCause.ChannelMisconfigured, detail, IsChannelAtFault: true),
        _ => new Later(DeliveryCause.TryLater, detail, IsChannelAtFault: true),
    };

    private static SendAnswer ToMessage(MailReply reply, bool isOfMailbox, string detail)
    {
        if (reply.Code < 500)
        {
            var cause = RefusalCause.ForNow(reply) is DeliveryCause.MailboxFull ? DeliveryCause.MailboxFull : DeliveryCause.TryLater;
            return new Later(cause, detail, IsOfTheWholeServer(reply));
        }

        // A server that does not relay for us may well take what is for its own domains; and nobody must be able to stop all mail
        // by an address of which it says so. The operator can mend it, so the message waits.
        return RefusalCause.ForGood(reply, isOfMailbox) switch
        {
            DeliveryCause.ChannelMisconfigured => new Later(DeliveryCause.ChannelMisconfigured, detail, IsChannelAtFault: false),
            var cause => new Never(cause, detail),
        };
    }

    // No room on its disk; it is not taking mail at all.
    private static bool IsOfTheWholeServer(MailReply reply) => reply.Status is { Subject: 3, Detail: 1 or 2 };
}
