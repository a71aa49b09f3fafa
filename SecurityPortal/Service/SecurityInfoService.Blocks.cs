using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// Blocks of an account: what it tells of them, and what staff set and lift (R-BLOCK-1).
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
    public Task<Refusal?> BlockAsync(Owner staff, AccountId account, BlockOrder order, CancellationToken cancel) =>
        ActOnBlockAsync(staff, StaffAct.SetBlock, account, order.Note, (context, by, profile, policy, now) =>
        {
            if (WhyNotAhead(order.EndsAt, now) is { } past)
                return past;

            if (profile.SetBlock(order with { Note = by.Reason }, policy, now) is { } refusal)
                return refusal;

            context.Activity.Add(Entry(profile.Id, by, ActivityEntry.BlockSet, order.Target, now));
            AuditLog.Append(context, staff, AuditEntries.BlockSet(profile, order).DoneBy(staff, by), now);
            return null;
        }, cancel);

    /// <param name="why">In the words of staff; the owner reads it.</param>
    public Task<Refusal?> LiftBlockAsync(Owner staff, AccountId account, BlockTarget target, string why, CancellationToken cancel) =>
        ActOnBlockAsync(staff, StaffAct.LiftBlock, account, why, (context, by, profile, policy, now) =>
        {
            if (profile.LiftBlock(target, policy, now) is { } refusal)
                return refusal;

            context.Activity.Add(Entry(profile.Id, by, ActivityEntry.BlockLifted, target, now));
            AuditLog.Append(context, staff, AuditEntries.BlockLifted(profile, target).DoneBy(staff, by), now);
            return null;
        }, cancel);

    /// <summary>What too many wrong codes have disabled is brought back by the help desk (R-CODE-3).</summary>
    public Task<Refusal?> EnableMethodAsync(Owner staff, AccountId account, MethodId method, string why, CancellationToken cancel) =>
        ActOnBlockAsync(staff, StaffAct.LiftBlock, account, why, (context, by, profile, policy, now) =>
        {
            if (profile.EnableMethod(method, policy, now) is { } refusal)
                return refusal;

            AuditLog.Append(context, staff, AuditEntries.MethodEnabled(profile, method).DoneBy(staff, by), now);
            return null;
        }, cancel);

    private delegate Refusal? BlockRequest(PortalContext context, StaffCaller by, SecurityProfile profile, SecurityPolicy policy, DateTimeOffset now);

    /// <summary>Whoever decides says why: nobody else would understand it, and the owner is told.</summary>
    private Task<Refusal?> ActOnBlockAsync(Owner staff, StaffAct act, AccountId account, string why, BlockRequest request, CancellationToken cancel) =>
        ActOnAsync(
            staff, act, account, role => new(role, "", why.Trim(), staff.RequestId),
            (context, actor, profile, policy, now) => Written.WhyUnfit(OrderField.Reason, why)
                ?? request(context, new(actor.RoleFor(act), "", why.Trim(), staff.RequestId), profile, policy, now),
            cancel);

    private static Refusal.EndNotAhead? WhyNotAhead(DateTimeOffset? end, DateTimeOffset now) => end <= now ? new() : null;

    private static ActivityEntry Entry(AccountId account, StaffCaller by, string kind, BlockTarget target, DateTimeOffset now) => new()
    {
        Account = account,
        At = now,
        Kind = kind,
        Method = target.Method,
        About = $"{target.Scope} {target.Source}".Trim(),
        Source = by.Source,
        Browser = by.Browser,
        RequestId = by.RequestId,
        Reason = by.Reason,
    };
}
