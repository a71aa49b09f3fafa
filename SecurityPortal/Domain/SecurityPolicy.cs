using System.Collections.Immutable;
using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Domain;

/// <summary>The figures the rules are judged by. An operator writes them in settings; the domain sees only this.</summary>
public sealed record SecurityPolicy
{
    public required TimeSpan EstablishedAfter { get; init; }

    public required int MaxMethods { get; init; }

    public required int AccountsPerPhone { get; init; }

    /// <summary>A voice channel is there (R-METH-5).</summary>
    public required bool HasCalls { get; init; }

    public required HealthPolicy Health { get; init; }

    /// <summary>Which mailboxes sign people in and out of one another (R-METH-7).</summary>
    public required SameSystemPolicy SameSystem { get; init; }

    public required MethodPolicy Methods { get; init; }

    public required CodePolicy Codes { get; init; }

    public required BlockPolicy Blocks { get; init; }

    public required LimitPolicy Limits { get; init; }

    public required RiskPolicy Risk { get; init; }

    public required RegionPolicy Regions { get; init; }

    public required ReminderPolicy Reminder { get; init; }

    public required HelpDeskPolicy HelpDesk { get; init; }

    public required ReplacementPolicy Replacement { get; init; }

    public required TimeSpan Restriction { get; init; }

    public required SessionPolicy Sessions { get; init; }

    public required PasswordPolicy Passwords { get; init; }

    /// <summary>How long after its import an account may register with its password alone (R-HELP-3).</summary>
    public required TimeSpan RegistrationWindow { get; init; }
}

/// <param name="Life">From a code's first sending to its end.</param>
/// <param name="Waits">Before each further sending, and after the last before a new code.</param>
/// <param name="FailuresBeforeBlock">Consecutive wrong codes for one method at one source within a day (R-CODE-3).</param>
/// <param name="ProofLife">How long a proof for changing security info serves its session (R-METH-10).</param>
/// <param name="NewDestinations">To how many contacts that are not yet its own an account sends codes for one source within <see cref="DestinationsWithin"/>.</param>
public sealed record CodePolicy(
    int Digits,
    int PrivilegedDigits,
    TimeSpan Life,
    int Tries,
    int Sends,
    ImmutableArray<TimeSpan> Waits,
    int FailuresBeforeBlock,
    TimeSpan ProofLife,
    int NewDestinations)
{
    public static readonly TimeSpan DestinationsWithin = TimeSpan.FromHours(1);

    /// <summary>How long wrong tries and ended challenges are remembered.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);
}

/// <param name="LinkPause">How long a destination whose link cancelled cannot do so again (R-PEND-4).</param>
/// <param name="Starts">How many starts there may be within <see cref="StartsWithin"/>, corrections included (R-PEND-8).</param>
public sealed record ReplacementPolicy(TimeSpan Wait, NoticeSchedule Notices, TimeSpan LinkPause, int Starts)
{
    public static readonly TimeSpan StartsWithin = TimeSpan.FromDays(30);

    /// <summary>From when on one more start is allowed after these; null when it is now.</summary>
    public DateTimeOffset? NextStartAt(ImmutableArray<DateTimeOffset> starts, DateTimeOffset now)
    {
        var counted = starts.RemoveAll(start => now >= start + StartsWithin);
        return counted.Length >= Starts ? counted[^Starts] + StartsWithin : null;
    }
}

/// <param name="Remembered">How long a remembered browser needs no code (R-SIGN-3).</param>
public sealed record SessionPolicy(TimeSpan Idle, TimeSpan StaffIdle, TimeSpan Life, TimeSpan Remembered)
{
    /// <summary>Limited sessions of one source beyond these push out its oldest.</summary>
    public const int LimitedPerSource = 10;

    /// <summary>And beyond these the oldest of all sources: who knows the password may come from many.</summary>
    public const int LimitedInAll = 50;
}
