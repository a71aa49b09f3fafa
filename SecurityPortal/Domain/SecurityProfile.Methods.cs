namespace SecurityPortal.Domain;

public sealed partial class SecurityProfile
{
    public const int MaxMethodName = 64;

    /// <summary>The method that is offered first.</summary>
    public MethodId? DefaultMethod { get; private set; }

    /// <param name="knowingly">The user has read that this changes everything at once (R-RESTRICT-1).</param>
    public Refusal? RemoveMethod(Asker by, MethodId id, bool knowingly, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyClosed(by, policy, now) is { } refusal)
            return refusal;

        return Leave(by, id, knowingly, policy, now, Depart);
    }

    /// <summary><em>I can't find it</em>: it is offered nowhere until it comes back (R-METH-13). Open while restricted too.</summary>
    public Refusal? SuspendMethod(Asker by, MethodId id, bool knowingly, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if ((WhyShut(by) ?? WhyUnproved(by, policy, now)) is { } refusal)
            return refusal;

        return _methods.Exists(method => method.Id == id && method.SuspendedAt is null)
            ? Leave(by, id, knowingly, policy, now, Suspend)
            : new Refusal.NoSuchMethod();
    }

    /// <summary>
    /// By its own code, or by a fresh proof with an established method (R-METH-13); one whose reader disowned the account
    /// only by its own, and one that was reported lost (R-HELP-5), or that too many wrong codes disabled (R-CODE-3), only by
    /// another.
    /// </summary>
    public Refusal? BringBackMethod(Asker by, MethodId id, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNotBringBack(by) is { } refusal)
            return refusal;

        if (_methods.Find(method => method.Id == id && method.IsConfirmed && (method.SuspendedAt is not null || method.DisabledAt is not null)) is not { } gone)
            return new Refusal.NoSuchMethod();

        var takesOwn = gone is { DisabledAt: null, LostAt: null };
        if (takesOwn && ProofOf(by, Purpose.BringBack, id) is { } own)
            Use(own, now);
        else if ((takesOwn && gone.DisownedAt is not null) || !HasEstablishedProof(by, id, policy, now))
            return new Refusal.ProofNeeded();

        // One that is both takes the other's proof and then its own code, before which it is not back.
        var isBack = takesOwn || gone.DisownedAt is null;
        gone.LostAt = null;
        Enable(gone);
        if (isBack)
            ComeBack(gone);
        Tell(new SecurityEvent.MethodBroughtBack(gone.Contact) { At = now, By = by.Session });
        return null;
    }

    public Refusal? RenameMethod(Asker by, MethodId id, string name, SecurityPolicy policy, DateTimeOffset now)
    {
        if (WhyBadName(name) is { } unfit)
            return unfit;

        return Change(by, id, policy, now, method =>
        {
            method.Name = name.Trim();
            return new SecurityEvent.MethodRenamed(method.Contact) { At = now, By = by.Session };
        });
    }

    /// <summary>In place: nobody has to remove and add a method to be written to in their language (R-METH-14).</summary>
    public Refusal? SetMethodLanguage(Asker by, MethodId id, string language, SecurityPolicy policy, DateTimeOffset now) =>
        _methods.Exists(method => method.Id == id && !method.IsDestination) ? new Refusal.NoSuchMethod() : Change(by, id, policy, now, method =>
        {
            method.Language = language;
            return new SecurityEvent.LanguageChanged(method.Contact) { At = now, By = by.Session };
        });

    public Refusal? MakeDefault(Asker by, MethodId id, SecurityPolicy policy, DateTimeOffset now) =>
        Change(by, id, policy, now, method =>
        {
            DefaultMethod = method.Id;
            return new SecurityEvent.DefaultChanged(method.Contact) { At = now, By = by.Session };
        });

    /// <summary>A test message changes nothing, so it takes no proof and is open while all else is closed (R-DEL-10).</summary>
    public Refusal? WhyNoTest(Asker by, MethodId id, SecurityPolicy policy, DateTimeOffset now, out SecurityMethod? tested)
    {
        Advance(policy, now);
        tested = _methods.Find(method => method.Id == id && method is { IsUsable: true, IsDestination: true });
        if (WhyNotFull(by) is { } refusal)
            return refusal;

        if (tested is null)
            return new Refusal.NoSuchMethod();

        if (tested.Kind == MethodKind.Phone && !tested.TakesTexts && !policy.HasCalls)
            return new Refusal.NoCalls();

        return Holding(CountedAs(tested), by, now);
    }

    private static Refusal.BadMethodName? WhyBadName(string name) =>
        name.Trim() is var trimmed && (trimmed.Length > MaxMethodName || trimmed.Any(char.IsControl)) ? new(MaxMethodName) : null;

    private Refusal? Change(Asker by, MethodId id, SecurityPolicy policy, DateTimeOffset now, Func<SecurityMethod, SecurityEvent> change)
    {
        Advance(policy, now);
        if (WhyClosed(by, policy, now) is { } refusal)
            return refusal;

        if (_methods.Find(method => method.Id == id && method.IsUsable) is not { } found)
            return new Refusal.NoSuchMethod();

        Tell(change(found));
        return null;
    }

    private Refusal? Leave(Asker by, MethodId id, bool knowingly, SecurityPolicy policy, DateTimeOffset now, Action<SecurityMethod, bool, Asker, DateTimeOffset> leave)
    {
        if (_methods.Find(method => method.Id == id && method.IsConfirmed) is not { } leaving)
            return new Refusal.NoSuchMethod();

        if (WhyNotLeave([leaving], knowingly, policy, now, out var everything) is { } needed)
            return needed;

        if (everything)
            Restrict(by, [leaving], policy, now);
        leave(leaving, everything, by, now);
        DropChallenges(challenge => challenge.Method == id && !IsChangeProofOf(challenge, by), now);
        return null;
    }

    /// <param name="everything">Nothing established would stay (R-RESTRICT-1).</param>
    private Refusal? WhyNotLeave(SecurityMethod[] leaving, bool knowingly, SecurityPolicy policy, DateTimeOffset now, out bool everything)
    {
        var staying = _methods.Where(method => Serves(method) && !leaving.Contains(method)).ToArray();
        everything = Restriction is null && !staying.Any(method => method.IsEstablished(now));
        if (staying.Length == 0)
            return new Refusal.LastMethod();

        return WhyNotLeaveWithoutPassword(leaving, policy)
            ?? (Refusal?)WhyNotLeaveWeak(leaving, staying, policy)
            ?? (everything && !knowingly ? new Refusal.ChangesEverything(now + policy.Restriction) : null);
    }

    private void Depart(SecurityMethod leaving, bool everything, Asker by, DateTimeOffset now)
    {
        Tell(new SecurityEvent.MethodRemoved(leaving.Contact) { At = now, By = by.Session }, everything);
        if (everything)
            leaving.KeptAsideAt = now;
        else
            _ = _methods.Remove(leaving);
        if (DefaultMethod == leaving.Id)
            DefaultMethod = null;
    }

    private void Suspend(SecurityMethod leaving, bool everything, Asker by, DateTimeOffset now)
    {
        Tell(new SecurityEvent.MethodSuspended(leaving.Contact) { At = now, By = by.Session }, everything);
        leaving.SuspendedAt = now;
    }

    /// <summary>What changes everything is told once, by the notice of the restriction itself.</summary>
    private void Tell(SecurityEvent happened, bool everything)
    {
        if (!everything)
            Tell(happened);
    }

    /// <summary>Whoever has just proved a method goes on with that, although it is this one that leaves; others do not.</summary>
    private static bool IsChangeProofOf(Challenge challenge, Asker by) =>
        challenge.Session == by.Session && challenge is { Purpose: Purpose.ChangeSecurityInfo, IsProof: true };

    private Refusal? WhyNotBringBack(Asker by) =>
        WhyShut(by) ?? (Restriction is { } restriction ? new Refusal.Restricted(restriction.EndsAt) : (Refusal?)WhyFrozen());

    private bool HasEstablishedProof(Asker by, MethodId but, SecurityPolicy policy, DateTimeOffset now) =>
        ChangeProofs(by.Session, policy, now).Any(proof =>
            (proof.Method == RecoveryCodes?.Id && RecoveryCodes.IsEstablished(now))
            || _methods.Exists(method => method.Id == proof.Method && method.Id != but && Serves(method) && method.IsEstablished(now)));
}
