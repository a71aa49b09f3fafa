using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>Why somebody is asked whether their info is still right (R-REM-1).</summary>
public enum ReminderCause
{
    FewMethods,
    NoProof,
    NoSignIn,
    CameBack,
    Voip,
}

/// <summary><em>Make sure you can receive a verification code</em>: asked for, and not yet answered (R-REM).</summary>
/// <param name="Days">How much of its days has gone by before <paramref name="CountsSince"/>.</param>
/// <param name="CountsSince">Null while it rests (R-REM-2).</param>
public sealed record InfoReminder(DateTimeOffset FirstAt, ImmutableArray<ReminderCause> Causes, TimeSpan Days, DateTimeOffset? CountsSince, DateTimeOffset? SkippedUntil = null)
{
    public bool Rests => CountsSince is null;

    /// <summary>Its days are over: from that instant on it cannot be put off.</summary>
    public bool Insists(ReminderPolicy policy, DateTimeOffset now) => GoneBy(now) >= policy.Patience;

    public bool IsSkipped(ReminderPolicy policy, DateTimeOffset now) => now < SkippedUntil && !Insists(policy, now);

    /// <summary>Days that are left, the one that is running counted.</summary>
    public int DaysLeft(ReminderPolicy policy, DateTimeOffset now) =>
        Insists(policy, now) ? 0 : policy.SkipDays - (int)(GoneBy(now) / ReminderPolicy.Skip);

    /// <summary>When it can be put off no more, if it does not rest before.</summary>
    public DateTimeOffset InsistsFrom(ReminderPolicy policy, DateTimeOffset now) => now + policy.Patience - GoneBy(now);

    private TimeSpan GoneBy(DateTimeOffset now) => Days + (CountsSince is { } since ? now - since : TimeSpan.Zero);
}

/// <summary>A cause that does not ask again until then (R-REM-3).</summary>
public sealed record QuietCause(ReminderCause Cause, DateTimeOffset Until);
