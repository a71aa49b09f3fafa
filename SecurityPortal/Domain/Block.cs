namespace SecurityPortal.Domain;

/// <summary>No codes for a part of one account, for a reason and until an end (R-BLOCK-1).</summary>
public sealed record Block
{
    public BlockScope Scope { get; init; }

    /// <summary>As codes to it are counted; empty where the whole account is blocked.</summary>
    public string ContactKey { get; init; } = "";

    /// <summary>Empty where it stands for all.</summary>
    public string Source { get; init; } = "";

    public required BlockReason Reason { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Null for one of staff that only they lift.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>Which of the ladder's steps it is, from 0 (R-BLOCK-2).</summary>
    public int Rung { get; init; }

    /// <summary>Why staff have set it, in their words; null where the portal did.</summary>
    public string? Note { get; init; }

    public bool Stands(DateTimeOffset now) => !(EndsAt <= now);
}

/// <summary>A wrong code, remembered for as long as it counts towards a block (R-CODE-3).</summary>
public sealed record WrongTry(string ContactKey, string Source, DateTimeOffset At);
