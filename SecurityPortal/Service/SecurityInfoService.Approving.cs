using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// What takes two people: asked by one, agreed to by another, done by whoever asked (R-HELP-4).
public sealed partial class SecurityInfoService
{
    /// <summary>Asks for a clear of one of the staff, or for one more than an hour's limit; the caller is checked now.</summary>
    public async Task<AskAnswer> AskToClearAsync(Owner staff, AccountId account, ClearOrder order, string? callerNumber, CancellationToken cancel)
    {
        var number = OneTimeCodes.NewCaseNumber();
        var refusal = await ActOnAsync(staff, StaffAct.Clear, account, role => new(role, order.Ticket.Trim(), "", staff.RequestId), (context, actor, target, policy, now) =>
        {
            var role = actor.RoleFor(StaffAct.Clear);
            if ((target.WhyNotClear(order, policy, now) ?? WhyNotChecked(context, staff, target, order, callerNumber, role, now)) is { } refused)
                return refused;

            Ask(context, new() { Id = Guid.CreateVersion7(now), Number = number, Kind = ApprovalKind.Clear, Target = account, AskedBy = staff.Account, AskedAt = now, Order = order, Reason = order.Reason.Trim() }, staff, role, now);
            return null;
        }, cancel, withAnother: true);
        return new(refusal, refusal is null ? number : null);
    }

    /// <summary>Asks that somebody gets a role, or loses one.</summary>
    public async Task<AskAnswer> AskForRoleAsync(Owner staff, AccountId account, Role role, bool gives, string reason, CancellationToken cancel)
    {
        if (Written.WhyUnfit(OrderField.Reason, reason) is { } unfit)
            return new(unfit, null);

        var number = OneTimeCodes.NewCaseNumber();
        var refusal = await ActOnAsync(staff, StaffAct.AskForRole, account, by => new(by, number, reason.Trim(), staff.RequestId), (context, actor, target, _, now) =>
        {
            if (target.Roles.Contains(role) == gives)
                return new Refusal.NothingToChange();

            Ask(
                context,
                new()
                {
                    Id = Guid.CreateVersion7(now),
                    Number = number,
                    Kind = gives ? ApprovalKind.GiveRole : ApprovalKind.TakeRole,
                    Target = account,
                    AskedBy = staff.Account,
                    AskedAt = now,
                    Role = role,
                    Reason = reason.Trim(),
                },
                staff, actor.RoleFor(StaffAct.AskForRole), now);
            return null;
        }, cancel);
        return new(refusal, refusal is null ? number : null);
    }

    /// <summary>Another person agrees, or does not. To a role it is agreed by giving or taking it at once.</summary>
    public async Task<Refusal?> DecideApprovalAsync(Owner staff, string number, bool agrees, string answer, CancellationToken cancel)
    {
        if (Written.WhyUnfit(OrderField.Reason, answer, isNeeded: !agrees) is { } unfit)
            return unfit;

        await using var reading = await contexts.CreateDbContextAsync(cancel);
        if (ApprovalOf(reading, number) is not { } known)
            return await WhyNotActAsync(staff, StaffAct.ReadCases, cancel) ?? new Refusal.NoSuchApproval();

        var act = ActToDecide(known.Kind);
        return await ActOnAsync(staff, act, known.Target, role => new(role, known.Number, known.Reason, staff.RequestId), (context, actor, target, policy, now) =>
        {
            var request = ApprovalOf(context, number)!;
            if (request.WhyNotDecide(actor, s_load(context, request.AskedBy), target, now) is { } refused)
                return refused;

            var role = actor.RoleFor(act);
            if (agrees && request.Kind != ApprovalKind.Clear && ChangeRole(context, request, target, staff, role, policy, now) is { } unable)
                return unable;

            request.Decide(staff.Account, agrees, answer.Trim(), now);
            if (agrees && request.Kind != ApprovalKind.Clear)
                request.Finish();
            AuditLog.Append(context, staff, AuditEntries.OfApproval(agrees ? AuditAction.ApprovalGiven : AuditAction.ApprovalDeclined, request, answer.Trim(), staff.Account, role), now);
            return null;
        }, cancel);
    }

    /// <summary>Whoever asked does what another has agreed to.</summary>
    public async Task<ClearAnswer> ClearApprovedAsync(Owner staff, string number, CancellationToken cancel)
    {
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        if (ApprovalOf(reading, number) is not { Kind: ApprovalKind.Clear, Order: { } order } known)
            return new(await WhyNotActAsync(staff, StaffAct.ReadCases, cancel) ?? new Refusal.NoSuchApproval(), null, null);

        return await ClearAsync(staff, known.Target, order, callerNumber: null, number, cancel);
    }

    public Task<Refusal?> WithdrawApprovalAsync(Owner staff, string number, CancellationToken cancel) =>
        ChangeAsync(staff.Account, staff, (context, actor, policy, now) =>
        {
            if (actor.WhyNotStaff(staff.Asker, policy, now) is { } unable)
                return unable;

            if (ApprovalOf(context, number) is not { } request)
                return new Refusal.NoSuchApproval();

            if (request.Withdraw(staff.Account, now) is { } refused)
                return refused;

            AuditLog.Append(context, staff, AuditEntries.OfApproval(AuditAction.ApprovalWithdrawn, request, "", staff.Account, actor.RoleFor(StaffAct.ReadCases)), now);
            return null;
        }, cancel);

    private static StaffAct ActToDecide(ApprovalKind kind) => kind is ApprovalKind.Clear ? StaffAct.DecideClear : StaffAct.DecideRole;

    private static ApprovalRequest? ApprovalOf(PortalContext context, string number)
    {
        var wanted = number.Trim().ToUpperInvariant();
        return context.Approvals.SingleOrDefault(request => request.Number == wanted);
    }

    private static void Ask(PortalContext context, ApprovalRequest request, Owner staff, Role role, DateTimeOffset now)
    {
        context.Approvals.Add(request);
        AuditLog.Append(context, staff, AuditEntries.OfApproval(AuditAction.ApprovalAsked, request, request.Reason, staff.Account, role), now);
    }

    private static Refusal? ChangeRole(PortalContext context, ApprovalRequest request, SecurityProfile target, Owner staff, Role by, SecurityPolicy policy, DateTimeOffset now)
    {
        var gives = request.Kind == ApprovalKind.GiveRole;
        var refusal = gives ? target.GiveRole(request.Role!.Value, policy, now) : target.TakeRole(request.Role!.Value, policy, now);
        if (refusal is null)
            AuditLog.Append(context, staff, AuditEntries.OfApproval(gives ? AuditAction.RoleGiven : AuditAction.RoleTaken, request, request.Reason, staff.Account, by), now);
        return refusal;
    }
}
