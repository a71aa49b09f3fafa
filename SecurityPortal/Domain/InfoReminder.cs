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
public sealed record InfoReminder(DateTimeOffset FirstAt, ImmutableArray<ReminderCause> Causes, TimeSpan Days, DateTimeOffset? CountsSince, DateTimeOffset? SkippedUntil = null);

/// <summary>A cause that does not ask again until then (R-REM-3).</summary>
public sealed record QuietCause(ReminderCause Cause, DateTimeOffset Until);
