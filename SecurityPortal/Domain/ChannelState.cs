namespace SecurityPortal.Domain;

/// <summary>
/// What is known of a channel in one area: what was measured, what an operator said, and whose turn it is. How it stands now
/// follows from that and the time, so a limit ends by itself (R-RISK-3).
/// </summary>
public sealed class ChannelState
{
    public required Channel Channel { get; init; }

    /// <summary>As <see cref="ChannelHealth.Area"/>.</summary>
    public required string Area { get; init; }

    /// <summary>What the measured limit is, while it lasts.</summary>
    public ChannelStatus Limit { get; private set; }

    public DateTimeOffset? LimitedSince { get; private set; }

    public DateTimeOffset? LimitedUntil { get; private set; }

    public int Count { get; private set; }

    public double Rate { get; private set; } = 1;

    public TimeSpan? Median { get; private set; }

    public TimeSpan? P95 { get; private set; }

    public DateTimeOffset? MeasuredAt { get; private set; }

    /// <summary>When something was last heard of what became of messages there.</summary>
    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>What an operator says of it, whatever is measured; null when they leave it to the measurement.</summary>
    public ChannelStatus? Said { get; private set; }

    public DateTimeOffset? SaidAt { get; private set; }

    public DateTimeOffset? SaidUntil { get; private set; }

    /// <summary>Why they say so.</summary>
    public string? Note { get; private set; }

    /// <summary>How many codes a minute go there while it is limited; null for as many as the settings say.</summary>
    public int? Pace { get; private set; }

    /// <summary>From when on the next code may leave.</summary>
    public DateTimeOffset? NextTurnAt { get; private set; }

    public bool IsSaid(DateTimeOffset now) => Said is not null && !(SaidUntil <= now);

    public bool IsMeasured(DateTimeOffset now) => !IsSaid(now) && now < LimitedUntil;

    public ChannelStatus StatusAt(DateTimeOffset now) =>
        IsSaid(now) ? Said!.Value : IsMeasured(now) ? Limit : ChannelStatus.Available;

    public DateTimeOffset? Until(DateTimeOffset now) => IsSaid(now) ? SaidUntil : IsMeasured(now) ? LimitedUntil : null;

    public bool Reports(DateTimeOffset now) => now - ReportedAt < HealthPolicy.ReportsFor;

    /// <summary>How long a code takes that is asked for now: until its turn, and then on its way. Null where that is no longer than usual.</summary>
    public TimeSpan? DelayAt(HealthPolicy policy, DateTimeOffset now)
    {
        var wait = NextTurnAt > now ? NextTurnAt.Value - now : TimeSpan.Zero;
        var way = IsMeasured(now) && Median >= policy.SlowFrom ? Median.Value : TimeSpan.Zero;
        return Turns.Told(wait + way);
    }

    public void Take(ChannelHealth measured, HealthPolicy policy, DateTimeOffset now)
    {
        (Count, Rate, Median, P95, MeasuredAt) = (measured.Count, measured.Rate, measured.Median, measured.P95, now);
        if (measured.ReportedAt is { } at && !(at <= ReportedAt))
            ReportedAt = at;

        if (measured.Shown(policy) is { } shown and not ChannelStatus.Available)
            (Limit, LimitedSince, LimitedUntil) = (shown, now < LimitedUntil ? LimitedSince : now, now + policy.LimitedFor);
        else if (now < LimitedUntil && measured.Count >= policy.Least && policy.IsClearlyWell(measured.Rate, measured.Median))
            LimitedUntil = now;
    }

    /// <param name="until">Null when it stands until it is taken back.</param>
    public void Say(ChannelStatus? status, DateTimeOffset? until, int? pace, string? note, DateTimeOffset now) =>
        (Said, SaidUntil, Pace, Note, SaidAt) = (status, status is null ? null : until, pace, status is null ? null : note, now);

    /// <summary>The next turn, which is then taken; one that would come too late to be of use is left to others.</summary>
    public DateTimeOffset TakeTurn(DateTimeOffset end, HealthPolicy policy, DateTimeOffset now)
    {
        (var turn, NextTurnAt) = Turns.Take(NextTurnAt, end, Pace ?? policy.Pace, now);
        return turn;
    }
}
