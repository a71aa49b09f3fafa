using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// Regions under heavy attack, whose codes go in turn (R-RISK-3).
public sealed partial class SecurityInfoService
{
    private readonly RegionBoard _regions = new(options.Value.ToPolicy().Regions);

    /// <summary>Marks a region for a while. Nobody needs to remember to take it back.</summary>
    /// <param name="value">A country in two letters, a calling code with its plus, or a network in CIDR notation.</param>
    /// <param name="pace">How many codes a minute go there; null for as many as the settings say.</param>
    public async Task<Refusal?> SetRegionAsync(
        PortalItself worker, RegionKind kind, string value, DateTimeOffset? until, bool isClosed, int? pace, string? note, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (until is not { } end || end <= now)
            return new Refusal.RegionWithoutEnd();

        if (AttackedRegion.ValueOf(kind, value) is not { } known)
            return new Refusal.NoSuchRegion(kind);

        _ = await writes.RunAsync(
            context =>
            {
                var region = StoredRegion(context, kind, known);
                region.Mark(end, isClosed, pace, note, clock.GetUtcNow());
                AuditLog.Append(context, worker, AuditEntries.RegionMarked(region), clock.GetUtcNow());
                return true;
            },
            cancel);
        _regions.Forget();
        return null;
    }

    /// <summary>The attack is over: codes leave as usual. What was measured until now does not mark it again.</summary>
    public async Task LiftRegionAsync(PortalItself worker, RegionKind kind, string value, CancellationToken cancel)
    {
        _ = await writes.RunAsync(
            context =>
            {
                var now = clock.GetUtcNow();
                if (context.AttackedRegions.Find(kind, value) is not { } region || !region.Stands(now))
                    return false;

                region.Lift(now);
                AuditLog.Append(context, worker, AuditEntries.RegionLifted(region), now);
                return true;
            },
            cancel);
        _regions.Forget();
    }

    /// <summary>Those that are marked now, for staff.</summary>
    public async Task<IReadOnlyList<AttackedRegion>> RegionsAsync(PortalItself worker, CancellationToken cancel)
    {
        _ = worker;
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.AttackedRegions.AsNoTracking().Where(region => region.Until > now)
            .OrderBy(region => region.Kind).ThenBy(region => region.Value).ToListAsync(cancel);
    }

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
