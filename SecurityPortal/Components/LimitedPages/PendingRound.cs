using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

public enum PendingRoundKind
{
    Start,
    Notice,
    Today,
    End,
}

/// <summary>One point of the wait: when it was or will be, and what was sent then.</summary>
public sealed record PendingRound(PendingRoundKind Kind, DateTimeOffset At, bool IsOver, IReadOnlyList<TellingView> Told)
{
    /// <summary>The whole wait in order, with today in its place. What was sent late stands where it was sent.</summary>
    public static IReadOnlyList<PendingRound> Of(PendingView pending, DateTimeOffset now)
    {
        DateTimeOffset[] starts = [pending.StartedAt, .. pending.NoticesAt, pending.EndsAt];
        var sent = starts.SkipLast(1).Select((at, i) => new PendingRound(
            i == 0 ? PendingRoundKind.Start : PendingRoundKind.Notice,
            at,
            at <= now,
            [.. pending.Told.Where(told => at <= told.At && told.At < starts[i + 1])])).ToArray();
        return
        [
            .. sent.Where(round => round.IsOver),
            new(PendingRoundKind.Today, now, false, []),
            .. sent.Where(round => !round.IsOver),
            new(PendingRoundKind.End, pending.EndsAt, false, []),
        ];
    }
}
