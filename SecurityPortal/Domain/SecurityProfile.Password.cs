namespace SecurityPortal.Domain;

public sealed partial class SecurityProfile
{
    public string? PasswordHash { get; private set; }

    public FormerPassword? FormerPassword { get; private set; }

    /// <summary>Somebody else may know the password since then: sessions that become full from then on must change it first.</summary>
    public DateTimeOffset? PasswordDistrustedAt { get; private set; }

    /// <summary>While a restriction lasts the password is closed to everybody, so nobody is held up by it (R-RESTRICT-2).</summary>
    public bool MustChangePassword(Session session) =>
        PasswordHash is not null && Restriction is null && session.FullAt is { } full && full >= PasswordDistrustedAt;

    /// <summary>The right password was given once more in a full session.</summary>
    public Refusal? ConfirmPassword(Asker by, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Find(by.Session) is not { } session)
            return new Refusal.SignedOut();

        Replace(session with { PasswordAt = now, LastUsedAt = now });
        return null;
    }

    /// <summary>Puts a new password in the place of one that somebody else may know.</summary>
    public Refusal? ChangeDistrustedPassword(Asker by, string newHash, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyNotFull(by) is { } refusal)
            return refusal;

        // Else whoever changed everything could lock out the owner, who comes back with the password they know.
        if (Restriction is { } restriction)
            return new Refusal.Restricted(restriction.EndsAt);

        if (!MustChangePassword(Find(by.Session)!))
            return new Refusal.PasswordNotDistrusted();

        if (Pending is { } pending)
            return new Refusal.ReplacementPending(pending.EndsAt);

        // What somebody else may know is not to bring anything back.
        FormerPassword = null;
        TakePassword(by, newHash, now);
        return null;
    }

    /// <summary>Another password, or one again where there was none (R-PASS-3). Whoever knew the old one is out.</summary>
    public Refusal? SetPassword(Asker by, string newHash, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (WhyClosed(by, policy, now) is { } refusal)
            return refusal;

        KeepFormerPassword(policy, now);
        PasswordlessSince = null;
        TakePassword(by, newHash, now);
        return null;
    }

    /// <summary>The first of several counts: the later ones are perhaps a stranger's.</summary>
    private void KeepFormerPassword(SecurityPolicy policy, DateTimeOffset now)
    {
        if (PasswordHash is { } hash && (FormerPassword is not { } kept || now >= kept.ReplacedAt + policy.Restriction))
            FormerPassword = new(hash, now);
    }

    private void TakePassword(Asker by, string newHash, DateTimeOffset now)
    {
        (PasswordHash, PasswordDistrustedAt, Unfinished) = (newHash, null, []);
        if (LastReset is { } reset)
            LastReset = reset with { CountsFrom = reset.At };
        EndSessionsBut(by.Session);
        ForgetBrowsers();
        Tell(new SecurityEvent.PasswordChanged { At = now, By = by.Session });
    }

    /// <summary>Given lately enough to begin a replacement with; in a session that knows nothing else it always is.</summary>
    public static bool HasFreshPassword(Session session, SecurityPolicy policy, DateTimeOffset now) =>
        session.PasswordAt is { } given && (session.FullAt is null || now < given + policy.Codes.ProofLife);
}
