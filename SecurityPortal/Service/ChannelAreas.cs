using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>The areas that something is known of, or why they are not shown.</summary>
public sealed record ChannelAreas(Refusal? Refusal, DateTimeOffset Now, ImmutableArray<ChannelArea> Areas);

/// <summary>How a channel stands in one area now, and what was measured there.</summary>
/// <param name="IsBySettings">The settings say so, and nothing else counts.</param>
/// <param name="Until">When that ends; null where it does not, or nothing is the matter.</param>
/// <param name="Rate">The part of the messages that arrived.</param>
/// <param name="MeasuredAt">Null where nothing was measured yet.</param>
public sealed record ChannelArea(
    Channel Channel, string Area, ChannelStatus Status, bool IsSaid, bool IsBySettings, DateTimeOffset? Until, string? Note,
    int Count, double Rate, TimeSpan? Median, DateTimeOffset? MeasuredAt)
{
    public static ChannelArea Of(ChannelState state, bool isBySettings, DateTimeOffset now) => new(
        state.Channel, state.Area, state.StatusAt(now), state.IsSaid(now), isBySettings, state.Until(now), state.IsSaid(now) ? state.Note : null,
        state.Count, state.Rate, state.Median, state.MeasuredAt);
}
