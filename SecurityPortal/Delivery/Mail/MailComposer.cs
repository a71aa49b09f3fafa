using System.Buffers.Binary;
using System.Text;
using Microsoft.Extensions.Options;
using MimeKit;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Mail;

/// <summary>
/// Makes the mail of a message. It is the same at every try, but for its signature: what is sent twice must be alike (R-DEL-1).
/// </summary>
public sealed class MailComposer(IOptions<MailOptions> options, TimeProvider clock)
{
    private readonly MailOptions _options = options.Value;
    private readonly DkimSeal? _seal = DkimSeal.Of(options.Value.Dkim, clock);

    /// <summary>Null for what is not addressed to exactly one mailbox.</summary>
    public MimeMessage? Compose(Dispatch dispatch)
    {
        if (EmailAddress.Read(dispatch.To, out _) is not { } to)
            return null;

        MimeMessage mail = new();
        mail.From.Add(new MailboxAddress(Encoding.UTF8, _options.FromName, _options.From));
        mail.To.Add(new MailboxAddress(null, to.Value));
        if (_options.ReplyTo != "")
            mail.ReplyTo.Add(new MailboxAddress(null, _options.ReplyTo));

        mail.Subject = OnOneLine(dispatch.Subject);
        mail.Date = WrittenAt(dispatch.Id);
        mail.MessageId = $"{dispatch.Id:N}@{Domain}";
        mail.Body = BodyOf(dispatch);
        AddHeaders(mail, dispatch);

        mail.Prepare(EncodingConstraint.SevenBit);
        _seal?.Put(mail);
        return mail;
    }

    private string Domain => _options.From.Split('@')[^1];

    // The library folds what is too long; a line that ends within would begin a header of somebody's own.
    private static string OnOneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)).Trim();

    /// <summary>An id of version 7 says when it was made: the clock at the second try would make another mail of it.</summary>
    private DateTimeOffset WrittenAt(Guid id)
    {
        if (id.Version != 7)
            return clock.GetUtcNow();

        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(id.ToByteArray(bigEndian: true)) >> 16;
        return DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
    }

    private static MimeEntity BodyOf(Dispatch dispatch)
    {
        var text = Part("plain", dispatch.Text);
        MimeEntity body = dispatch.Html == "" ? text : new MultipartAlternative(text, Part("html", dispatch.Html))
        {
            // Made up anew it would differ at each try.
            Boundary = $"=_{dispatch.Id:N}",
        };
        if (dispatch.Language.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') && dispatch.Language != "")
            body.Headers.Add(HeaderId.ContentLanguage, dispatch.Language);
        return body;
    }

    private static TextPart Part(string subtype, string words)
    {
        TextPart part = new(subtype);
        part.SetText(Encoding.UTF8, words);
        return part;
    }

    private void AddHeaders(MimeMessage mail, Dispatch dispatch)
    {
        // So that no out-of-office note answers it (RFC 3834; Exchange looks for a header of its own).
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        mail.Headers.Add("X-Auto-Response-Suppress", "All");

        // Somebody waits for it on the page.
        if (dispatch.Kind == Message.CodeKind)
            mail.Importance = MessageImportance.High;

        if (dispatch.Kind is Message.CodeKind or Message.TestKind)
            return;

        // So that notices can be filed. Never List-Unsubscribe: an owner cannot stop them, and neither can whoever reads along.
        mail.Headers.Add(HeaderId.ListId, $"<notices.{Domain}>");
        if (_options.HelpAddress is { } help)
            mail.Headers.Add(HeaderId.ListHelp, $"<{help.AbsoluteUri}>");
    }
}
