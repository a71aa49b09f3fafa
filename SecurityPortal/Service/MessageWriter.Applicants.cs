using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// Mails to whoever asks for an account by the recovery form: they say nothing of it, and go to no method of it (R-FORM).
public sealed partial class MessageWriter
{
    public const string NewsKind = "RecoveryNews";

    public void WriteCode(PortalContext context, RecoveryRequest request, Challenge asked, NewCode code, DateTimeOffset now) =>
        context.Messages.Add(New(request, Message.CodeKind, texts.ApplicantCode(request, asked, code), now, asked));

    /// <summary>That there is something new to be seen; what it is, only the status page says.</summary>
    public void WriteNews(PortalContext context, RecoveryRequest request, DateTimeOffset now) =>
        context.Messages.Add(New(request, NewsKind, texts.ApplicantNews(request), now, asked: null));

    private Message New(RecoveryRequest request, string kind, MessageContent content, DateTimeOffset now, Challenge? asked)
    {
        var area = DeliveryArea.Of(new(MethodKind.Email, request.Contact));
        return new()
        {
            Id = Guid.CreateVersion7(now),
            Account = null,
            Method = default,
            Channel = Channel.Email,
            To = request.Contact,
            Area = area.Name,
            Prefix = area.Prefix,
            Kind = kind,
            Language = request.Language,
            CreatedAt = now,
            DueAt = now,
            ExpiresAt = asked?.ExpiresAt,
            Challenge = asked?.Id,
            Reference = asked?.Reference,
            Payload = _seal.Protect(content.ToBytes()),
        };
    }
}
