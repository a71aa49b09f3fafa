namespace SecurityPortal.Domain;

// none, or old ones ── made ──▶ shown once ── "I have saved these codes" ──▶ in use, the old ones are dead
//                                  └── the session ends ──▶ never were
public sealed partial class SecurityProfile
{
    public RecoveryCodeSet? RecoveryCodes { get; private set; }

    /// <summary>Those that a session was shown and has not said to be kept: until then the old ones work.</summary>
    public RecoveryCodeSet? ShownRecoveryCodes { get; private set; }

    /// <summary>Whether a code of the set in use can open anything.</summary>
    public bool HasRecoveryCodes => RecoveryCodes is { Left: > 0 };

    public Refusal? MakeRecoveryCodes(Asker by, RecoveryCodeSet made, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyClosed(by, policy, now) is { } refusal)
            return refusal;

        // Nobody is to hold codes alone: they save an account that has something else to go on with.
        if (!_methods.Exists(method => method.IsUsable))
            return new Refusal.NoSuchMethod();

        var isFirst = RegistersFirst(Find(by.Session)!, policy, now);
        ShownRecoveryCodes = made with { MadeAt = now, EstablishedAt = isFirst ? now : now + policy.EstablishedAfter, ShownIn = by.Session };
        return null;
    }

    /// <summary><em>I have saved these codes</em>: from now on they are the ones.</summary>
    public Refusal? SaveRecoveryCodes(Asker by, MethodId set, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (RecoveryCodes?.Id == set)
            return null;

        if (WhyClosed(by, policy, now) is { } refusal)
            return refusal;

        if (ShownRecoveryCodes is not { } shown || shown.Id != set || shown.ShownIn != by.Session)
            return new Refusal.NoSuchMethod();

        if (RecoveryCodes is { } old)
            DropChallenges(challenge => challenge.Method == old.Id && challenge.Session != by.Session, now);
        (RecoveryCodes, ShownRecoveryCodes) = (shown with { ShownIn = null }, null);
        Tell(new SecurityEvent.RecoveryCodesMade { At = now, By = by.Session });
        return null;
    }

    /// <summary>
    /// One of them in place of any other proof. Used up whatever follows; a wrong one counts at its source alone, because
    /// they go on working for the owner whatever others try (R-BLOCK-6).
    /// </summary>
    /// <param name="isRight">Null when what was typed cannot be one.</param>
    public Refusal? UseRecoveryCode(Asker by, Purpose purpose, RecoveryCodeCheck? isRight, ChallengeId id, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNoProof(by, purpose, policy, now) is { } refusal)
            return refusal;

        if (TakesStrongOnly && purpose == Purpose.SignIn)
            return new Refusal.NotForStaff();

        if (RecoveryCodes is not { } set)
            return new Refusal.NoRecoveryCodes();

        if (WhyHeldHere(set.Key, by, now) is { } blocked)
            return blocked;

        if (isRight is null)
            return new Refusal.NotARecoveryCode();

        if (set.Codes.FirstOrDefault(code => isRight(set, code)) is not { } found)
            return CountWrongHere(by, set.Key, policy, now);

        if (found.UsedAt is not null)
            return new Refusal.RecoveryCodeSpent();

        EndRow(set.Key, SeatOf(by, now));
        TakeProof(by, purpose, set.Id, set.Key, id, policy, now);
        return Spend(set, found, by, now);
    }

    private Refusal? Spend(RecoveryCodeSet set, RecoveryCode found, Asker by, DateTimeOffset now)
    {
        RecoveryCodes = set with { Codes = set.Codes.Replace(found, found with { UsedAt = now }) };
        Tell(new SecurityEvent.RecoveryCodeUsed(RecoveryCodes.Left) { At = now, By = by.Session });
        return null;
    }

    /// <summary>No block but that of wrong ones from there holds them back.</summary>
    private Refusal.Blocked? WhyHeldHere(string key, Asker by, DateTimeOffset now)
    {
        if (StandingHere(key, by, now) is not { } block)
            return null;

        var longer = block.AfterTry(now);
        Put(longer, now);
        return longer.AsRefusal();
    }

    private Refusal CountWrongHere(Asker by, string key, SecurityPolicy policy, DateTimeOffset now)
    {
        var seat = SeatOf(by, now);
        TakeWrong(new(key, seat, now) { IsCounted = true });
        CountHere(key, seat, policy, now);
        return StandingHere(key, by, now) is { } block ? block.AsRefusal() : new Refusal.WrongRecoveryCode();
    }

    private Block? StandingHere(string key, Asker by, DateTimeOffset now) =>
        Blocks.FirstOrDefault(block => block.IsOfSame(BlockScope.MethodAtSource, key, SeatOf(by, now)) && block.Stands(now));
}
