namespace SecurityPortal.Domain;

/// <summary>How well the messages of one channel came to one area, measured from real ones (R-DEL-9).</summary>
/// <param name="Area">A mail domain, a country, or the first digits of numbers, with their <c>+</c>.</param>
/// <param name="Median">Null when none arrived.</param>
/// <param name="ReportedAt">When the last report of what became of one of them came; null when none did.</param>
public sealed record ChannelHealth(
    Channel Channel, string Area, int Count, double Rate, TimeSpan? Median, TimeSpan? P95, DateTimeOffset? ReportedAt)
{
    /// <param name="samples">Newest first.</param>
    /// <param name="reports">Whether reports have come from that area lately, by this channel.</param>
    public static IReadOnlyList<ChannelHealth> Measure(
        IReadOnlyCollection<DeliverySample> samples, Func<Channel, string, bool> reports, HealthPolicy policy, DateTimeOffset now)
    {
        var counted = samples.GroupBy(sample => (sample.Channel, sample.To)).SelectMany(one => one.Take(HealthPolicy.MostOfOne)).ToArray();
        var reporting = counted.Where(sample => sample.IsReported).Select(sample => (sample.Channel, sample.Area)).ToHashSet();
        return
        [
            .. counted.GroupBy(sample => (sample.Channel, sample.Area)).Select(area => Of(area.Key, area)),
            .. counted.Where(sample => sample.Prefix is not null).GroupBy(sample => (sample.Channel, sample.Prefix!)).Select(area => Of(area.Key, area)),
        ];

        ChannelHealth Of((Channel Channel, string Area) area, IEnumerable<DeliverySample> its) => ChannelHealth.Of(
            area.Channel,
            area.Area,
            [.. its.Select(sample => (sample, sample.Outcome(reporting.Contains((sample.Channel, sample.Area)) || reports(sample.Channel, sample.Area), policy, now)))]);
    }

    /// <summary>What it shows; null while there are too few to tell.</summary>
    public ChannelStatus? Shown(HealthPolicy policy) => this switch
    {
        _ when Count < policy.Least => null,
        _ when Rate < policy.UnavailableBelow => ChannelStatus.Unavailable,
        _ when policy.IsTooFewArriving(Rate) || Median >= policy.SlowFrom => ChannelStatus.Limited,
        _ => ChannelStatus.Available,
    };

    private static ChannelHealth Of(Channel channel, string area, (DeliverySample Sample, DeliveryOutcome? Outcome)[] all)
    {
        var known = all.Select(one => one.Outcome).OfType<DeliveryOutcome>().ToArray();
        var delays = known.Where(outcome => outcome.IsArrived).Select(outcome => outcome.Delay).Order().ToArray();
        return new(
            channel,
            area,
            known.Length,
            known.Length == 0 ? 1 : (double)delays.Length / known.Length,
            Part(delays, 0.5),
            Part(delays, 0.95),
            all.Where(one => one.Sample.IsReported).Max(one => one.Sample.StageAt));
    }

    /// <summary>The delay that this part of them did not exceed.</summary>
    private static TimeSpan? Part(TimeSpan[] rising, double part) =>
        rising.Length == 0 ? null : rising[(int)Math.Ceiling(part * rising.Length) - 1];
}
