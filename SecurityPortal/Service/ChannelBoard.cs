using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>
/// Which areas are not as they should be. There are few, and every page and every code asks, so they are kept for a moment;
/// only whose turn it is to be sent to is always taken from the store.
/// </summary>
internal sealed class ChannelBoard(HealthPolicy policy, TimeProvider clock)
{
    private static readonly TimeSpan s_keep = TimeSpan.FromSeconds(5);

    private Board _board = new([], DateTimeOffset.MinValue);

    /// <summary>What was just stored is to be seen at once.</summary>
    public void Forget() => _board = new([], DateTimeOffset.MinValue);

    public async Task ReadAsync(IDbContextFactory<PortalContext> contexts, DateTimeOffset now, CancellationToken cancel)
    {
        if (IsKept(now))
            return;

        await using var context = await contexts.CreateDbContextAsync(cancel);
        _board = Make(await Troubled(context, now).ToListAsync(cancel), now);
    }

    /// <summary>As it was last read: <see cref="ReadAsync"/> comes before it.</summary>
    public AreaNote NoteOf(Channel channel, DeliveryArea area) =>
        Worst(channel, area, clock.GetUtcNow()) is { } state ? NoteOf(state, clock.GetUtcNow()) : AreaNote.Fine;

    /// <summary>Takes the next turn of an area whose codes go in turn; the writer's transaction gives it to nobody else.</summary>
    public TurnAnswer TakeTurn(PortalContext context, CodeDispatch dispatch, DateTimeOffset now)
    {
        if (!IsKept(now))
            _board = Make([.. Troubled(context, now)], now);

        if (Worst(dispatch.By, DeliveryArea.Of(dispatch.To), now) is not { } troubled)
            return default;

        if (troubled.IsSaid(now) && troubled.StatusAt(now) == ChannelStatus.Unavailable)
            return new(null, new Refusal.ChannelOut(dispatch.By));

        // Whoever gets it at the last moment can do nothing with it.
        var last = dispatch.Challenge.ExpiresAt - HealthPolicy.Margin;
        var turn = Stored(context, dispatch.By, troubled.Area).TakeTurn(last, policy, now);
        return turn < last
            ? new(turn > now ? turn : null, null)
            : new(null, new Refusal.SlowQueue(dispatch.By, troubled.Area, turn));
    }

    public static ChannelState Stored(PortalContext context, Channel channel, string area)
    {
        if (context.ChannelStates.Find(channel, area) is { } state)
            return state;

        ChannelState made = new() { Channel = channel, Area = area };
        context.ChannelStates.Add(made);
        return made;
    }

    private bool IsKept(DateTimeOffset now) => (now - _board.ReadAt).Duration() < s_keep;

    private static IQueryable<ChannelState> Troubled(PortalContext context, DateTimeOffset now) =>
        context.ChannelStates.AsNoTracking().Where(state => state.Said != null || state.LimitedUntil > now || state.NextTurnAt > now);

    private Board Make(List<ChannelState> stored, DateTimeOffset now)
    {
        var states = stored.ToDictionary(state => (state.Channel, state.Area));
        foreach (var said in policy.Said)
        {
            if (!states.TryGetValue((said.Channel, said.Area), out var state))
                states.Add((said.Channel, said.Area), state = new() { Channel = said.Channel, Area = said.Area });
            state.Say(said.Status, said.Until, state.Pace, null, now);
        }

        return new(states.ToFrozenDictionary(), now);
    }

    /// <summary>Whether the settings have a word on it, which then counts for more than that of staff.</summary>
    public bool IsInSettings(Channel channel, string area, DateTimeOffset now) =>
        policy.Said.Any(said => said.Channel == channel && said.Area == area && !(said.Until <= now));

    /// <summary>All that is stored or set, as it counts now.</summary>
    public async Task<IEnumerable<ChannelState>> AllAsync(PortalContext context, DateTimeOffset now, CancellationToken cancel) =>
        Make(await context.ChannelStates.AsNoTracking().ToListAsync(cancel), now).States.Values;

    private ChannelState? Worst(Channel channel, DeliveryArea area, DateTimeOffset now)
    {
        var states = _board.States;
        var whole = states.GetValueOrDefault((channel, area.Name));
        var part = area.Prefix is null ? null : states.GetValueOrDefault((channel, area.Prefix));
        if (whole?.IsSaid(now) == true)
            return whole.StatusAt(now) > ChannelStatus.Available ? whole : null;

        var worst = part?.StatusAt(now) > (whole?.StatusAt(now) ?? ChannelStatus.Available) ? part : whole;
        return worst?.StatusAt(now) > ChannelStatus.Available ? worst : null;
    }

    private AreaNote NoteOf(ChannelState state, DateTimeOffset now) =>
        new(state.StatusAt(now), state.DelayAt(policy, now), state.Until(now));

    private sealed record Board(FrozenDictionary<(Channel Channel, string Area), ChannelState> States, DateTimeOffset ReadAt)
    {
        public Board(ChannelState[] none, DateTimeOffset readAt)
            : this(none.ToFrozenDictionary(state => (state.Channel, state.Area)), readAt)
        {
        }
    }
}
