using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>A phone or an address that is to become a method; confirmed once its code was entered.</summary>
public sealed record NewInfo
{
    public required MethodId Id { get; init; }

    public required MethodKind Kind { get; init; }

    public required string Value { get; init; }

    public required string Language { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public Contact Contact => new(Kind, Value);
}

/// <summary>What one session has entered of a replacement. Nothing has changed until it is started (R-PEND-2).</summary>
public sealed record ReplacementDraft
{
    public required SessionId Session { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>It corrects the pending replacement, which restarts the wait (R-PEND-8).</summary>
    public ReplacementId? Corrects { get; init; }

    public ImmutableArray<NewInfo> Infos { get; init; } = [];

    public bool IsReady => !Infos.IsEmpty && Infos.All(info => info.ConfirmedAt is not null);
}

/// <summary>
/// All methods are to give way to new info once the wait is over. It is pending while <see cref="End"/> is null and
/// its time has not come; it has exactly one end (R-PEND-7).
/// </summary>
public sealed record Replacement
{
    public required ReplacementId Id { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    public required ImmutableArray<NewInfo> Infos { get; init; }

    public int NoticesSent { get; init; }

    public ReplacementEnd? End { get; init; }

    public bool IsDue(DateTimeOffset now) => now >= EndsAt;
}

public enum ReplacementOutcome
{
    Applied,
    CancelledByUse,
    CancelledByLink,

    /// <summary>An approved recovery, or staff who cleared, came before its end (R-PEND-7).</summary>
    Superseded,
}

/// <param name="By">The destination whose link cancelled it; it cannot do so again for a while (R-PEND-4).</param>
public sealed record ReplacementEnd(ReplacementOutcome Outcome, DateTimeOffset At, string? By = null);
