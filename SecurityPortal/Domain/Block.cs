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

    public bool IsByStaff => Note is not null;

    /// <summary>Another network is another matter.</summary>
    public bool IsAtSource => Scope is BlockScope.MethodAtSource or BlockScope.AccountAtSource or BlockScope.Source || (Scope is BlockScope.Region && Source.Length > 0);

    /// <summary>Another method is another matter.</summary>
    public bool IsOfMethod => Scope is BlockScope.MethodAtSource or BlockScope.Method or BlockScope.Destination || (Scope is BlockScope.Region && Source.Length == 0);

    public bool Stands(DateTimeOffset now) => !(EndsAt <= now);

    /// <summary>Whether a try can still move its end (R-BLOCK-3).</summary>
    public bool CanLast => Scope is not BlockScope.Region && EndsAt < StartedAt + BlockPolicy.Longest;

    public Block AfterTry(DateTimeOffset now) =>
        EndsAt is { } end ? this with { EndsAt = BlockPolicy.EndAfterTry(StartedAt, end, now) } : this;

    public Refusal.Blocked AsRefusal() => new(Scope, Reason, EndsAt);

    /// <summary>It blocks the same: the one takes the place of the other.</summary>
    public bool IsOfSame(BlockScope scope, string contactKey, string source) => Scope == scope && ContactKey == contactKey && Source == source;
}

/// <summary>A wrong code, remembered for as long as it counts towards a block (R-CODE-3).</summary>
/// <param name="Source">Where it came from; a remembered browser counts for itself.</param>
public sealed record WrongTry(string ContactKey, string Source, DateTimeOffset At)
{
    /// <summary>It was followed by a right code, or by a block, at its source.</summary>
    public bool IsRowOver { get; init; }

    /// <summary>It has led to a block at all sources.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Given without the password, which never blocks more than its own source (R-BLOCK-6).</summary>
    public bool IsStrangers { get; init; }

    public bool IsSpent => IsRowOver && (IsCounted || IsStrangers);
}
