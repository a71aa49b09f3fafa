namespace SecurityPortal.Domain;

public sealed partial class SecurityProfile
{
    /// <summary>
    /// Takes a new contact in and sends it a code. It counts for nothing until that code was entered (R-METH-2).
    /// </summary>
    /// <param name="accountsOfPhone">How many other accounts a phone serves already (R-METH-15).</param>
    /// <param name="isSuggested">It was chosen among <see cref="Suggested"/>, masked. Typed, the same contact is another entry, or it would tell that it is one of them.</param>
    public Refusal? AddMethod(Asker by, Contact contact, string language, int accountsOfPhone, NewCode code, SecurityPolicy policy, DateTimeOffset now, bool isSuggested = false)
    {
        Advance(policy, now);
        if (WhyNotAdd(by, policy, now) is { } refusal)
            return refusal;

        if (isSuggested && !Suggested.Contains(contact))
            return new Refusal.NoSuchMethod();

        if (_methods.Find(method => method.Contact == contact && method.VerifiedAt is null && method.AddedIn == by.Session && method.IsSuggested == isSuggested) is { } waiting)
            return AskForCode(by, Purpose.ConfirmMethod, waiting.Id, code, policy, now);

        if ((WhyNotThis(contact, accountsOfPhone, policy) ?? WhyDisowned(contact, now)) is { } reason)
            return reason;

        if (_methods.Count(method => method.IsConfirmed || method.AddedIn == by.Session) >= policy.MaxMethods)
            return new Refusal.TooManyMethods(policy.MaxMethods);

        var added = Unconfirmed(by, contact, language, isSuggested, now);
        if (WhyTooManyDestinations(by, CountedAs(added), policy) is { } later)
            return later;

        _methods.Add(added);
        if (AskForCode(by, Purpose.ConfirmMethod, added.Id, code, policy, now) is { } unsent)
        {
            _ = _methods.Remove(added);
            return unsent;
        }

        Remember(by, CountedAs(added), now);
        BeginRegistering(by);
        return null;
    }

    /// <summary>Its code was entered: from now on it is a method.</summary>
    public Refusal? ConfirmMethod(Asker by, MethodId id, int accountsOfPhone, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNotAdd(by, policy, now) is { } refusal)
            return refusal;

        if (ProofOf(by, Purpose.ConfirmMethod, id) is not { } proof || _methods.Find(method => method.Id == id) is not { } added)
            return new Refusal.NoCodeAsked();

        if ((WhyNotThis(added.Contact, accountsOfPhone, policy) ?? WhyNoRoom(policy)) is { } reason)
            return reason;

        Use(proof, now);
        DropTwins(added, now);
        TakeIn(by, added, policy, now);
        return null;
    }

    private void BeginRegistering(Asker by)
    {
        if (Find(by.Session) is { FullAt: null } session)
            Replace(session with { IsRegistering = true });
    }

    /// <summary>It was proved to be the owner's, and is a method from now on.</summary>
    private void TakeIn(Asker by, SecurityMethod added, SecurityPolicy policy, DateTimeOffset now)
    {
        var session = Find(by.Session)!;
        added.VerifiedAt = now;
        added.EstablishedAt = RegistersFirst(session, policy, now) ? now : now + policy.EstablishedAfter;

        // Registered anew it is no matter of mending any more.
        _ = _methods.RemoveAll(cleared => cleared.ClearedAt is not null && cleared.Key == added.Key);
        if (session.FullAt is null)
        {
            Replace(session with { FullAt = now });
            EndOtherRegistrations(by.Session, now);
        }

        if (MethodPolicy.IsStrong(added.Kind))
            TakeStrong(by, added);
        EndReminder(policy, now);
        Tell(new SecurityEvent.MethodAdded(added.Contact) { At = now, By = by.Session });
    }

    /// <summary>Of staff whatever came in with less is out: only the session that adds the first is theirs for certain (R-HELP-7).</summary>
    private void TakeStrong(Asker by, SecurityMethod added)
    {
        ReplacedAt = null;
        if (IsPrivileged && !_methods.Exists(method => method != added && method.IsConfirmed && MethodPolicy.IsStrong(method.Kind)))
            EndSessionsBut(by.Session);
    }

    public Refusal? DiscardUnconfirmed(Asker by, MethodId id, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Find(by.Session) is null)
            return new Refusal.SignedOut();

        if (_methods.RemoveAll(method => method.Id == id && method.VerifiedAt is null && method.AddedIn == by.Session) == 0)
            return new Refusal.NoSuchMethod();

        DropChallenges(challenge => challenge.Method == id, now);
        return null;
    }

    private Refusal? WhyNotAdd(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        if (Find(by.Session) is not { } session)
            return new Refusal.SignedOut();

        if (session.FullAt is null)
            return WhyNotRegister(session, policy, now);

        // What is owed after a clear is added by the sign-in alone: the session can do nothing else.
        return IsRegistering(session, policy, now) ? WhyShut(by) : WhyClosed(by, policy, now);
    }

    private Refusal? WhyNotThis(Contact contact, int accountsOfPhone, SecurityPolicy policy) =>
        WhyNoCodesTo(contact, policy) ?? WhyYours(contact) ?? WhyServesTooMany(contact, accountsOfPhone, policy);

    public static Refusal? WhyNoCodesTo(Contact contact, SecurityPolicy policy) =>
        contact.Kind == MethodKind.Phone && PhoneNumber.KindFaultOf(contact.Value) is { } fault && !(fault is PhoneFault.CallsOnly && policy.HasCalls)
            ? new Refusal.NotAPhone(fault)
            : null;

    private Refusal? WhyYours(Contact contact) =>
        _methods.Exists(method => method is { VerifiedAt: not null, ClearedAt: null } && method.Contact == contact) ? new Refusal.AlreadyYours(contact) : null;

    private static Refusal? WhyServesTooMany(Contact contact, int accountsOfPhone, SecurityPolicy policy) =>
        contact.Kind == MethodKind.Phone && accountsOfPhone >= policy.AccountsPerPhone ? new Refusal.PhoneServesTooMany(policy.AccountsPerPhone) : null;

    private Refusal? WhyNoRoom(SecurityPolicy policy) =>
        _methods.Count(method => method.IsConfirmed) >= policy.MaxMethods ? new Refusal.TooManyMethods(policy.MaxMethods) : null;

    /// <summary>The same contact once typed and once chosen: one confirmation is enough.</summary>
    private void DropTwins(SecurityMethod confirmed, DateTimeOffset now)
    {
        foreach (var twin in _methods.FindAll(other => other != confirmed && other.VerifiedAt is null && other.AddedIn == confirmed.AddedIn && other.Contact == confirmed.Contact))
        {
            _ = _methods.Remove(twin);
            DropChallenges(challenge => challenge.Method == twin.Id, now);
        }
    }

    private static SecurityMethod Unconfirmed(Asker by, Contact contact, string language, bool isSuggested, DateTimeOffset now) => new()
    {
        Id = MethodId.New(now),
        Kind = contact.Kind,
        Value = contact.Value,
        Key = contact.Key,
        Language = language,
        AddedAt = now,
        AddedIn = by.Session,
        IsSuggested = isSuggested,
    };
}
