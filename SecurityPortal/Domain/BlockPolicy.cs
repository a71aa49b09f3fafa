using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <param name="Ladder">How long a block lasts, and the next of the same scope within <see cref="Memory"/> (R-BLOCK-2).</param>
/// <param name="FailuresEverywhere">Wrong codes for one method over all sources within a day (R-CODE-3).</param>
public sealed record BlockPolicy(ImmutableArray<TimeSpan> Ladder, int FailuresEverywhere)
{
    /// <summary>Wrong codes since its last success that disable a method (R-CODE-3).</summary>
    public const int FailuresToDisable = 100;

    /// <summary>How long a block counts as one before the next.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    /// <summary>By how much a try moves a block's end at least (R-BLOCK-3).</summary>
    public static readonly TimeSpan Lengthening = TimeSpan.FromHours(24);

    /// <summary>From a block's start; never longer without a person.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>The ladder's step after one whose block ends at that instant; past its last it stays there.</summary>
    public int RungAfter(int rung, DateTimeOffset? endsAt, DateTimeOffset now) =>
        now < endsAt + Memory ? Math.Min(rung + 1, Ladder.Length - 1) : 0;

    /// <summary>The end that a try leaves behind: never an earlier one, and never one beyond a week.</summary>
    public static DateTimeOffset EndAfterTry(DateTimeOffset startedAt, DateTimeOffset endsAt, DateTimeOffset now)
    {
        var moved = now + Lengthening < startedAt + Longest ? now + Lengthening : startedAt + Longest;
        return moved > endsAt ? moved : endsAt;
    }
}
