using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>
/// Turns what an account has to say into messages, each in its reader's language, and stores them with the change. It
/// also wipes the codes of challenges that have ended (R-CODE-4).
/// </summary>
public sealed class MessageWriter(IDataProtectionProvider protection, OneTimeCodes codes, MessageTexts texts)
{
    private readonly IDataProtector _seal = protection.CreateProtector("SecurityPortal.Messages");

    /// <summary>True when something is now waiting to be sent.</summary>
    public bool WriteAll(PortalContext context, SecurityProfile profile, Caller caller, DateTimeOffset now)
    {
        var dispatches = profile.TakeDispatches();
        var notices = profile.TakeNotices();
        foreach (var dispatch in dispatches)
            Write(context, profile, dispatch, caller, now);
        foreach (var notice in notices)
            Write(context, profile, notice, now);

        var ended = profile.TakeEndedChallenges();
        if (!ended.IsEmpty)
            Wipe(context, [.. ended]);
        return !dispatches.IsEmpty || !notices.IsEmpty;
    }

    /// <summary>Null when it was wiped, or when the key it was sealed with is gone.</summary>
    public MessageContent? Unseal(byte[]? payload)
    {
        try
        {
            return payload is null ? null : MessageContent.From(_seal.Unprotect(payload));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether a code's message can go out once more: not when it was given up because its key is gone.</summary>
    public bool IsThere(PortalContext context, ChallengeId challenge) =>
        Unseal(LatestOf(context, challenge)) is not null;

    private static byte[]? LatestOf(PortalContext context, ChallengeId challenge) =>
        context.Messages.Where(message => message.Challenge == challenge && message.Payload != null)
            .OrderByDescending(message => message.CreatedAt).Select(message => message.Payload).FirstOrDefault();

    private void Write(PortalContext context, SecurityProfile profile, CodeDispatch dispatch, Caller caller, DateTimeOffset now)
    {
        var payload = dispatch.Code is { } code
            ? _seal.Protect(texts.Code(profile, dispatch, code, caller, now).ToBytes())
            : LatestOf(context, dispatch.Challenge.Id);

        context.Messages.Add(new()
        {
            Id = Guid.CreateVersion7(now),
            Account = profile.Id,
            Method = dispatch.Challenge.Method,
            Channel = ChannelOf(dispatch.To),
            To = dispatch.To.Value,
            Kind = "Code",
            Language = dispatch.Language,
            CreatedAt = now,
            DueAt = now,
            ExpiresAt = dispatch.Challenge.ExpiresAt,
            Challenge = dispatch.Challenge.Id,
            Reference = dispatch.Challenge.Reference,
            Payload = payload,
        });
    }

    private void Write(PortalContext context, SecurityProfile profile, Notice notice, DateTimeOffset now)
    {
        foreach (var recipient in notice.Recipients)
        {
            var token = recipient.Link == LinkUse.None ? null : AddLink(context, profile, notice.Event, recipient, now);
            context.Messages.Add(new()
            {
                Id = Guid.CreateVersion7(now),
                Account = profile.Id,
                Method = recipient.Method,
                Channel = ChannelOf(recipient.Contact),
                To = recipient.Contact.Value,
                Kind = notice.Event.GetType().Name,
                Language = recipient.Language,
                CreatedAt = now,
                DueAt = now,
                Payload = _seal.Protect(texts.Notice(profile, notice.Event, recipient, token).ToBytes()),
            });
        }
    }

    /// <summary>A mail gets a link, a text a word; either is known to its reader alone.</summary>
    private string AddLink(PortalContext context, SecurityProfile profile, SecurityEvent told, Recipient recipient, DateTimeOffset now)
    {
        var token = recipient.Contact.Kind == ContactKind.Email ? OneTimeCodes.NewToken() : OneTimeCodes.NewWord();
        context.Links.Add(new()
        {
            TokenHash = codes.HashToken(token),
            Account = profile.Id,
            Use = recipient.Link,
            Method = recipient.Method,
            Kind = recipient.Contact.Kind,
            Value = recipient.Contact.Value,
            Event = told.GetType().Name,
            Replacement = profile.Pending?.Id,
            Session = told.By,
            CreatedAt = now,
            ExpiresAt = NoticeLink.EndOf(profile, now),
        });
        return token;
    }

    private static void Wipe(PortalContext context, List<ChallengeId> ended)
    {
        foreach (var challenge in ended)
            context.Messages.Where(message => message.Challenge == challenge && message.Payload != null)
                .ExecuteUpdate(change => change.SetProperty(message => message.Payload, (byte[]?)null).SetProperty(message => message.DueAt, (DateTimeOffset?)null));
    }

    private static Channel ChannelOf(Contact contact) => contact.Kind switch
    {
        ContactKind.Email => Channel.Email,
        ContactKind.Phone => Channel.Sms,
    };
}
