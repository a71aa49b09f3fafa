using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;

namespace SecurityPortal.Service;

// Blocks as people see them, and as staff set and lift them (R-BLOCK-1). Those of regions have a file of their own.
public sealed partial class SecurityInfoService
{
    /// <summary>What keeps a typed name from signing in here; the same for names that no account has. To look is no try.</summary>
    public async Task<BlockView?> BlockOfNameAsync(Visitor visitor, string name, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var door = await LookUpAsync(AccountName.KeyOf(name), visitor, cancel);
        return SourceBlockOf(door, now) is { } source ? BlockView.Of([source], _ => false) : door.Gate?.IsShut(now) == true ? BlockView.Of(door.Gate) : null;
    }

    /// <summary>One message, without a code, by a method that is not blocked, when the block is over.</summary>
    public Task<Refusal?> TellWhenBlockEndsAsync(Owner owner, MethodId blocked, MethodId told, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.TellWhenBlockEnds(owner.Asker, blocked, told, policy, now), cancel);

    /// <summary>Of an account, of one of its methods, or of either at one source.</summary>
    public Task<Refusal?> BlockAsync(PortalItself worker, AccountId account, BlockOrder order, CancellationToken cancel)
    {
        Check(order.Note, order.EndsAt);
        return ChangeAsync(account, worker, (context, profile, policy, now) =>
        {
            if (profile.SetBlock(order, policy, now) is { } refusal)
                return refusal;

            context.Activity.Add(Entry(profile.Id, worker, ActivityEntry.BlockSet, order.Target, now));
            AuditLog.Append(context, worker, AuditEntries.BlockSet(profile, order), now);
            return null;
        }, cancel);
    }

    /// <param name="why">In the words of staff; it is kept with what they did.</param>
    public Task<Refusal?> LiftBlockAsync(PortalItself worker, AccountId account, BlockTarget target, string why, CancellationToken cancel)
    {
        Check(why);
        return ChangeAsync(account, worker, (context, profile, policy, now) =>
        {
            if (profile.LiftBlock(target, policy, now) is { } refusal)
                return refusal;

            context.Activity.Add(Entry(profile.Id, worker, ActivityEntry.BlockLifted, target, now, why));
            AuditLog.Append(context, worker, AuditEntries.BlockLifted(profile, target, why), now);
            return null;
        }, cancel);
    }

    /// <summary>What too many wrong codes have disabled is brought back by the help desk (R-CODE-3).</summary>
    public Task<Refusal?> EnableMethodAsync(PortalItself worker, AccountId account, MethodId method, CancellationToken cancel) =>
        ChangeAsync(account, worker, (context, profile, policy, now) =>
        {
            if (profile.EnableMethod(method, policy, now) is { } refusal)
                return refusal;

            AuditLog.Append(context, worker, AuditEntries.MethodEnabled(profile, method), now);
            return null;
        }, cancel);

    /// <summary>One mailbox or number, whichever accounts have codes sent there.</summary>
    public Task<Refusal?> BlockDestinationAsync(PortalItself worker, Contact destination, BlockReason reason, DateTimeOffset? until, string note, CancellationToken cancel) =>
        SetOutsideAsync(worker, ThrottleKey.Destination(destination), reason, until, note, AuditEntries.DestinationBlocked(destination), cancel);

    public Task<Refusal?> LiftDestinationAsync(PortalItself worker, Contact destination, string why, CancellationToken cancel) =>
        LiftOutsideAsync(worker, ThrottleKey.Destination(destination), why, AuditEntries.DestinationBlockLifted(destination), cancel);

    /// <summary>One network: it signs in nowhere, and no code is sent for it.</summary>
    public Task<Refusal?> BlockSourceAsync(PortalItself worker, string source, BlockReason reason, DateTimeOffset? until, string note, CancellationToken cancel) =>
        SetOutsideAsync(worker, ThrottleKey.Source(source), reason, until, note, AuditEntries.SourceBlocked(source), cancel);

    public Task<Refusal?> LiftSourceAsync(PortalItself worker, string source, string why, CancellationToken cancel) =>
        LiftOutsideAsync(worker, ThrottleKey.Source(source), why, AuditEntries.SourceBlockLifted(source), cancel);

    private Task<Refusal?> SetOutsideAsync(
        PortalItself worker, string key, BlockReason reason, DateTimeOffset? until, string note, AuditEntry entry, CancellationToken cancel)
    {
        Check(note, until);
        return writes.RunAsync<Refusal?>(
            context =>
            {
                var now = clock.GetUtcNow();
                var row = context.Throttles.Find(key) ?? context.Throttles.Add(new() { Key = key }).Entity;
                row.Block(reason, until, note, now);
                AuditLog.Append(context, worker, entry.Lasting(reason, until, note), now);
                return null;
            },
            cancel);
    }

    private Task<Refusal?> LiftOutsideAsync(PortalItself worker, string key, string why, AuditEntry entry, CancellationToken cancel)
    {
        Check(why);
        return writes.RunAsync<Refusal?>(
            context =>
            {
                var now = clock.GetUtcNow();
                if (context.Throttles.Find(key) is not { } row || !row.Stands(now))
                    return new Refusal.NoSuchBlock();

                row.Lift(why, now);
                AuditLog.Append(context, worker, entry with { Reason = why }, now);
                return null;
            },
            cancel);
    }

    /// <summary>Whoever decides says why, and an end lies ahead: else a block would be set that nobody understands, or that is none.</summary>
    private void Check(string why, DateTimeOffset? until = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        if (until is { } end)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(end, clock.GetUtcNow());
    }

    private static ActivityEntry Entry(AccountId account, Caller caller, string kind, BlockTarget target, DateTimeOffset now, string? why = null) => new()
    {
        Account = account,
        At = now,
        Kind = kind,
        Method = target.Method,
        About = why is null ? $"{target.Scope} {target.Source}".Trim() : $"{target.Scope} {target.Source}".Trim() + $": {why}",
        Source = caller.Source,
        Browser = caller.Browser,
        RequestId = caller.RequestId,
    };
}
