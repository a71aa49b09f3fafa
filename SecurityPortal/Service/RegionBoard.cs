using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>
/// Which regions are under attack. There are few, and every page and every code asks, so they are kept for a moment; only
/// whose turn it is to be sent to is always taken from the store (R-RISK-3).
/// </summary>
internal sealed class RegionBoard(RegionPolicy policy)
{
    private static readonly TimeSpan s_keep = TimeSpan.FromSeconds(5);

    private Board _board = Board.Unread;

    /// <summary>What was just stored is to be seen at once.</summary>
    public void Forget() => _board = Board.Unread;

    public async Task ReadAsync(IDbContextFactory<PortalContext> contexts, DateTimeOffset now, CancellationToken cancel)
    {
        if (IsKept(now))
            return;

        await using var context = await contexts.CreateDbContextAsync(cancel);
        _board = new([.. await Standing(context, now).ToListAsync(cancel)], now);
    }

    /// <summary>As it was last read, for whoever asks from there: <see cref="ReadAsync"/> comes before it.</summary>
    public AskersRegions Of(Caller caller, DateTimeOffset now) =>
        new([.. _board.Regions.Where(region => region.Stands(now))], caller.Source, caller.Place, now);

    public bool IsAttacked(PortalContext context, Caller caller, DateTimeOffset now) => Kept(context, caller, now).HoldAsker;

    /// <summary>Takes a turn in the slowest of the queues that the code has to wait in; the writer's transaction gives it to nobody else.</summary>
    public TurnAnswer TakeTurn(PortalContext context, CodeDispatch dispatch, Caller caller, DateTimeOffset now)
    {
        var around = Kept(context, caller, now).Around(dispatch.To).ToArray();
        if (around.Where(region => region.IsClosed).MaxBy(region => region.Until) is { } closed)
            return new(null, new Refusal.Blocked(BlockScope.Region, BlockReason.Region, closed.Until));

        if (around.Select(region => context.AttackedRegions.Find(region.Kind, region.Value)).MaxBy(region => region?.NextTurnAt ?? now) is not { } slowest)
            return default;

        // Whoever gets it at the last moment can do nothing with it.
        var last = dispatch.Challenge.ExpiresAt - HealthPolicy.Margin;
        var turn = slowest.TakeTurn(last, policy, now);
        return turn < last
            ? new(turn > now ? turn : null, null)
            : new(null, new Refusal.RegionQueue(turn));
    }

    private AskersRegions Kept(PortalContext context, Caller caller, DateTimeOffset now)
    {
        if (!IsKept(now))
            _board = new([.. Standing(context, now)], now);
        return Of(caller, now);
    }

    private bool IsKept(DateTimeOffset now) => (now - _board.ReadAt).Duration() < s_keep;

    private static IQueryable<AttackedRegion> Standing(PortalContext context, DateTimeOffset now) =>
        context.AttackedRegions.AsNoTracking().Where(region => region.Until > now);

    private sealed record Board(ImmutableArray<AttackedRegion> Regions, DateTimeOffset ReadAt)
    {
        public static readonly Board Unread = new([], DateTimeOffset.MinValue);
    }
}
