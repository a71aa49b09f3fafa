namespace SecurityPortal.Domain;

// "I didn't ask for this", said by whoever reads a mail that brought a code (R-DEL-7).
public sealed partial class SecurityProfile
{
    /// <summary>
    /// <em>It is my account, but not me</em>: the code is worth nothing any more, and for a day whoever wants one
    /// types the whole contact first. It is told to all others and to staff.
    /// </summary>
    /// <param name="number">For the case that it opens.</param>
    /// <param name="isSaid">The same was said lately: it is not told again, or who asks for many codes could drown what matters.</param>
    public void ReportCode(CodeMail mail, string source, string number, bool isSaid, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        var asked = Challenges.FirstOrDefault(challenge => challenge.Id == mail.Challenge);
        DropChallenges(challenge => challenge.Id == mail.Challenge, now);

        // Who reads an address that was typed by mistake, or by a thief, is nobody's owner: they report, and change nothing else.
        var isOurs = IsOurs(mail);
        if (isOurs)
        {
            AsksWholeUntil = now + s_wholeFor;
            EndAsking(asked);
        }

        if (isOurs || !isSaid)
            OpenCase(CaseKind.CodeNotAskedFor, mail.Method, source, number, now, mail.Id);
        if (isOurs && !isSaid)
            TellOthers(mail, new SecurityEvent.CodeNotAskedFor(mail.To, number) { At = now }, LinkUse.None);
    }

    /// <summary>It went to one of the account's methods, and not only to what somebody typed.</summary>
    public bool IsOurs(CodeMail mail) => _methods.Exists(method => method.IsConfirmed && method.Contact == mail.To);

    /// <summary>
    /// A session that gave only the password is perhaps a thief's. One that completed a sign-in is the owner's, and a
    /// single mailbox has no say over it.
    /// </summary>
    private void EndAsking(Challenge? asked)
    {
        if (asked is not null && Find(asked.Session) is { FullAt: null } session)
            Forget(session);
    }

    private void TellOthers(CodeMail mail, SecurityEvent happened, LinkUse link)
    {
        var all = Destinations(_ => link).Concat(Pending is { } pending ? Destinations(pending.Infos) : []);
        _notices.Add(new(happened, [.. all.Where(recipient => recipient.Contact != mail.To)]));
    }
}
