using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>
/// What is counted under one key over all accounts (a mailbox, a number, a source, a range of numbers, the whole portal),
/// and the block that stands on it. One key is one row, so that a code costs one read and one write of them (R-BLOCK-7).
/// </summary>
public sealed partial class Throttle
{
    public required string Key { get; init; }

    /// <summary>Codes sent, the oldest first.</summary>
    public ImmutableArray<Counted> Sent { get; private set; } = [];

    /// <summary>Wrong passwords of a source, the oldest first.</summary>
    public ImmutableArray<Counted> Wrong { get; private set; } = [];

    /// <summary>The names that a source has failed on lately, the newest first.</summary>
    public ImmutableArray<FailedName> Names { get; private set; } = [];

    public BlockReason? Reason { get; private set; }

    public DateTimeOffset? BlockedSince { get; private set; }

    /// <summary>Null with <see cref="BlockedSince"/> where only staff lift it.</summary>
    public DateTimeOffset? BlockedUntil { get; private set; }

    public int Rung { get; private set; }

    /// <summary>Why staff have set it, in their words; null where the portal did.</summary>
    public string? Note { get; private set; }

    public DateTimeOffset LastAt { get; private set; }
}

/// <param name="At">When it happened; where several are counted together, the last of them.</param>
public sealed record Counted(DateTimeOffset At, int Count = 1);

/// <param name="Hash">Enough of it to tell names apart.</param>
public sealed record FailedName(string Hash, DateTimeOffset At);
