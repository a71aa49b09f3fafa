using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// "This is not my account", said and proved by whoever reads an address (R-DEL-7):
//   the account's, and something established stays ──▶ suspended
//   the last that is, or a replacement is pending ──▶ as it was, for people to decide
//   none of the account's (yet)                   ──▶ dropped
// and whichever it was, for 90 days the account cannot take that address in.
public sealed partial class SecurityProfile
{
    public static readonly TimeSpan DisownedFor = TimeSpan.FromDays(90);

    /// <summary>So many codes go to one address within a day for this, whatever the mail they were asked by.</summary>
    public const int DisowningsADay = 10;

    /// <summary>Addresses whose readers have said that the account is not theirs.</summary>
    public ImmutableArray<DisownedAddress> Disowned { get; private set; } = [];

    public DisownedAddress? DisowningOf(Contact contact, DateTimeOffset now) =>
        Disowned.LastOrDefault(disowned => disowned.ContactKey == contact.Key && now < disowned.Until);

    public Challenge? OpenDisowning(CodeMail mail, DateTimeOffset now) => OpenChallenge(mail.AsSession, Purpose.Disown, mail.Method, now);

    /// <summary>Sends the address a code, to be entered where the mail's link leads; one that is out already is enough.</summary>
    public Refusal? AskToDisown(CodeMail mail, string source, NewCode code, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (DisowningOf(mail.To, now) is not null || OpenDisowning(mail, now) is not null)
            return null;

        return WhyNotSend(mail, source, policy, now)
            ?? Send(DestinationOf(mail), mail.From(source), Purpose.Disown, mail.Method, code, policy, now);
    }

    /// <summary>As any code is sent again: the same one while it can be, then another (R-CODE-5).</summary>
    public Refusal? SendDisowningAgain(CodeMail mail, string source, NewCode code, SecurityPolicy policy, DateTimeOffset now, bool isThere = true)
    {
        Advance(policy, now);
        if (DisowningOf(mail.To, now) is not null)
            return null;

        if (WhyNotSend(mail, source, policy, now) is { } refusal)
            return refusal;

        return OpenDisowning(mail, now) is { } sent && isThere && sent.Sends < policy.Codes.Sends
            ? Resend(DestinationOf(mail), mail.From(source), sent, now, isCall: false)
            : Send(DestinationOf(mail), mail.From(source), Purpose.Disown, mail.Method, code, policy, now);
    }

    /// <summary>Said once it is done, however often it is said.</summary>
    /// <param name="number">For the case that it opens.</param>
    public Refusal? Disown(CodeMail mail, string source, ChallengeId id, CodeCheck? isRight, string number, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (DisowningOf(mail.To, now) is not null)
            return null;

        if (Challenges.FirstOrDefault(challenge => challenge.Id == id && challenge.Session == mail.AsSession && challenge.Purpose == Purpose.Disown) is not { } asked)
            return new Refusal.NoCodeAsked();

        if (Judge(mail.From(source), asked, isRight, () => WhyBlocked(mail.To.Key, mail.From(source), now), policy, now) is { } refusal)
            return refusal;

        Use(Challenges.First(proof => proof.Id == id), now);
        TakeOut(mail, source, number, now);
        return null;
    }

    private Refusal? WhyNotSend(CodeMail mail, string source, SecurityPolicy policy, DateTimeOffset now)
    {
        // Over all mails: else each of them would be a way to send that address another code.
        var sent = Challenges.Where(challenge => challenge.Purpose == Purpose.Disown && challenge.ContactKey == mail.To.Key).ToArray();
        if ((WhyBlocked(mail.To.Key, mail.From(source), now) ?? (Refusal?)WhyTooSoon(sent.LastOrDefault(), policy, now)) is { } refusal)
            return refusal;

        return sent.Length < DisowningsADay ? null : new Refusal.TooSoon(sent[^DisowningsADay].AskedAt + CodePolicy.Memory);
    }

    private void TakeOut(CodeMail mail, string source, string number, DateTimeOffset now)
    {
        var method = _methods.Find(known => known.VerifiedAt is not null && known.Contact == mail.To);
        var kind = KindOf(method, mail.To, now);
        TellOthers(mail, new SecurityEvent.AddressDisowned(mail.To, number) { At = now }, Pending is null ? LinkUse.Report : LinkUse.CancelReplacement);
        OpenCase(kind, mail.Method, source, number, now, mail.Id);
        Disowned = Disowned.Add(new(mail.To.Key, kind, number, now + DisownedFor));
        if (method is not null && kind == CaseKind.AddressDisowned)
        {
            (method.SuspendedAt, method.DisownedAt) = (method.SuspendedAt ?? now, now);
            DropChallenges(challenge => challenge.Method == method.Id, now);
        }

        DropUnverified(mail.To, now);
        DropChallenges(challenge => challenge.Purpose == Purpose.Disown && challenge.ContactKey == mail.To.Key, now);
    }

    private CaseKind KindOf(SecurityMethod? method, Contact contact, DateTimeOffset now)
    {
        if (Pending is { } pending && (method is not null || pending.Infos.Any(info => info.Contact == contact)))
            return CaseKind.PendingDisowned;

        // What went with everything is all that can bring it back (R-RESTRICT-3).
        var isNeeded = method is { KeptAsideAt: not null }
            || (method is { IsUsable: true } && !_methods.Exists(other => other != method && Serves(other) && other.IsEstablished(now)))
            || (method is { IsUsable: true } && IsPasswordless && !SignsInAlone([.. _methods.Where(other => other != method && Serves(other))]));
        return isNeeded ? CaseKind.LastMethodDisowned : CaseKind.AddressDisowned;
    }

    /// <summary>Wherever it waits to be taken in, in whichever session.</summary>
    private void DropUnverified(Contact contact, DateTimeOffset now)
    {
        foreach (var waiting in _methods.FindAll(method => method.VerifiedAt is null && method.Contact == contact))
        {
            _ = _methods.Remove(waiting);
            DropChallenges(challenge => challenge.Method == waiting.Id, now);
        }

        foreach (var (draft, info) in Drafts.SelectMany(draft => draft.Infos.Where(info => info.Contact == contact).Select(info => (draft, info))).ToArray())
        {
            Store(draft with { Infos = draft.Infos.Remove(info) });
            DropChallenges(challenge => challenge.Method == info.Id && challenge.Session == draft.Session, now);
        }

        Suggested = Suggested.Remove(contact);
    }

    /// <summary>
    /// Said before a code is sent, to everybody and whether or not the address is the account's: that its reader has no part
    /// in the account gives away nothing, and they are to be left alone.
    /// </summary>
    private Refusal? WhyDisowned(Contact contact, DateTimeOffset now) =>
        DisowningOf(contact, now) is { } disowned ? new Refusal.AddressDisowned(disowned.Until) : null;

    private void ComeBack(SecurityMethod method)
    {
        (method.SuspendedAt, method.DisownedAt) = (null, null);
        Disowned = Disowned.RemoveAll(disowned => disowned.ContactKey == method.Key);
    }

    private void ForgetDisowned(DateTimeOffset now)
    {
        if (Disowned.Any(disowned => now >= disowned.Until))
            Disowned = Disowned.RemoveAll(disowned => now >= disowned.Until);
    }

    private static Destination DestinationOf(CodeMail mail) => new(mail.To, mail.Language, mail.To.Key);
}

/// <summary>An address that the account cannot take in before <paramref name="Until"/>.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Case">The number by which people look into it.</param>
public sealed record DisownedAddress(string ContactKey, CaseKind Kind, string Case, DateTimeOffset Until);
