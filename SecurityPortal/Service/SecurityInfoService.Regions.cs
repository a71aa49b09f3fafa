using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>The regions that are marked now, or why they are not shown.</summary>
/// <param name="Pace">How many codes a minute go to one whose own pace is not said.</param>
public sealed record MarkedRegions(Refusal? Refusal, DateTimeOffset Now, ImmutableArray<AttackedRegion> Regions, int Pace);

// Regions under heavy attack, whose codes go in turn (R-RISK-3).
public sealed partial class SecurityInfoService
{
    private readonly RegionBoard _regions = new(options.Value.ToPolicy().Regions);

    /// <summary>Marks a region for a while. Nobody needs to remember to take it back.</summary>
    /// <param name="value">A country in two letters, a calling code with its plus, or a network in CIDR notation.</param>
    /// <param name="pace">How many codes a minute go there; null for as many as the settings say.</param>
    public async Task<Refusal?> SetRegionAsync(
        Owner staff, RegionKind kind, string value, DateTimeOffset? until, bool isClosed, int? pace, string why, CancellationToken cancel)
    {
        var refusal = await ActAsync(staff, StaffAct.RunPortal, (context, actor, _, _, now) =>
        {
            if (WhyNotMarked(kind, value, until, pace, why, now) is { } unfit)
                return unfit;

            var region = StoredRegion(context, kind, AttackedRegion.ValueOf(kind, value.Trim())!);
            region.Mark(until!.Value, isClosed, pace, why.Trim(), now);
            AuditLog.Append(context, staff, AuditEntries.RegionMarked(region).DoneBy(staff, actor, StaffAct.RunPortal), now);
            return null;
        }, cancel);
        _regions.Forget();
        return refusal;
    }

    /// <summary>The attack is over: codes leave as usual. What was measured until now does not mark it again.</summary>
    public async Task<Refusal?> LiftRegionAsync(Owner staff, RegionKind kind, string value, string why, CancellationToken cancel)
    {
        var refusal = await ActAsync(staff, StaffAct.RunPortal, (context, actor, _, _, now) =>
        {
            if (Written.WhyUnfit(OrderField.Reason, why) is { } unfit)
                return unfit;

            if (context.AttackedRegions.Find(kind, value) is not { } region || !region.Stands(now))
                return new Refusal.RegionNotMarked();

            region.Lift(now);
            AuditLog.Append(context, staff, (AuditEntries.RegionLifted(region) with { Reason = why.Trim() }).DoneBy(staff, actor, StaffAct.RunPortal), now);
            return null;
        }, cancel);
        _regions.Forget();
        return refusal;
    }

    /// <summary>Those that are marked now, by staff or by measurement.</summary>
    public async Task<MarkedRegions> RegionsAsync(Owner staff, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        return await WhyNotPlanAsync(context, staff, StaffAct.RunPortal, StaffTarget.User) is { } refusal
            ? new(refusal, now, [], 0)
            : new(null, now, [.. await MarkedAsync(context, now, cancel)], Policy.Regions.Pace);
    }

    private static Refusal? WhyNotMarked(RegionKind kind, string value, DateTimeOffset? until, int? pace, string why, DateTimeOffset now) =>
        AttackedRegion.ValueOf(kind, value.Trim()) is null ? new Refusal.NoSuchRegion(kind)
        : until is not { } end || end <= now ? new Refusal.RegionWithoutEnd()
        : (Refusal?)RegionPolicy.WhyNoPace(pace) ?? Written.WhyUnfit(OrderField.Reason, why);

    private static Task<List<AttackedRegion>> MarkedAsync(PortalContext context, DateTimeOffset now, CancellationToken cancel) =>
        context.AttackedRegions.AsNoTracking().Where(region => region.Until > now).OrderBy(region => region.Kind).ThenBy(region => region.Value).ToListAsync(cancel);

    private static AttackedRegion StoredRegion(PortalContext context, RegionKind kind, string value)
    {
        if (context.AttackedRegions.Find(kind, value) is { } region)
            return region;

        AttackedRegion made = new() { Kind = kind, Value = value };
        context.AttackedRegions.Add(made);
        return made;
    }

    /// <summary>Where a region is attacked and the channel is slow besides, a code waits for the later of its two turns.</summary>
    private TurnAnswer TakeTurn(PortalContext context, CodeDispatch dispatch, Caller caller, DateTimeOffset now)
    {
        var region = _regions.TakeTurn(context, dispatch, caller, now);
        if (region.Refusal is not null)
            return region;

        var channel = _channels.TakeTurn(context, dispatch, now);
        return region.At > channel.At || channel is { At: null, Refusal: null } ? region : channel;
    }
}
