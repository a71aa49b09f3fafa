namespace SecurityPortal.Domain;

/// <summary>Nothing about the account's security changes, because its owner disputes what staff did (R-HELP-10).</summary>
/// <param name="Case">By which the help desk knows of it.</param>
public sealed record Freeze(string Case, DateTimeOffset StartedAt, DateTimeOffset EndsAt);

// staff did something ── the owner disputes it, by a proof of an established method ──▶ frozen ── a lead decides, or seven days ──▶ free
public sealed partial class SecurityProfile
{
    /// <summary>Never longer without a lead's word.</summary>
    public static readonly TimeSpan FrozenFor = TimeSpan.FromDays(7);

    public Freeze? Freeze { get; private set; }

    /// <summary>Open while restricted, too: it is what staff did that is to stop.</summary>
    /// <param name="number">For the case that it opens.</param>
    public Refusal? DisputeStaff(Asker by, string number, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyShut(by) is { } refusal)
            return refusal;

        if (Freeze is { } standing)
            return new Refusal.Frozen(standing.EndsAt);

        if (!HasEstablishedProof(by, default, policy, now))
            return new Refusal.ProofNeeded();

        Freeze = new(number, now, now + FrozenFor);
        OpenCase(CaseKind.StaffDisputed, null, by.Source, number, now);
        Tell(new SecurityEvent.SecurityFrozen(Freeze.EndsAt, number) { At = now, By = by.Session });
        return null;
    }

    /// <summary>A lead has decided, whichever way: it is over at once.</summary>
    public void EndDispute(string number, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Freeze?.Case != number)
            return;

        Freeze = null;
        ResumeReminder(now);
        Tell(new SecurityEvent.DisputeDecided(number) { At = now });
    }

    private void EndFreeze(DateTimeOffset now)
    {
        if (Freeze is not { } freeze || now < freeze.EndsAt)
            return;

        Freeze = null;
        ResumeReminder(freeze.EndsAt);
    }

    private Refusal.Frozen? WhyFrozen() => Freeze is { } freeze ? new(freeze.EndsAt) : null;
}
