using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// approved ── its wait is over ── the applicant sets a password ──▶ old info gone, to be registered anew
//    └── old info is used, or staff clear ──▶ stopped
public sealed partial class SecurityProfile
{
    /// <summary>Until a recovery is applied, after any method was used lately (R-FORM-3).</summary>
    public static readonly TimeSpan RecoveryWait = TimeSpan.FromHours(72);

    public static readonly TimeSpan LongRecoveryWait = TimeSpan.FromDays(7);

    /// <summary>Whoever proved a method within that time is perhaps still there.</summary>
    public static readonly TimeSpan UsedLately = TimeSpan.FromDays(30);

    private readonly List<Guid> _ready = [];

    public ApprovedRecovery? Recovery { get; private set; }

    /// <summary>When an approved recovery gave the account to whoever had asked for it.</summary>
    public DateTimeOffset? RecoveredAt { get; private set; }

    /// <summary>All old methods are told; the wait begins.</summary>
    public DateTimeOffset BeginRecovery(Guid request, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        var wasUsed = _methods.Exists(method => method.LastProvedAt > now - UsedLately) || RecoveryCodes?.LastUsedAt > now - UsedLately;
        Recovery = new(request, now, now + (wasUsed ? LongRecoveryWait : RecoveryWait));
        Tell(new SecurityEvent.RecoveryApproved(Recovery.EndsAt) { At = now }, LinkUse.Report);
        return Recovery.EndsAt;
    }

    /// <summary>The requests whose applicants are to be told that their wait is over.</summary>
    public ImmutableArray<Guid> TakeReady() => Take(_ready);

    private void TellOfRecovery(DateTimeOffset now)
    {
        if (now >= Recovery?.EndsAt + RecoveryRequest.FinishWithin)
            Recovery = null;
        if (Recovery is not { IsTold: false } recovery || now < recovery.EndsAt)
            return;

        Recovery = recovery with { IsTold = true };
        _ready.Add(recovery.Request);
    }

    /// <summary>The applicant's new password takes the place of everything.</summary>
    public Refusal? ApplyRecovery(Guid request, string newHash, SecurityPolicy policy, DateTimeOffset now)
    {
        Advance(policy, now);
        if (Recovery is not { } recovery || recovery.Request != request || now < recovery.EndsAt || now >= recovery.EndsAt + RecoveryRequest.FinishWithin)
            return new Refusal.RecoveryClosed();

        Tell(new SecurityEvent.RecoveryApplied { At = now }, LinkUse.None);
        DropChallenges(_ => true, now);
        EndSessionsBut(null);
        ForgetBrowsers();
        if (Pending is { } pending)
            Supersede(pending, now);
        _methods.Clear();
        (Drafts, Restriction, RecoveryCodes, ShownRecoveryCodes, DefaultMethod, Unexplained, LastReset, FormerPassword, ReplacedAt) = ([], null, null, null, null, null, null, null, null);
        (PasswordHash, PasswordDistrustedAt, PasswordlessSince, Unfinished) = (newHash, null, null, []);
        (Recovery, RecoveredAt, Duty, Pass) = (null, now, null, null);
        return null;
    }

    private void Supersede(Replacement pending, DateTimeOffset now)
    {
        _notices.Add(new(new SecurityEvent.ReplacementCancelled { At = now }, [.. Destinations(pending.Infos)]));
        Close(pending, new(ReplacementOutcome.Superseded, now));
    }

    /// <summary>Whoever uses the old info is there, and needs no recovery.</summary>
    private void StopRecovery(DateTimeOffset now, SessionId by)
    {
        if (Recovery is null)
            return;

        Recovery = null;
        Tell(new SecurityEvent.RecoveryStopped { At = now, By = by });
    }
}
