namespace SecurityPortal.Domain;

// A proof that no code was sent for: a passkey's answer, or a recovery code.
public sealed partial class SecurityProfile
{
    /// <summary>
    /// Whether this session may prove something of its own for a purpose: as for a code, but for the blocks of what codes
    /// are sent to, which hold back neither passkeys nor recovery codes (R-BLOCK-6). What staff block is blocked.
    /// </summary>
    private Refusal? WhyNoProof(Asker by, Purpose purpose, SecurityPolicy policy, DateTimeOffset now)
    {
        if (Find(by.Session) is not { } session)
            return new Refusal.SignedOut();

        if (session.UndoesWith is null
            ? purpose is not (Purpose.SignIn or Purpose.ChangeSecurityInfo or Purpose.BringBack or Purpose.MendClear) && !IsOfStaff(purpose)
            : purpose != Purpose.UndoRestriction)
            return new Refusal.NotFullySignedIn();

        return WhyNotFor(session, by, purpose, policy, now) ?? WhyStaffHold(by, now);
    }

    /// <summary>What staff block is blocked, and what too many wrong codes have put out of use proves nothing (R-CODE-3).</summary>
    private Refusal? WhyHeld(SecurityMethod method, Asker by, DateTimeOffset now) => IsDisabled(method)
        ? new Refusal.MethodDisabled()
        : BlocksOf(method, by, now).FirstOrDefault(block => block.IsByStaff)?.AsRefusal();

    private Refusal.Blocked? WhyStaffHold(Asker by, DateTimeOffset now) =>
        AccountBlocks(by, now).FirstOrDefault(block => block.IsByStaff)?.AsRefusal();

    /// <summary>Stands as a code that was answered rightly would, and serves what it was asked for and nothing else (R-CODE-7).</summary>
    private void TakeProof(Asker by, Purpose purpose, MethodId method, string key, ChallengeId id, SecurityPolicy policy, DateTimeOffset now)
    {
        Challenge proof = new()
        {
            Id = id,
            Purpose = purpose,
            Session = by.Session,
            Method = method,
            ContactKey = key,
            Seal = new([], 0),
            Reference = "",
            AskedAt = now,
            LastSentAt = now,
            ExpiresAt = now,
            Sends = 0,
            Tries = 1,
            AnsweredAt = now,
        };
        Challenges = Challenges
            .RemoveAll(older => older.IsProof && older.Session == by.Session && older.Purpose == purpose && older.Method == method)
            .Add(proof);
        if (purpose is Purpose.ChangeSecurityInfo or Purpose.BringBack or Purpose.UndoRestriction or Purpose.MendClear)
        {
            EndReminder(policy, now);
            StopRecovery(now, by.Session);
        }
    }
}
