using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Service;

/// <summary>What is to stand in the owner's log of a change: each event once, however many hear of it (R-ACT-1).</summary>
internal static class ActivityLog
{
    public static IEnumerable<ActivityEntry> Of(SecurityProfile profile, ImmutableArray<CodeDispatch> sent, Caller caller, DateTimeOffset now) =>
        sent.Select(dispatch => Asked(profile, caller, dispatch.Challenge.Method, dispatch.To, null, now));

    public static ActivityEntry Asked(SecurityProfile profile, Caller caller, MethodId method, Contact? to, Refusal? refused, DateTimeOffset now) =>
        New(profile, caller, ActivityEntry.CodeAsked, (caller as Owner)?.Session, now, method, to?.Value, refused?.GetType().Name);

    public static IEnumerable<ActivityEntry> Of(SecurityProfile profile, ImmutableArray<Notice> notices, Caller caller) =>
        notices.DistinctBy(notice => notice.Event).Select(notice => Of(profile, notice, DoerOf(notice.Event, caller)));

    private static ActivityEntry Of(SecurityProfile profile, Notice notice, Caller doer)
    {
        var contact = MessageTexts.ContactOf(notice.Event);
        var method = contact is null ? null : MethodOf(profile, notice, contact);
        return New(profile, doer, notice.Event.GetType().Name, SessionOf(profile, notice.Event), notice.Event.At, method, contact?.Value ?? MessageTexts.BrowserOf(notice.Event));
    }

    /// <summary>A sign-in is named as its tries are, by the limited session that it began in.</summary>
    private static SessionId? SessionOf(SecurityProfile profile, SecurityEvent happened) =>
        happened is SecurityEvent.UnusualSignIn { By: { } by } ? profile.Find(by)?.CameFrom ?? by : happened.By;

    /// <summary>One that has just left is still among those that hear of it.</summary>
    private static MethodId? MethodOf(SecurityProfile profile, Notice notice, Contact contact) =>
        notice.Recipients.FirstOrDefault(recipient => recipient.Contact == contact)?.Method
        ?? profile.Methods.FirstOrDefault(method => method.Contact == contact)?.Id;

    /// <summary>What time has brought is nobody's doing, whoever happened to ask when it was due.</summary>
    private static Caller DoerOf(SecurityEvent happened, Caller caller) => happened switch
    {
        SecurityEvent.PasswordKnown known => new Visitor(known.Source, known.Browser, caller is PortalItself ? "" : caller.RequestId)
        {
            Place = known.Country is { } country ? new(country, known.City) : null,
        },
        SecurityEvent.ReplacementReminder or SecurityEvent.ReplacementApplied or SecurityEvent.BlockEnded => new PortalItself(),
        _ => caller,
    };

    private static ActivityEntry New(
        SecurityProfile profile, Caller doer, string kind, SessionId? session, DateTimeOffset at, MethodId? method, string? about, string? refused = null)
    {
        var risk = doer is Owner owner ? profile.Find(owner.Session)?.Risk ?? RiskScore.None : RiskScore.None;
        return new()
        {
            Account = profile.Id,
            At = at,
            Kind = kind,
            Method = method,
            About = about,
            Refused = refused,
            Session = session,
            Source = doer.Source,
            Browser = doer.Browser,
            Country = doer.Place?.Country,
            City = doer.Place?.City,
            RequestId = doer.RequestId,
            Score = risk.Score,
            Signals = risk.Signals.IsEmpty ? null : string.Join(',', risk.Signals),
            Ticket = (doer as StaffCaller)?.Ticket,
            Reason = (doer as StaffCaller)?.Reason,
        };
    }
}
