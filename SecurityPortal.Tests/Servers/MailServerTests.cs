using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Servers;

/// <summary>The mail server does what other tests rely on.</summary>
public sealed class MailServerTests : IClassFixture<MailServer>
{
    private readonly MailServer _mail;

    public MailServerTests(MailServer mail)
    {
        MailServer.SkipIfMissing();
        _mail = mail;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_arrives()
    {
        await _mail.SendAsync(Recipients.Reader("arrives"));

        Assert.Equal("Hello", (await _mail.WaitForMessageAsync(Recipients.Reader("arrives"))).Subject);
    }

    [Fact]
    public async Task A_sender_may_sign_in_over_tls()
    {
        using var client = await _mail.ConnectAsync(SecureSocketOptions.StartTls);

        await client.AuthenticateAsync(MailServer.User, MailServer.Password, Cancel);

        Assert.True(client.IsAuthenticated);
        using var stranger = await _mail.ConnectAsync(SecureSocketOptions.StartTls);
        await Assert.ThrowsAsync<AuthenticationException>(() => stranger.AuthenticateAsync(MailServer.User, "wrong", Cancel));
    }

    public static TheoryData<string, int, string> Refused => new()
    {
        { Recipients.TryAgainLater("refused"), 451, "4.3.0" },
        { Recipients.MailboxFull("refused"), 452, "4.2.2" },
        { Recipients.OverQuota("refused"), 552, "5.2.2" },
        { Recipients.Unknown("refused"), 550, "5.1.1" },
        { Recipients.Spam("refused"), 550, "5.7.1" },
        { Recipients.NoSuchDomain("refused"), 550, "5.1.2" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Some_recipients_are_refused_at_once(string recipient, int status, string code)
    {
        var refusal = await Assert.ThrowsAsync<SmtpCommandException>(() => _mail.SendAsync(recipient));

        Assert.Equal(status, (int)refusal.StatusCode);
        Assert.StartsWith(code, refusal.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string> Reported => new()
    {
        { Recipients.FarOverQuota("reported"), "failed", "5.2.2" },
        { Recipients.FarUnknown("reported"), "failed", "5.1.1" },
        { Recipients.FarSpam("reported"), "failed", "5.7.1" },
        { Recipients.FarDelayed("reported"), "delayed", "4.2.1" },
        { Recipients.FarReader("reported"), "relayed", "2.0.0" },
        { Recipients.Reader("reported"), "delivered", "2.0.0" },
    };

    [Theory]
    [MemberData(nameof(Reported))]
    public async Task Of_others_a_report_comes_back(string recipient, string action, string code)
    {
        var sender = Recipients.Bounces($"{action}-{code}");
        await _mail.SendAsync(recipient, sender);

        var report = (await _mail.WaitForMessageAsync(sender)).BodyParts.OfType<MessageDeliveryStatus>().Single();

        Assert.Equal(Postman.EnvelopeId, report.StatusGroups[0]["Original-Envelope-Id"]);
        Assert.Equal($"rfc822; {recipient}", report.StatusGroups[1]["Final-Recipient"]);
        Assert.Equal(action, report.StatusGroups[1]["Action"]);
        Assert.Equal(code, report.StatusGroups[1]["Status"]);
    }

    [Fact]
    public async Task Who_waits_at_the_mailbox_of_bounces_hears_of_them()
    {
        using ImapClient client = new() { ServerCertificateValidationCallback = (_, shown, _, _) => _mail.IsItsOwn(shown), CheckCertificateRevocation = false };
        await client.ConnectAsync(MailServer.Host, _mail.ImapsPort, SecureSocketOptions.SslOnConnect, Cancel);
        await client.AuthenticateAsync(MailServer.BouncesUser, MailServer.BouncesPassword, Cancel);
        _ = await client.Inbox.OpenAsync(FolderAccess.ReadWrite, Cancel);
        using CancellationTokenSource heard = new(10.Seconds);
        client.Inbox.CountChanged += (_, _) => heard.Cancel();

        var waiting = client.IdleAsync(heard.Token, Cancel);
        await _mail.SendAsync(Recipients.FarOverQuota("idle"), Recipients.Bounces("idle"));
        await waiting;

        var found = await client.Inbox.SearchAsync(MailKit.Search.SearchQuery.HeaderContains("X-Original-To", Recipients.Bounces("idle")), Cancel);
        Assert.Single(found);
    }
}
