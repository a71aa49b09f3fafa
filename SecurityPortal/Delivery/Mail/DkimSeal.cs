using MimeKit;
using MimeKit.Cryptography;

namespace SecurityPortal.Delivery.Mail;

/// <summary>Signs a mail, so that its reader's server knows who answers for it (R-DEL-5).</summary>
internal sealed class DkimSeal : DkimSigner
{
    private static readonly HeaderId[] s_signed =
    [
        HeaderId.From, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.ReplyTo,
        HeaderId.MimeVersion, HeaderId.ContentType, HeaderId.ContentLanguage, HeaderId.AutoSubmitted, HeaderId.ListId, HeaderId.ListHelp,
    ];

    private readonly TimeProvider _clock;

    private DkimSeal(DkimKey key, DkimOptions options, TimeProvider clock)
        : base(key.Private, options.Domain, options.Selector, key.Algorithm)
    {
        _clock = clock;
        HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
        BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
    }

    /// <summary>Null where no key is configured.</summary>
    public static DkimSeal? Of(DkimOptions options, TimeProvider clock) =>
        options.IsConfigured && DkimKey.Read(options.KeyFile, out _) is { } key ? new(key, options, clock) : null;

    public void Put(MimeMessage mail) => Sign(mail, [.. s_signed.Where(mail.Carries)]);

    protected override long GetTimestamp() => _clock.GetUtcNow().ToUnixTimeSeconds();
}

file static class Headers
{
    extension(MimeMessage mail)
    {
        public bool Carries(HeaderId header) => mail.Headers.Contains(header) || mail.Body?.Headers.Contains(header) is true;
    }
}
