namespace SecurityPortal.Domain;

// A forgotten password: two established methods of different kinds prove its owner (R-PASS-2). Whoever tries is a stranger
// until both have: their wrong answers count against the reset alone, and block nobody else (R-BLOCK-6).
public sealed partial class SecurityProfile
{
    public LastReset? LastReset { get; private set; }

    /// <summary>Told to whoever has proved something, and to nobody before.</summary>
    public Refusal? WhyNoReset(DateTimeOffset now) => this switch
    {
        _ when WhyStaffHold(new(default, ""), now) is { } held => held,
        { Pending: { } pending } => new Refusal.ReplacementPending(pending.EndsAt),
        { Restriction: { } restriction } => new Refusal.Restricted(restriction.EndsAt),
        { Freeze: { } freeze } => new Refusal.Frozen(freeze.EndsAt),
        _ => null,
    };

    /// <summary>The established method that was typed whole; null when it is none of this account's.</summary>
    public SecurityMethod? ResetBy(Contact typed, DateTimeOffset now) =>
        _methods.Find(method => method.IsDestination && ProvesForReset(method, now) && method.Contact == typed);

    /// <summary>What can be the second proof after the first, which is of another kind.</summary>
    public IEnumerable<SecurityMethod> SecondsAfter(MethodId first, DateTimeOffset now) =>
        _methods.Find(method => method.Id == first) is { } proved ? _methods.Where(method => method.Kind != proved.Kind && ProvesForReset(method, now)) : [];

    public bool HasPaperForReset(DateTimeOffset now) => RecoveryCodes is { Left: > 0 } set && set.IsEstablished(now);

    /// <summary>Sends a code; one that is out already is enough.</summary>
    public Refusal? AskForReset(Asker by, MethodId id, NewCode code, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (_methods.Find(method => method.Id == id) is not { IsDestination: true } method || !ProvesForReset(method, now))
            return new Refusal.NoSuchMethod();

        if (WhyHeld(method, by, now) is { } held)
            return held;

        if (method.Kind == MethodKind.Phone && !policy.HasCalls && !method.TakesTexts)
            return new Refusal.NoCalls();

        return OpenChallenge(by.Session, Purpose.ResetPassword, id, now) is not null
            ? null
            : WhyTooSoon(Latest(by.Session, Purpose.ResetPassword, method.Key), policy, now)
                ?? Send(ToMethod(method)!.Value, by, Purpose.ResetPassword, id, code, policy, now);
    }

    /// <param name="isRight">Null when what was typed cannot be a code at all.</param>
    public Refusal? ProveForReset(Asker by, MethodId id, CodeCheck? isRight, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (isRight is null)
            return new Refusal.NotACode();

        if (OpenChallenge(by.Session, Purpose.ResetPassword, id, now) is not { } asked || _methods.Find(method => method.Id == id) is not { } proved || !ProvesForReset(proved, now))
            return new Refusal.CodeExpired(now);

        if (WhyHeld(proved, by, now) is { } held)
            return held;

        if (!isRight(asked))
            return new Refusal.WrongCode(0);

        Challenges = Challenges.Replace(asked, asked with { AnsweredAt = now, UsedAt = now, SentFrom = [] });
        _endedChallenges.Add(asked.Id);
        proved.LastUsedAt = now;
        return null;
    }

    /// <summary>The app whose code was typed; each step once (R-PASS-4).</summary>
    public SecurityMethod? ProveAppForReset(Asker by, MethodId first, AppCheck stepOf, DateTimeOffset now) =>
        TakeCodeOfAny(SecondsAfter(first, now), by, stepOf, now);

    public Refusal? ProvePasskeyForReset(Asker by, MethodId first, PasskeyAnswer answer, DateTimeOffset now)
    {
        if (WhyNotTaken(by, Purpose.ResetPassword, answer, now) is { } wrong)
            return wrong;

        var passkey = PasskeyOf(answer.Credential)!;
        if (!SecondsAfter(first, now).Contains(passkey))
            return new Refusal.WrongPasskey(PasskeyFault.Unknown);

        TakeAnswer(passkey, answer, now);
        return null;
    }

    public Refusal? ProvePaperForReset(Asker by, RecoveryCodeCheck? isRight, DateTimeOffset now)
    {
        if (isRight is null)
            return new Refusal.NotARecoveryCode();

        if (RecoveryCodes is not { } set || !HasPaperForReset(now) || set.Codes.FirstOrDefault(code => isRight(set, code)) is not { } found)
            return new Refusal.WrongRecoveryCode();

        return found.UsedAt is null ? Spend(set, found, by, now) : new Refusal.RecoveryCodeSpent();
    }

    /// <summary>Everything that was open with the old password ends with it.</summary>
    /// <param name="second">A method, or the set of recovery codes.</param>
    public Refusal? ResetPassword(MethodId first, MethodId second, string newHash, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNoReset(now) is { } refusal)
            return refusal;

        if (_methods.Find(method => method.Id == first) is not { } one || !ProvesForReset(one, now)
            || (second != RecoveryCodes?.Id && !SecondsAfter(first, now).Any(method => method.Id == second)))
            return new Refusal.NoSuchMethod();

        var isByMessages = one.IsDestination && _methods.Exists(method => method.Id == second && method.IsDestination);
        KeepFormerPassword(policy, now);
        LastReset = new(now, isByMessages ? now + policy.Methods.ResetByMessagesWait : now, PasswordlessSince: PasswordlessSince);
        (PasswordHash, PasswordDistrustedAt, PasswordlessSince, Unfinished) = (newHash, null, null, []);
        EndSessionsBut(null);
        ForgetBrowsers();
        DropChallenges(_ => true, now);
        StopRecovery(now, default);
        Tell(new SecurityEvent.PasswordReset { At = now });
        return null;
    }

    /// <summary>
    /// <em>This wasn't me</em>: the new password opens nothing any more, until another is set. Nor does what was set or added
    /// with its help since: else whoever set it would only have to be quick.
    /// </summary>
    public void StopReset(DateTimeOffset toldAt, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (LastReset is not { StoppedAt: null } reset || toldAt < reset.At)
            return;

        // Else whoever set it could make it stay by beginning a replacement with it.
        if (Pending is { } pending && pending.StartedAt >= reset.At)
            Cancel(pending, new(ReplacementOutcome.CancelledByUse, now));

        (PasswordHash, PasswordlessSince, LastReset) = (null, reset.PasswordlessSince, reset with { StoppedAt = now });
        Tell(new SecurityEvent.PasswordStopped { At = now });
        DropAddedSince(reset.At);
        EndSessionsBut(null);
        ForgetBrowsers();
    }

    /// <summary>The account keeps something that can be relied on, whoever that is from.</summary>
    private void DropAddedSince(DateTimeOffset at)
    {
        if (_methods.Exists(method => Serves(method) && method.VerifiedAt < at))
            _ = _methods.RemoveAll(method => !(method.VerifiedAt < at));
        if (RecoveryCodes?.MadeAt >= at)
            RecoveryCodes = null;
        if (!_methods.Exists(method => method.Id == DefaultMethod))
            DefaultMethod = null;
    }

    private static bool ProvesForReset(SecurityMethod method, DateTimeOffset now) => Serves(method) && method.IsEstablished(now);
}
