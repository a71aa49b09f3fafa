using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// asked ── Prove, right ──▶ proof ── serves its purpose ──▶ used
//   └── five wrong tries, or ten minutes ──▶ dropped
public sealed partial class SecurityProfile
{
    public ImmutableArray<Challenge> Challenges { get; private set; } = [];

    public Challenge? OpenChallenge(SessionId session, Purpose purpose, MethodId method, DateTimeOffset now) =>
        Challenges.LastOrDefault(challenge => challenge.Session == session && challenge.Purpose == purpose && challenge.Method == method && challenge.IsOpen(now));

    /// <summary>Sends a code, unless one that this session can still enter is out already: a reload sends nothing twice.</summary>
    public Refusal? AskForCode(Asker by, Purpose purpose, MethodId method, NewCode code, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNoCode(by, purpose, method, now) is { } refusal)
            return refusal;

        if (OpenChallenge(by.Session, purpose, method, now) is not null)
            return null;

        var last = Challenges.LastOrDefault(challenge => challenge.Session == by.Session && challenge.Purpose == purpose && challenge.Method == method);
        if (last is { AnsweredAt: null } && NextSendAt(last, policy) is var at && now < at)
            return new Refusal.TooSoon(at);

        Send(by, purpose, method, code, policy, now);
        return null;
    }

    /// <summary>The same code once more; once it was sent often enough, a new one in its place (R-CODE-5).</summary>
    public Refusal? SendAgain(Asker by, ChallengeId id, NewCode code, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Challenges.FirstOrDefault(challenge => challenge.Id == id && challenge.Session == by.Session) is not { } sent)
            return new Refusal.NoCodeAsked();

        if (sent.AnsweredAt is not null)
            return new Refusal.CodeUsed();

        if (WhyNoCode(by, sent.Purpose, sent.Method, now) is { } refusal)
            return refusal;

        if (NextSendAt(sent, policy) is var at && now < at)
            return new Refusal.TooSoon(at);

        if (sent.IsOpen(now) && sent.Sends < policy.Codes.Sends)
            Resend(sent, now);
        else
            Send(by, sent.Purpose, sent.Method, code, policy, now);
        return null;
    }

    /// <summary>Counts the try, then compares (R-CODE-3). A right answer is a proof; what it opens is asked separately.</summary>
    /// <param name="isRight">Null when what was typed cannot be a code at all: that is told, and is no try.</param>
    public Refusal? Prove(Asker by, ChallengeId id, CodeCheck? isRight, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Challenges.FirstOrDefault(challenge => challenge.Id == id && challenge.Session == by.Session) is not { } asked)
            return Find(by.Session) is null ? new Refusal.SignedOut() : new Refusal.NoCodeAsked();

        if (asked.AnsweredAt is not null)
            return new Refusal.CodeUsed();

        if (!asked.IsOpen(now))
            return asked.Tries >= policy.Codes.Tries ? new Refusal.WrongCode(0) : new Refusal.CodeExpired();

        if (WhyNoCode(by, asked.Purpose, asked.Method, now) is { } refusal)
            return refusal;

        if (isRight is null)
            return new Refusal.NotACode();

        return isRight(asked) ? Accept(by, asked, now) : Count(by, asked, policy, now);
    }

    public static DateTimeOffset NextSendAt(Challenge challenge, SecurityPolicy policy) =>
        challenge.LastSentAt + policy.Codes.Waits[Math.Min(challenge.Sends, policy.Codes.Waits.Length) - 1];

    /// <summary>The proof by which this session may change security info, while it lasts (R-METH-10).</summary>
    public Challenge? ChangeProof(SessionId session, SecurityPolicy policy, DateTimeOffset now) =>
        Challenges.LastOrDefault(challenge => challenge.Session == session && challenge is { Purpose: Purpose.ChangeSecurityInfo, IsProof: true }
            && now < challenge.AnsweredAt + policy.Codes.ProofLife);

    private void Send(Asker by, Purpose purpose, MethodId method, NewCode code, SecurityPolicy policy, DateTimeOffset now)
    {
        var (to, language) = DestinationOf(by, purpose, method)!.Value;
        DropChallenges(old => old.Session == by.Session && old.Purpose == purpose && old.Method == method, now);
        Challenge challenge = new()
        {
            Id = code.Challenge,
            Purpose = purpose,
            Session = by.Session,
            Method = method,
            ContactKey = to.Key,
            Seal = code.Seal,
            Reference = code.Reference,
            AskedAt = now,
            LastSentAt = now,
            ExpiresAt = now + policy.Codes.Life,
        };
        Challenges = Challenges.Add(challenge);
        _dispatches.Add(new(challenge, to, language, code));
    }

    private void Resend(Challenge sent, DateTimeOffset now)
    {
        var again = sent with { Sends = sent.Sends + 1, LastSentAt = now };
        Challenges = Challenges.Replace(sent, again);
        var (to, language) = DestinationOf(new(sent.Session, ""), sent.Purpose, sent.Method)!.Value;
        _dispatches.Add(new(again, to, language, Code: null));
    }

    private Refusal? Accept(Asker by, Challenge asked, DateTimeOffset now)
    {
        Challenges = Challenges.Replace(asked, asked with { Tries = asked.Tries + 1, AnsweredAt = now });
        WrongTries = WrongTries.RemoveAll(wrong => wrong.ContactKey == asked.ContactKey && wrong.Source == by.Source);
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

    private void DropChallenges(Func<Challenge, bool> which, DateTimeOffset at)
    {
        foreach (var open in Challenges.Where(challenge => which(challenge) && challenge.UsedAt is null && challenge.DroppedAt is null))
        {
            Challenges = Challenges.Replace(open, open with { DroppedAt = at });
            _endedChallenges.Add(open.Id);
        }
    }

    private void Use(Challenge proof, DateTimeOffset now) =>
        Challenges = Challenges.Replace(proof, proof with { UsedAt = now });

    private Challenge? ProofOf(Asker by, Purpose purpose, MethodId method) =>
        Challenges.LastOrDefault(challenge => challenge.Session == by.Session && challenge.Purpose == purpose && challenge.Method == method && challenge.IsProof);

    private void ExpireChallenges(DateTimeOffset now)
    {
        DropChallenges(challenge => challenge.AnsweredAt is null && now >= challenge.ExpiresAt, now);
        if (Challenges.Any(challenge => IsForgotten(challenge, now)))
            Challenges = Challenges.RemoveAll(challenge => IsForgotten(challenge, now));
    }

    private static bool IsForgotten(Challenge challenge, DateTimeOffset now) => now >= challenge.AskedAt + CodePolicy.Memory;
}
