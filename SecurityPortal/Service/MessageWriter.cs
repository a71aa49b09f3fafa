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
public sealed partial class MessageWriter(IDataProtectionProvider protection, OneTimeCodes codes, MessageTexts texts)
{
    private readonly IDataProtector _seal = protection.CreateProtector("SecurityPortal.Messages");

    /// <summary>Stores what there is to say, staff included, and answers by which channels something is now waiting to be sent.</summary>
    public IReadOnlyCollection<Channel> WriteAll(PortalContext context, SecurityProfile profile, Caller caller, DateTimeOffset now)
    {
        var dispatches = profile.TakeDispatches();
        foreach (var dispatch in dispatches)
            Write(context, profile, dispatch, caller, now);
        var notices = profile.TakeNotices();
        foreach (var notice in notices)
            Write(context, profile, notice, now);
        context.Activity.AddRange(ActivityLog.Of(profile, dispatches, caller, now));
        context.Activity.AddRange(ActivityLog.Of(profile, notices, caller));
        context.Cases.AddRange(profile.TakeCases());
        foreach (var ready in profile.TakeReady())
            WriteNews(context, context.RecoveryRequests.Find(ready)!, now);

        var ended = profile.TakeEndedChallenges();
        if (!ended.IsEmpty)
            Wipe(context, ended, now);
        return context.ChangeTracker.Entries<Message>()
            .Where(entry => entry.State == EntityState.Added && entry.Entity.DueAt is not null).Select(entry => entry.Entity.Channel).ToHashSet();
    }

    /// <summary>A message that only shows whether messages arrive (R-DEL-10).</summary>
    public Message WriteTest(PortalContext context, SecurityProfile profile, SecurityMethod method, DateTimeOffset now)
    {
        var content = texts.Test(profile, method.Contact, method.Language, now);
        var message = New(profile, method.Id, method.Contact, Message.ChannelOf(method.Contact), Message.TestKind, method.Language, _seal.Protect(content.ToBytes()), now);
        context.Messages.Add(message);
        return message;
    }

    public MessagePreview Preview(SecurityProfile profile, SecurityMethod method, string language, Owner reader, CodePolicy policy, DateTimeOffset now) =>
        texts.Preview(profile, method, language, reader, policy, now);

    /// <summary>With what marks its message as genuine: who it is from, and what a mail is headed.</summary>
    public CodeWay Sign(CodeWay way, string language) => texts.Sign(way, language);

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
        Unseal(LatestOf(context, challenge)?.Payload) is not null;

    private static Message? LatestOf(PortalContext context, ChallengeId challenge) =>
        context.Messages.AsNoTracking().Where(message => message.Challenge == challenge && message.Payload != null)
            .OrderByDescending(message => message.CreatedAt).FirstOrDefault();

    private void Write(PortalContext context, SecurityProfile profile, CodeDispatch dispatch, Caller caller, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now);
        var payload = PayloadOf(context, profile, dispatch, id, caller, now);
        context.Messages.Add(New(profile, dispatch.Challenge.Method, dispatch.To, dispatch.By, Message.CodeKind, dispatch.Language, payload, now, dispatch.Challenge, id, dispatch.TurnAt));
    }

    /// <summary>Sent once more by the same way it is the same message; said in a call instead, the same code in other words.</summary>
    private byte[]? PayloadOf(PortalContext context, SecurityProfile profile, CodeDispatch dispatch, Guid message, Caller caller, DateTimeOffset now)
    {
        var code = dispatch.Code;
        if (code is null)
        {
            var latest = LatestOf(context, dispatch.Challenge.Id);
            if (latest?.Channel == dispatch.By || Unseal(latest?.Payload) is not { Code: { } digits })
                return latest?.Payload;

            code = new(dispatch.Challenge.Id, digits, dispatch.Challenge.Seal, dispatch.Challenge.Reference);
        }

        return _seal.Protect(texts.Code(profile, dispatch, code, TokenOf(dispatch, message), caller, now).ToBytes());
    }

    /// <summary>A text has no room for a link, and whoever answers one link needs no other.</summary>
    private string? TokenOf(CodeDispatch dispatch, Guid message) =>
        dispatch.By == Channel.Email && dispatch.Challenge.Purpose != Purpose.Disown ? codes.TokenOf(message) : null;

    private void Write(PortalContext context, SecurityProfile profile, Notice notice, DateTimeOffset now)
    {
        foreach (var recipient in notice.Recipients)
        {
            var token = recipient.Link == LinkUse.None ? null : AddLink(context, profile, notice.Event, recipient, now);
            var content = texts.Notice(profile, notice.Event, recipient, token);
            context.Messages.Add(New(profile, recipient.Method, recipient.Contact, Message.ChannelOf(recipient.Contact), notice.Event.GetType().Name, recipient.Language, _seal.Protect(content.ToBytes()), now));
        }
    }

    private static Message New(
        SecurityProfile profile, MethodId method, Contact to, Channel channel, string kind, string language, byte[]? payload, DateTimeOffset now, Challenge? challenge = null, Guid? id = null, DateTimeOffset? turn = null)
    {
        var area = DeliveryArea.Of(to);
        return new()
        {
            Id = id ?? Guid.CreateVersion7(now),
            Account = profile.Id,
            Method = method,
            Channel = channel,
            To = to.Value,
            Area = area.Name,
            Prefix = area.Prefix,
            Kind = kind,
            Language = language,
            CreatedAt = now,
            DueAt = turn ?? now,
            TurnAt = turn,
            ExpiresAt = challenge?.ExpiresAt,
            Challenge = challenge?.Id,
            Reference = challenge?.Reference,
            Payload = payload,
        };
    }

    /// <summary>A mail gets a link, a text or a call a word; either is known to its reader alone.</summary>
    private string AddLink(PortalContext context, SecurityProfile profile, SecurityEvent told, Recipient recipient, DateTimeOffset now)
    {
        var token = recipient.Contact.Kind == MethodKind.Email ? OneTimeCodes.NewToken() : OneTimeCodes.NewWord();
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

    /// <summary>What of them still waits is not sent any more.</summary>
    public static void Wipe(PortalContext context, IReadOnlyCollection<ChallengeId> ended, DateTimeOffset now)
    {
        foreach (var challenge in ended)
        {
            foreach (var message in context.Messages.Where(message => message.Challenge == challenge && message.Payload != null).ToList())
                message.Drop(now);
        }
    }
}
