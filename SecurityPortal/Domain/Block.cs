namespace SecurityPortal.Domain;

/// <summary>No codes for one contact at one source, for a reason and until an end (R-BLOCK-1).</summary>
public sealed record Block
{
    public required string ContactKey { get; init; }

    public required string Source { get; init; }

    public required BlockReason Reason { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }
}

public enum BlockReason
{
    UnusualActivity,
}

/// <summary>A wrong code, remembered for as long as it counts towards a block (R-CODE-3).</summary>
public sealed record WrongTry(string ContactKey, string Source, DateTimeOffset At);
