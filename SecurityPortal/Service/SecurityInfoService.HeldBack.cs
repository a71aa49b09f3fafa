using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// While a block stands no code is sent, and the history says so (R-BLOCK-4). What blocks a destination or a source stands
// over all accounts, in rows of its own.
public sealed partial class SecurityInfoService
{
    /// <summary>A block that kept a code back is in the history of messages, once for each block however often it is tried.</summary>
    private static Refusal? NoteHeldBack(
        PortalContext context, SecurityProfile profile, Owner owner, (Purpose Purpose, MethodId Method) asked, DateTimeOffset now, Refusal? refusal)
    {
        if (refusal is not null)
            NoteRefused(context, profile, owner, asked.Method, profile.Methods.FirstOrDefault(method => method.Id == asked.Method)?.Contact, refusal, now);
        if (refusal is Refusal.Blocked && profile.Methods.Any(method => method.Id == asked.Method && !method.IsDestination) is false && profile.HeldBack(owner.Asker, asked.Purpose, asked.Method, now) is { } code)
            Note(context, profile, code, now);
        return refusal;
    }

    private static void Note(PortalContext context, SecurityProfile profile, HeldBackCode code, DateTimeOffset now)
    {
        var why = Message.WhyHeldBack(code.Block);
        var isNoted = context.Messages.AsNoTracking().Any(message =>
            message.Account == profile.Id && message.CreatedAt >= code.Block.StartedAt && message.Method == code.Method
            && message.Cause == DeliveryCause.Blocked && message.Detail == why);
        if (!isNoted)
            context.Messages.Add(Message.HeldBack(Guid.CreateVersion7(now), profile.Id, code, now));
    }

    /// <summary>Whether the codes that are to be sent go to a destination, or are wanted by a source, that is blocked for all accounts.</summary>
    private static Refusal? WhyBlockedOutside(PortalContext context, SecurityProfile profile, Caller caller, DateTimeOffset now) =>
        profile.PeekDispatches().SelectMany(dispatch => OutsideOf(context, profile, caller, dispatch, now)).Select(held => held.Block)
            .MaxBy(block => block.EndsAt ?? DateTimeOffset.MaxValue)?.AsRefusal();

    /// <summary>To want what is blocked over all accounts is a try too: that moves the end, and is noted.</summary>
    private static Refusal LengthenOutside(PortalContext context, SecurityProfile profile, Caller caller, Refusal held, DateTimeOffset now)
    {
        if (held is not Refusal.Blocked { Scope: BlockScope.Destination or BlockScope.Source })
            return held;

        foreach (var dispatch in profile.PeekDispatches())
        {
            foreach (var (row, block) in OutsideOf(context, profile, caller, dispatch, now))
            {
                if (block.IsAtSource || (IsOwn(profile, dispatch) && MayLengthenAll(profile, caller, now)))
                    row.TakeTry(now);
                if (IsOwn(profile, dispatch))
                    Note(context, profile, new(dispatch.Challenge.Method, dispatch.To, dispatch.Language, block), now);
            }
        }

        return WhyBlockedOutside(context, profile, caller, now) ?? held;
    }

    /// <summary>A region's own times are its board's affair; once an hour it is noted.</summary>
    private static void NoteClosedRegion(PortalContext context, SecurityProfile profile, Refusal held, DateTimeOffset now)
    {
        if (held is not Refusal.Blocked { Scope: BlockScope.Region } closed)
            return;

        Block block = new() { Scope = BlockScope.Region, Reason = closed.Reason, StartedAt = now - LimitPolicy.Hour, EndsAt = closed.Until };
        foreach (var dispatch in profile.PeekDispatches().Where(dispatch => IsOwn(profile, dispatch)))
            Note(context, profile, new(dispatch.Challenge.Method, dispatch.To, dispatch.Language, block), now);
    }

    private static IEnumerable<(Throttle Row, Block Block)> OutsideOf(PortalContext context, SecurityProfile profile, Caller caller, CodeDispatch dispatch, DateTimeOffset now)
    {
        if (context.Throttles.Find(ThrottleKey.Destination(dispatch.To)) is { } destination && destination.Stands(now))
            yield return (destination, destination.AsBlock(BlockScope.Destination)!);

        if (context.Throttles.Find(ThrottleKey.Source(caller.Source)) is { } source && source.Stands(now) && Holds(source, profile, caller, now))
            yield return (source, source.AsBlock(BlockScope.Source)!);
    }

    /// <summary>Who merely types a contact lengthens nothing that holds its owner up.</summary>
    private static bool IsOwn(SecurityProfile profile, CodeDispatch dispatch) => profile.Methods.Any(method => method.Id == dispatch.Challenge.Method && method.IsConfirmed);

    /// <summary>A remembered browser passes what the portal has blocked, and not what people have.</summary>
    private static bool Holds(Throttle source, SecurityProfile profile, Caller caller, DateTimeOffset now) =>
        source.IsByStaff || profile.RememberedOf(caller.BrowserId, now) is null;

    /// <summary>What stands for everybody is not lengthened by whoever knows only a password (R-BLOCK-3).</summary>
    private static bool MayLengthenAll(SecurityProfile profile, Caller caller, DateTimeOffset now) =>
        (caller is Owner owner && profile.Find(owner.Session)?.FullAt is not null) || profile.RememberedOf(caller.BrowserId, now) is not null;

    // More than an account has; what is only being entered can be more.
    private const int MostKeys = 30;

    /// <summary>The same for what is only shown: all that stands over all accounts and holds back codes of this one here.</summary>
    private async Task<IReadOnlyList<Block>> OutsideBlocksAsync(SecurityProfile profile, Caller caller, DateTimeOffset now, CancellationToken cancel)
    {
        var source = ThrottleKey.Source(caller.Source);
        string[] keys = [source, .. profile.Methods.Where(method => method.IsDestination).OrderByDescending(method => method.IsConfirmed).Take(MostKeys).Select(method => ThrottleKey.Destination(method.Contact))];
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (!await ThrottleRows.IsAnyBlockedAsync(context, keys, cancel))
            return [];

        var rows = await context.Throttles.AsNoTracking().Where(row => keys.Contains(row.Key) && row.BlockedSince != null).ToListAsync(cancel);
        return
        [
            .. rows.Where(row => row.Stands(now) && (row.Key != source || Holds(row, profile, caller, now)))
                .Select(row => row.AsBlock(row.Key == source ? BlockScope.Source : BlockScope.Destination)!),
        ];
    }
}
