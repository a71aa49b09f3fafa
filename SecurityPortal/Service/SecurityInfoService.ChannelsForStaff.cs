using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;

namespace SecurityPortal.Service;

// How it stands with texts, calls and mail in each area, as measured and as staff say it (R-METH-9, R-DEL-9).
public sealed partial class SecurityInfoService
{
    /// <summary>As many areas as anybody looks through: those that are not as they should be first, then those with the most messages.</summary>
    private const int MostAreas = 200;

    public async Task<ChannelAreas> ChannelsAsync(Owner staff, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        if (await WhyNotPlanAsync(context, staff, StaffAct.RunPortal, StaffTarget.User) is { } refusal)
            return new(refusal, now, []);

        var all = await _channels.AllAsync(context, now, cancel);
        return new(null, now,
        [
            .. all.Select(state => ChannelArea.Of(state, _channels.IsInSettings(state.Channel, state.Area, now), now))
                .OrderByDescending(area => area.Status).ThenByDescending(area => area.IsSaid).ThenByDescending(area => area.Count).ThenBy(area => area.Area, StringComparer.Ordinal)
                .Take(MostAreas),
        ]);
    }

    /// <summary>The word of staff on an area, which counts for more than what is measured; null leaves it to the measurement again.</summary>
    /// <param name="area">A mail domain, or a country in two letters.</param>
    /// <param name="until">Null when it stands until it is taken back.</param>
    /// <param name="pace">How many codes a minute go there while it is limited; null for as many as the settings say.</param>
    public async Task<Refusal?> SetChannelStatusAsync(
        Owner staff, Channel channel, string area, ChannelStatus? status, DateTimeOffset? until, int? pace, string why, CancellationToken cancel)
    {
        var refusal = await ActAsync(staff, StaffAct.RunPortal, (context, actor, _, _, now) =>
        {
            if (WhyNotSaid(channel, area, until, pace, why, now) is { } unfit)
                return unfit;

            var state = ChannelBoard.Stored(context, channel, DeliveryArea.AreaOf(channel, area)!);
            state.Say(status, until, pace, why.Trim(), now);
            var entry = status is null ? AuditEntries.ChannelMeasured(state, why.Trim()) : AuditEntries.ChannelSaid(state);
            AuditLog.Append(context, staff, entry.DoneBy(staff, actor, StaffAct.RunPortal), now);
            return null;
        }, cancel);
        _channels.Forget();
        return refusal;
    }

    private Refusal? WhyNotSaid(Channel channel, string typed, DateTimeOffset? until, int? pace, string why, DateTimeOffset now) =>
        DeliveryArea.AreaOf(channel, typed) is not { } area ? new Refusal.NoSuchArea(channel)
        : _channels.IsInSettings(channel, area, now) ? new Refusal.SaidBySettings()
        : WhyNotAhead(until, now) ?? (Refusal?)RegionPolicy.WhyNoPace(pace) ?? Written.WhyUnfit(OrderField.Reason, why);
}
