namespace SecurityPortal.Domain;

// asked ── Prove, right ──▶ proof ── serves its purpose ──▶ used
//   └── five wrong tries, or ten minutes ──▶ dropped
public sealed partial class SecurityProfile
{
    /// <summary>Sends a code, unless one that this session can still enter is out already: a reload sends nothing twice.</summary>
    public Refusal? AskForCode(Asker by, Purpose purpose, MethodId method, NewCode code, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNoCode(by, purpose, method, policy, now) is { } refusal)
            return refusal;

        if (OpenChallenge(by.Session, purpose, method, now) is not null)
            return null;

        // An app shows its code by itself: nothing is sent, so nobody has to wait.
        if (DestinationOf(by, purpose, method)!.Value.To is { IsDestination: false })
            return Send(by, purpose, method, code with { Seal = new([], 0), Reference = "" }, policy, now);

        return WhyNotWhole(by, purpose, method, policy, now)
            ?? WhyTooSoon(LatestTo(by, purpose, method), policy, now)
            ?? Send(by, purpose, method, code, policy, now);
    }

    /// <summary>Has the code said in a call: the one that is out, if it can go out once more, else a new one.</summary>
    public Refusal? CallWithCode(Asker by, Purpose purpose, MethodId method, NewCode code, SecurityPolicy policy, DateTimeOffset now, bool isThere = true)
    {
        Advance(policy, now);
        if ((WhyNoCode(by, purpose, method, policy, now) ?? WhyNoCall(by, purpose, method, policy) ?? WhyNotWhole(by, purpose, method, policy, now)) is { } refusal)
            return refusal;

        if (WhyTooSoon(LatestTo(by, purpose, method), policy, now) is { } wait)
            return wait;

        return OpenChallenge(by.Session, purpose, method, now) is { } sent && isThere && sent.Sends < policy.Codes.Sends
            ? Resend(by, sent, now, isCall: true)
            : Send(by, purpose, method, code, policy, now, isCall: true);
    }

    /// <summary>
    /// The same code once more; once it was sent often enough, a new one in its place (R-CODE-5). After a call it is a text
    /// again, wherever texts go.
    /// </summary>
    /// <param name="isThere">False when its message can be read no more, so that only a new code can be sent.</param>
    public Refusal? SendAgain(Asker by, ChallengeId id, NewCode code, SecurityPolicy policy, DateTimeOffset now, bool isThere = true)
    {
        Advance(policy, now);
        if (Challenges.FirstOrDefault(challenge => challenge.Id == id && challenge.Session == by.Session) is not { } sent || AppOf(sent) is not null)
            return new Refusal.NoCodeAsked();

        if (sent.AnsweredAt is not null)
            return new Refusal.CodeUsed();

        if ((WhyNoCode(by, sent.Purpose, sent.Method, policy, now) ?? WhyNotWhole(by, sent.Purpose, sent.Method, policy, now)) is { } refusal)
            return refusal;

        // Else the waits of a code that has been replaced would let through one after another.
        if (LatestTo(by, sent.Purpose, sent.Method)?.Id != id)
            return new Refusal.NoCodeAsked();

        if (WhyTooSoon(sent, policy, now) is { } wait)
            return wait;

        return isThere && sent.IsOpen(now) && sent.Sends < policy.Codes.Sends
            ? Resend(by, sent, now, isCall: false)
            : Send(by, sent.Purpose, sent.Method, code, policy, now);
    }

    /// <summary>Counts the try, then compares (R-CODE-3). A right answer is a proof; what it opens is asked separately.</summary>
    /// <param name="purpose">What the answer is wanted for: the code of another purpose is left as it is (R-CODE-7).</param>
    /// <param name="isRight">Null when what was typed cannot be a code at all: that is told, and is no try.</param>
    /// <param name="accountsOfPhone">How many other accounts a new phone serves already (R-METH-15).</param>
    public Refusal? Prove(Asker by, Purpose purpose, ChallengeId id, CodeCheck? isRight, SecurityPolicy policy, DateTimeOffset now, int accountsOfPhone = 0)
    {
        Advance(policy, now);
        if (Challenges.FirstOrDefault(challenge => challenge.Id == id && challenge.Session == by.Session && challenge.Purpose == purpose) is not { } asked || AppOf(asked) is not null)
            return Find(by.Session) is null ? new Refusal.SignedOut() : new Refusal.NoCodeAsked();

        return Judge(
            by, asked, isRight, () => WhyNoCode(by, purpose, asked.Method, policy, now) ?? WhyNotConfirm(by, purpose, asked.Method, accountsOfPhone, policy), policy, now);
    }

    private Refusal? Judge(Asker by, Challenge asked, CodeCheck? isRight, Func<Refusal?> whyNot, SecurityPolicy policy, DateTimeOffset now)
    {
        if (asked.AnsweredAt is not null)
            return new Refusal.CodeUsed();

        if (!asked.IsOpen(now))
            return WhyBlocked(asked.ContactKey, by, now) ?? (asked.Tries >= policy.Codes.Tries ? new Refusal.WrongCode(0) : WhyOver(asked));

        if (whyNot() is { } refusal)
            return refusal;

        if (isRight is null)
            return new Refusal.NotACode();

        return isRight(asked) ? Accept(by, asked, policy, now) : Count(by, asked, policy, now);
    }

    /// <summary>The waits are those of the destination: taking a contact out and entering it again shortens none.</summary>
    private Challenge? LatestTo(Asker by, Purpose purpose, MethodId method) =>
        Latest(by.Session, purpose, DestinationOf(by, purpose, method)!.Value.CountedAs);

    private Refusal WhyOver(Challenge asked) => Latest(asked.Session, asked.Purpose, asked.ContactKey) is { DroppedAt: null } newer && newer.Id != asked.Id
        ? new Refusal.NewerCode(newer.Reference)
        : new Refusal.CodeExpired(asked.DroppedAt < asked.ExpiresAt ? asked.DroppedAt.Value : asked.ExpiresAt);

    private Challenge? Latest(SessionId session, Purpose purpose, string countedAs) =>
        Challenges.LastOrDefault(challenge => challenge.Session == session && challenge.Purpose == purpose && challenge.ContactKey == countedAs);

    private static Refusal.TooSoon? WhyTooSoon(Challenge? last, SecurityPolicy policy, DateTimeOffset now) =>
        last is { AnsweredAt: null } && NextSendAt(last, policy) is var at && now < at ? new(at) : null;

    private Refusal? WhyNoCall(Asker by, Purpose purpose, MethodId method, SecurityPolicy policy) =>
        policy.HasCalls && DestinationOf(by, purpose, method)!.Value.To.Kind == MethodKind.Phone ? null : new Refusal.NoCalls();

    private Refusal? Accept(Asker by, Challenge asked, SecurityPolicy policy, DateTimeOffset now)
    {
        _answered.AddRange(asked.SentFrom);
        Challenges = Challenges.Replace(asked, asked with { Tries = asked.Tries + 1, AnsweredAt = now, SentFrom = [] })
            .RemoveAll(older => older.IsProof && older.Id != asked.Id && older.Session == asked.Session && older.Purpose == asked.Purpose && older.Method == asked.Method);
        TakeSuccess(by, asked, now);
        if (asked.Purpose != Purpose.Disown)
            _methods.Find(used => used.Id == asked.Method && used.IsConfirmed)?.LastUsedAt = now;
        if (asked.Purpose is Purpose.ChangeSecurityInfo or Purpose.BringBack or Purpose.UndoRestriction or Purpose.MendClear)
        {
            EndReminder(policy, now);
            StopRecovery(now, by.Session);
        }
        _endedChallenges.Add(asked.Id);
        return null;
    }

    private Refusal Count(Asker by, Challenge asked, SecurityPolicy policy, DateTimeOffset now)
    {
        var wrong = asked with { Tries = asked.Tries + 1 };
        var left = policy.Codes.Tries - wrong.Tries;
        if (left <= 0)
        {
            wrong = wrong with { DroppedAt = now };
            _endedChallenges.Add(wrong.Id);
        }

        Challenges = Challenges.Replace(asked, wrong);
        return RememberWrongTry(by, asked, policy, now) is { } block ? block : new Refusal.WrongCode(Math.Max(left, 0));
    }
}
