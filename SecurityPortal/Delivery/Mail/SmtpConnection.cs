using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace SecurityPortal.Delivery.Mail;

/// <summary>What was under way when a conversation with a mail server ended.</summary>
internal enum SmtpStep
{
    Opening,
    Sender,
    Recipient,
    Content,
}

/// <summary>A connection to the mail server, kept for more than one message.</summary>
internal sealed class SmtpConnection : SmtpClient
{
    private readonly MailOptions _options;
    private readonly ReplyLog _log;

    public SmtpConnection(MailOptions options, ServerTrust trust)
        : this(options, trust, new())
    {
    }

    private SmtpConnection(MailOptions options, ServerTrust trust, ReplyLog log)
        : base(log)
    {
        (_options, _log) = (options, log);
        DeliveryStatusNotificationType = MailKit.Net.Smtp.DeliveryStatusNotificationType.HeadersOnly;

        // The name of this machine means nothing outside, and strict servers want a whole one.
        LocalDomain = options.From.Split('@')[^1];
        trust.Guard(this);
    }

    public SmtpStep Step { get; private set; }

    /// <summary>One that was cut off, or on which the server takes no sender (any more), takes no further message.</summary>
    public bool IsOfUse => IsConnected && Step is SmtpStep.Recipient or SmtpStep.Content;

    public MailReply? Refusal => _log.Refusal;

    /// <summary>Answers in the server's words.</summary>
    public async Task<string> HandOverAsync(MimeMessage mail, string sender, CancellationToken cancel)
    {
        _log.Clear();
        if (!IsConnected)
            await OpenAsync(cancel);

        Step = SmtpStep.Sender;
        return await SendAsync(mail, new MailboxAddress(null, sender), mail.To.Mailboxes, cancel);
    }

    private async Task OpenAsync(CancellationToken cancel)
    {
        Step = SmtpStep.Opening;
        await ConnectAsync(_options.Host, _options.Port, ToSocketOptions(_options.Security), cancel);

        // Two answers at once could not be told apart when the connection breaks between them.
        Capabilities &= ~SmtpCapabilities.Pipelining;
        if (_options.UserName != "")
            await AuthenticateAsync(_options.UserName, _options.Password, cancel);
    }

    public static SecureSocketOptions ToSocketOptions(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
    };

    protected override void OnSenderAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        Step = SmtpStep.Recipient;

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        Step = SmtpStep.Content;

    protected override string GetEnvelopeId(MimeMessage message) => message.MessageId!.Split('@')[0];

    /// <summary>News that nobody could tell to which message it belongs would only fill the sender's mailbox.</summary>
    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) =>
        _options.ReturnPath == ""
            ? null
            : DeliveryStatusNotification.Success | DeliveryStatusNotification.Failure | DeliveryStatusNotification.Delay;
}
