namespace SecurityPortal.Domain;

// What is pending is entered anew: the draft of a correction begins with what there is.
public sealed partial class SecurityProfile
{
    /// <summary>A proof by one of its destinations opens the pending replacement's info for correction (R-PEND-8).</summary>
    public Refusal? OpenCorrection(Asker by, MethodId provedWith, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNoCorrection(by, policy, now) is { } refusal)
            return refusal;

        if (ProofOf(by, Purpose.CorrectReplacement, provedWith) is not { } proof)
            return new Refusal.ProofNeeded();

        Use(proof, now);
        Store(new() { Session = by.Session, OpenedAt = now, Corrects = Pending!.Id, Infos = Pending.Infos });
        return null;
    }

    private Refusal? WhyNoCorrection(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        if (Find(by.Session) is not { } session)
            return new Refusal.SignedOut();

        if (session.UndoesWith is not null)
            return new Refusal.NotFullySignedIn();

        if (Pending is null)
            return new Refusal.NothingPending();

        return HasFreshPassword(session, policy, now) ? null : new Refusal.PasswordNeeded();
    }
}
