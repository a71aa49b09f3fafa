namespace SecurityPortal.Domain;

// An account without a method gets its first ones from whoever knows its password, for a while after its import (R-HELP-3).
public sealed partial class SecurityProfile
{
    /// <summary>There is no method yet, or none since a clear that left nothing of use: the next sign-in registers one.</summary>
    public bool MustRegister => !_methods.Exists(method => method.IsConfirmed) || (Duty is { TakesPass: true } && !HasMetDuty);

    /// <summary>As long after an approved recovery as after the import.</summary>
    public DateTimeOffset RegistersUntil(SecurityPolicy policy) => (RecoveredAt ?? CreatedAt) + policy.RegistrationWindow;

    /// <summary>
    /// The session adds first methods, which needs no proof by another one: as long as a proof would have served, or as long
    /// as it can do nothing else.
    /// </summary>
    public bool IsRegistering(Session session, SecurityPolicy policy, DateTimeOffset now) =>
        session.IsRegistering && (session.FullAt is not { } full || OwesRegistration || now < full + policy.Codes.ProofLife);

    /// <summary>Nothing else is there that its methods would have to stand beside: they are established at once.</summary>
    private bool RegistersFirst(Session session, SecurityPolicy policy, DateTimeOffset now) =>
        IsRegistering(session, policy, now) && Duty is not { TakesPass: false };

    public Refusal? FinishRegistration(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Find(by.Session) is not { } session)
            return new Refusal.SignedOut();

        if (!session.IsRegistering || session.FullAt is null)
            return new Refusal.NotRegistering();

        if (WhyNotStrong(_methods, policy) is { } needed)
            return needed;

        if (!HasMetDuty)
            return new Refusal.RegistrationOwed();

        Replace(session with { IsRegistering = false });
        EndDuty();
        LastSignInAt = now;
        return null;
    }

    /// <summary>A password alone registers only where no method is, and only for a while after the import (R-HELP-3).</summary>
    private Refusal? WhyNotRegister(Session session, SecurityPolicy policy, DateTimeOffset now)
    {
        if (!MustRegister || Pending is not null || session.UndoesWith is not null)
            return new Refusal.NotFullySignedIn();

        // What was left by a clear, a recovery code at least, is proved first: a password alone never enrols after that.
        if (Duty is { TakesPass: false })
            return new Refusal.NotFullySignedIn();

        if (!TakesPass(policy, now) || HasPass(session.Id))
            return null;

        return OwesRegistration ? new Refusal.PassNeeded() : new Refusal.RegistrationClosed(RegistersUntil(policy));
    }

    /// <summary>Whoever began it in another session has to sign in with what is there now.</summary>
    private void EndOtherRegistrations(SessionId finished, DateTimeOffset now)
    {
        foreach (var other in Sessions.Where(other => other.Id != finished && other.IsRegistering))
        {
            Replace(other with { IsRegistering = false });
            _ = _methods.RemoveAll(method => method.VerifiedAt is null && method.AddedIn == other.Id);
            DropChallenges(challenge => challenge.Session == other.Id && challenge.Purpose == Purpose.ConfirmMethod, now);
        }
    }
}
