namespace SecurityPortal.Domain;

/// <summary>A passkey's answer whose signature, origin and user verification were found right (R-PASS-5).</summary>
/// <param name="Credential">As <see cref="PasskeyCredential.Name"/>.</param>
/// <param name="SignCount">What its authenticator counts; 0 where it counts nothing.</param>
public sealed record PasskeyAnswer(string Credential, uint SignCount, bool IsBackedUp);

// A passkey proves itself at once: no code is sent, and nothing about it can be guessed.
public sealed partial class SecurityProfile
{
    /// <summary>Whether this session may add a passkey now: asked before the browser makes one, which could not be taken back.</summary>
    public Refusal? WhyNoPasskey(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        return WhyNotAdd(by, policy, now) ?? WhyNoRoom(policy);
    }

    /// <summary>Takes in one that the browser has just made, which proves that its owner holds it.</summary>
    /// <param name="isElsewhere">Another account has it already.</param>
    public Refusal? AddPasskey(Asker by, MethodId id, PasskeyCredential made, string name, bool isElsewhere, SecurityPolicy policy, DateTimeOffset now)
    {
        if (WhyNoPasskey(by, policy, now) is { } refusal)
            return refusal;

        if (WhyBadName(name) is { } unfit)
            return unfit;

        var added = NewPasskey(by, id, made, name.Trim(), now);
        if (isElsewhere || _methods.Exists(method => method.Key == added.Key && method.ClearedAt is null))
            return new Refusal.AlreadyYours(added.Contact);

        _methods.Add(added);
        BeginRegistering(by);
        TakeIn(by, added, policy, now);
        return null;
    }

    /// <summary>A passkey proves its owner for a purpose, in the place of a code.</summary>
    public Refusal? ProveByPasskey(Asker by, Purpose purpose, PasskeyAnswer answer, ChallengeId id, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNoProof(by, purpose, policy, now) is { } refusal)
            return refusal;

        if (WhyNotTaken(by, purpose, answer, now) is { } wrong)
            return wrong;

        var passkey = PasskeyOf(answer.Credential)!;
        TakeAnswer(passkey, answer, now);
        TakeProof(by, purpose, passkey.Id, passkey.Key, id, policy, now);
        return null;
    }

    /// <summary>A passkey alone signs in (R-SIGN-4): a session is opened by it, and completed at once.</summary>
    public Refusal? OpenByPasskey(Session session, PasskeyAnswer answer, ChallengeId id, SessionId full, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        Asker by = new(session.Id, session.Source, session.BrowserId);
        if ((WhyStaffHold(by, now) ?? WhyNotTaken(by, Purpose.SignIn, answer, now)) is { } refusal)
            return refusal;

        OpenLimitedSession(session, policy, now);
        return SignInByPasskey(by, answer, id, full, policy, now);
    }

    /// <summary>
    /// The sign-in that a passkey has just proved. While a replacement is pending it is not completed before its owner has
    /// said that the update is to be cancelled (R-PEND-5): <see cref="CancelAndSignIn"/>.
    /// </summary>
    public Refusal? SignInByPasskey(Asker by, PasskeyAnswer answer, ChallengeId id, SessionId full, SecurityPolicy policy, DateTimeOffset now) =>
        ProveByPasskey(by, Purpose.SignIn, answer, id, policy, now)
        ?? (Pending is null ? CompleteSignIn(by, PasskeyOf(answer.Credential)!.Id, full, policy, now) : null);

    /// <summary>The passkey that this session has proved and that waits for its owner's word on the pending update.</summary>
    public SecurityMethod? ProvedPasskey(SessionId session, SecurityPolicy policy, DateTimeOffset now) => Pending is null
        ? null
        : _methods.Find(method => method is { Kind: MethodKind.Passkey, IsUsable: true } && Challenges.Any(proof =>
            proof.Session == session && proof.Method == method.Id && proof is { Purpose: Purpose.SignIn, IsProof: true } && now < proof.AnsweredAt + policy.Codes.ProofLife));

    /// <summary><em>Cancel the update and sign in</em>.</summary>
    public Refusal? CancelAndSignIn(Asker by, SessionId full, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Find(by.Session) is null)
            return new Refusal.SignedOut();

        return ProvedPasskey(by.Session, policy, now) is { } passkey
            ? CompleteSignIn(by, passkey.Id, full, policy, now)
            : new Refusal.NothingPending();
    }

    /// <summary>One that went with a change of everything is known as long as it can undo that.</summary>
    public SecurityMethod? PasskeyOf(string credential) =>
        _methods.Find(method => method.VerifiedAt is not null && method.Key == SecurityMethod.KeyOfPasskey(credential));

    private Refusal? WhyNotTaken(Asker by, Purpose purpose, PasskeyAnswer answer, DateTimeOffset now)
    {
        if (PasskeyOf(answer.Credential) is not { } passkey || !Serves(passkey, by, purpose))
            return new Refusal.WrongPasskey(PasskeyFault.Unknown);

        if (WhyHeld(passkey, by, now) is { } held)
            return held;

        // An authenticator that counts never goes back: whoever does is a copy, or was copied (Web Authentication, 6.1.1).
        var known = passkey.Passkey!.SignCount;
        if ((answer.SignCount == 0 && known == 0) || answer.SignCount > known)
            return null;

        Tell(new SecurityEvent.PasskeyCloned(passkey.Contact) { At = now, By = by.Session });
        return new Refusal.WrongPasskey(PasskeyFault.Cloned);
    }

    /// <summary>One that was put aside is proved only to bring it back, and one that went only to undo that.</summary>
    private bool Serves(SecurityMethod passkey, Asker by, Purpose purpose) => purpose switch
    {
        Purpose.BringBack => passkey is { IsConfirmed: true, IsUsable: false, LostAt: null },
        Purpose.MendClear => passkey.ClearedAt is not null,
        Purpose.UndoRestriction => Find(by.Session)?.UndoesWith == passkey.Id,
        _ => passkey.IsUsable,
    };

    private static void TakeAnswer(SecurityMethod passkey, PasskeyAnswer answer, DateTimeOffset now) =>
        (passkey.Passkey, passkey.LastUsedAt) = (passkey.Passkey! with { SignCount = answer.SignCount, IsBackedUp = answer.IsBackedUp }, now);

    private static SecurityMethod NewPasskey(Asker by, MethodId id, PasskeyCredential made, string name, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = MethodKind.Passkey,
        Value = SecurityMethod.KeyOfPasskey(made.Name),
        Key = SecurityMethod.KeyOfPasskey(made.Name),
        Name = name,
        Passkey = made,
        Language = "",
        AddedAt = now,
        AddedIn = by.Session,
    };
}
