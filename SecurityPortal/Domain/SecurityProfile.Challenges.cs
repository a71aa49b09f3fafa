using System.Collections.Immutable;

namespace SecurityPortal.Domain;

public sealed partial class SecurityProfile
{
    public ImmutableArray<Challenge> Challenges { get; private set; } = [];

    public Challenge? OpenChallenge(SessionId session, Purpose purpose, MethodId method, DateTimeOffset now) =>
        Challenges.LastOrDefault(challenge => challenge.Session == session && challenge.Purpose == purpose && challenge.Method == method && challenge.IsOpen(now));

    /// <summary>At once where nothing was sent at all: an app makes its own codes.</summary>
    public static DateTimeOffset NextSendAt(Challenge challenge, SecurityPolicy policy) => challenge.Sends == 0
        ? challenge.AskedAt
        : challenge.LastSentAt + policy.Codes.Waits[Math.Min(challenge.Sends, policy.Codes.Waits.Length) - 1];

    /// <summary>The proof by which this session may change security info, while it lasts (R-METH-10).</summary>
    public Challenge? ChangeProof(SessionId session, SecurityPolicy policy, DateTimeOffset now) =>
        ChangeProofs(session, policy, now).MaxBy(proof => proof.AnsweredAt);

    /// <summary>A second thing was proved in this very session after its sign-in (R-METH-3).</summary>
    public bool HasProved(SessionId session) =>
        Challenges.Any(challenge => challenge.Session == session && challenge is { Purpose: Purpose.ChangeSecurityInfo or Purpose.BringBack, AnsweredAt: not null });

    /// <summary>
    /// It sees contacts unmasked: two things were proved. A browser that is remembered proved none when its session began.
    /// </summary>
    public bool IsProved(Session session) => session.FullAt is not null && (!session.IsRemembered || HasProved(session.Id));

    private IEnumerable<Challenge> ChangeProofs(SessionId session, SecurityPolicy policy, DateTimeOffset now) =>
        Challenges.Where(challenge => challenge.Session == session && challenge is { Purpose: Purpose.ChangeSecurityInfo, IsProof: true }
            && now < challenge.AnsweredAt + policy.Codes.ProofLife);

    private void DropChallenges(Func<Challenge, bool> which, DateTimeOffset at)
    {
        foreach (var open in Challenges.Where(challenge => which(challenge) && challenge.UsedAt is null && challenge.DroppedAt is null))
        {
            Challenges = Challenges.Replace(open, open with { DroppedAt = at, SentFrom = [] });
            _endedChallenges.Add(open.Id);
        }
    }

    /// <summary>Of the codes that one session had sent to one destination the last that ended is enough, or there would be no end to them.</summary>
    private void ForgetBefore(Challenge? last)
    {
        if (last is not null)
            Challenges = Challenges.RemoveAll(older => older.Id != last.Id && (older.UsedAt ?? older.DroppedAt) is not null
                && older.Session == last.Session && older.Purpose == last.Purpose && older.ContactKey == last.ContactKey);
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
