namespace SecurityPortal.Domain;

// free ── everything changed at once ──▶ restricted ── 30 days ──▶ free, what went is forgotten
//                                            └── undone by what went ──▶ free, what went is back
public sealed partial class SecurityProfile
{
    public Restriction? Restriction { get; private set; }

    /// <summary>What went and gets no message whose link could undo that: an app or a passkey.</summary>
    public SecurityMethod? UndoneWithoutLink => Restriction is { } restriction
        ? _methods.Find(method => restriction.Went.Contains(method.Id) && !method.IsDestination)
        : null;

    /// <summary>Opens the session in which a removed method can undo the change: a link, then the password (R-RESTRICT-3).</summary>
    public Refusal? OpenUndoSession(Session session, MethodId with, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Restriction?.Went.Contains(with) != true)
            return new Refusal.NothingToUndo();

        OpenLimitedSession(session with { UndoesWith = with }, policy, now);
        return null;
    }

    /// <param name="wasNotOwner">Somebody else made the change: the new info goes, and the password is no longer trusted.</param>
    public Refusal? UndoRestriction(Asker by, MethodId with, bool wasNotOwner, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Restriction is not { } restriction)
            return new Refusal.NothingToUndo();

        if (ProofOf(by, Purpose.UndoRestriction, with) is not { } proof)
            return new Refusal.ProofNeeded();

        Use(proof, now);
        Restriction = null;
        foreach (var went in _methods.Where(method => restriction.Went.Contains(method.Id)))
        {
            (went.KeptAsideAt, went.SuspendedAt, went.DisownedAt, went.LostAt) = (null, null, null, null);
            Enable(went);
        }

        Tell(new SecurityEvent.ChangeUndone(wasNotOwner) { At = now });

        // The password and old info were used: that ends a pending replacement as a sign-in with them would (R-PEND-5).
        if (Pending is { } pending)
            Cancel(pending, new(ReplacementOutcome.CancelledByUse, now));
        if (wasNotOwner)
            ThrowOutStranger(restriction, now);
        EndUndoSessions();
        ResumeReminder(now);
        return null;
    }

    private void Restrict(Asker by, SecurityMethod[] leaving, SecurityPolicy policy, DateTimeOffset now)
    {
        Restriction = new()
        {
            StartedAt = now,
            EndsAt = now + policy.Restriction,
            Went = [.. leaving.Select(method => method.Id)],
            PasswordHash = FormerPassword is { } former && now < former.ReplacedAt + policy.Restriction ? former.Hash : PasswordHash,
        };

        // They were earned with what has gone.
        ForgetBrowsers();
        SecurityEvent.EverythingChanged happened = new(Restriction.EndsAt) { At = now, By = by.Session };
        _notices.Add(new(happened, Destinations(method => leaving.Contains(method) ? LinkUse.UndoRestriction : LinkUse.Report)));
    }

    /// <summary>What was not yet established when everything was changed is the stranger's.</summary>
    private void ThrowOutStranger(Restriction restriction, DateTimeOffset now)
    {
        _ = _methods.RemoveAll(method => !method.IsEstablished(restriction.StartedAt) && !restriction.Went.Contains(method.Id));
        if (!_methods.Exists(method => method.Id == DefaultMethod))
            DefaultMethod = null;
        if (RecoveryCodes?.IsEstablished(restriction.StartedAt) == false)
            RecoveryCodes = null;
        EndSessionsBut(null);
        ForgetBrowsers();
        PasswordHash = restriction.PasswordHash ?? PasswordHash;
        if (PasswordHash is not null)
            PasswordlessSince = null;
        PasswordDistrustedAt = now;
    }

    private void EndRestriction(DateTimeOffset now)
    {
        if (Restriction is not { } restriction || now < restriction.EndsAt)
            return;

        _ = _methods.RemoveAll(method => method.KeptAsideAt is not null);
        Restriction = null;
        EndUndoSessions();
        ResumeReminder(restriction.EndsAt);
    }

    private void EndUndoSessions()
    {
        foreach (var session in Sessions.Where(session => session.UndoesWith is not null))
            Forget(session);
    }
}
