using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// Blocks that stand for all accounts: of a mailbox or a number, and of a network (R-BLOCK-1).
public sealed partial class SecurityInfoService
{
    /// <summary>Those that staff have set and that stand now.</summary>
    public async Task<PortalBlocks> PortalBlocksAsync(Owner staff, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        if (await WhyNotPlanAsync(context, staff, StaffAct.RunPortal, StaffTarget.User) is { } refusal)
            return new(refusal, now, []);

        return new(null, now, [.. (await OfStaff(context, now).AsNoTracking().ToListAsync(cancel)).Select(PortalBlock.Of).OrderByDescending(block => block.Since)]);
    }

    /// <summary>One mailbox or number, whichever accounts have codes sent there.</summary>
    public Task<Refusal?> BlockDestinationAsync(Owner staff, Contact destination, BlockReason reason, DateTimeOffset? until, string why, CancellationToken cancel) =>
        SetOutsideAsync(staff, ThrottleKey.Destination(destination), reason, until, why, AuditEntries.DestinationBlocked(destination), cancel);

    public Task<Refusal?> LiftDestinationAsync(Owner staff, Contact destination, string why, CancellationToken cancel) =>
        LiftOutsideAsync(staff, (context, _) => context.Throttles.Find(ThrottleKey.Destination(destination)), why, cancel);

    /// <summary>One network: it signs in nowhere, and no code is sent for it.</summary>
    /// <param name="typed">An IPv4 address, or an IPv6 one for the /64 that it lies in.</param>
    public Task<Refusal?> BlockSourceAsync(Owner staff, string typed, BlockReason reason, DateTimeOffset? until, string why, CancellationToken cancel) => SourceOf(typed, staff) switch
    {
        (null, var refusal) => RefuseAsync(staff, StaffAct.RunPortal, refusal!, cancel),
        var (source, _) => SetOutsideAsync(staff, ThrottleKey.Source(source), reason, until, why, AuditEntries.SourceBlocked(source), cancel),
    };

    public Task<Refusal?> LiftSourceAsync(Owner staff, string source, string why, CancellationToken cancel) =>
        LiftOutsideAsync(staff, (context, _) => context.Throttles.Find(ThrottleKey.Source(source)), why, cancel);

    /// <param name="block">As <see cref="PortalBlock.Id"/>: a mailbox or number is listed masked, and is not known whole to whoever lifts it.</param>
    public Task<Refusal?> LiftPortalBlockAsync(Owner staff, string block, string why, CancellationToken cancel) =>
        LiftOutsideAsync(staff, (context, now) => OfStaff(context, now).AsEnumerable().FirstOrDefault(row => PortalBlock.IdOf(row) == block), why, cancel);

    private Task<Refusal?> SetOutsideAsync(Owner staff, string key, BlockReason reason, DateTimeOffset? until, string why, AuditEntry entry, CancellationToken cancel) =>
        ActAsync(staff, StaffAct.RunPortal, (context, actor, _, _, now) =>
        {
            if (((Refusal?)Written.WhyUnfit(OrderField.Reason, why) ?? WhyNotAhead(until, now)) is { } refusal)
                return refusal;

            var row = context.Throttles.Find(key) ?? context.Throttles.Add(new() { Key = key }).Entity;
            row.Block(reason, until, why.Trim(), now);
            AuditLog.Append(context, staff, entry.Lasting(reason, until, why.Trim()).DoneBy(staff, actor, StaffAct.RunPortal), now);
            return null;
        }, cancel);

    private Task<Refusal?> LiftOutsideAsync(Owner staff, Func<PortalContext, DateTimeOffset, Throttle?> find, string why, CancellationToken cancel) =>
        ActAsync(staff, StaffAct.RunPortal, (context, actor, _, _, now) =>
        {
            if (Written.WhyUnfit(OrderField.Reason, why) is { } refusal)
                return refusal;

            if (find(context, now) is not { } row || !row.Stands(now))
                return new Refusal.NoSuchBlock();

            row.Lift(why.Trim(), now);
            AuditLog.Append(context, staff, AuditEntries.OutsideLifted(row, why.Trim()).DoneBy(staff, actor, StaffAct.RunPortal), now);
            return null;
        }, cancel);

    private static IQueryable<Throttle> OfStaff(PortalContext context, DateTimeOffset now) => context.Throttles
        .Where(row => row.BlockedSince != null && row.Note != null && (row.BlockedUntil == null || row.BlockedUntil > now));

    private static (string? Source, Refusal? Refusal) SourceOf(string typed, Owner staff) => SourceRange.Read(typed) switch
    {
        null => (null, new Refusal.NotASource()),
        { IsOne: false } or { From: ActivityEntry.Portal } => (null, new Refusal.NotOneSource()),
        { From: var source } when source == staff.Source => (null, new Refusal.OwnSource()),
        { From: var source } => (source, null),
    };

    /// <summary>Whoever may not do it at all is told that, and not what is wrong with what they typed.</summary>
    private Task<Refusal?> RefuseAsync(Owner staff, StaffAct act, Refusal refusal, CancellationToken cancel) =>
        ActAsync(staff, act, (_, _, _, _, _) => refusal, cancel);
}
