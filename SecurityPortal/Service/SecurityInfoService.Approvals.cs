using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// What waits for a second person, to be read.
public sealed partial class SecurityInfoService
{
    private const int MostApprovals = 100;

    /// <summary>Those of the last days, the open ones first.</summary>
    public async Task<ApprovalList> ApprovalsAsync(Owner staff, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        if (await WhyNotPlanAsync(context, staff, StaffAct.ReadCases, StaffTarget.User) is { } refusal)
            return new(refusal, now, []);

        var since = now - (7 * ApprovalRequest.Life);
        var requests = await context.Approvals.AsNoTracking().Where(request => request.AskedAt > since).OrderByDescending(request => request.AskedAt).Take(MostApprovals).ToListAsync(cancel);
        var views = ImmutableArray.CreateBuilder<ApprovalView>(requests.Count);
        foreach (var request in requests.OrderByDescending(request => request.IsOpen(now)).ThenByDescending(request => request.AskedAt))
            views.Add(await ViewAsync(context, staff, request, now));
        return new(null, now, views.ToImmutable());
    }

    public async Task<ApprovalAnswer> ApprovalAsync(Owner staff, string number, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await WhyNotPlanAsync(context, staff, StaffAct.ReadCases, StaffTarget.User) is { } refusal)
            return new(refusal, null);

        return ApprovalOf(context, number) is { } request
            ? new(null, await ViewAsync(context, staff, request, clock.GetUtcNow()))
            : new(new Refusal.NoSuchApproval(), null);
    }

    private static async Task<ApprovalView> ViewAsync(PortalContext context, Owner staff, ApprovalRequest request, DateTimeOffset now)
    {
        var (asker, target, actor) = (await s_read(context, request.AskedBy), await s_read(context, request.Target), await s_read(context, staff.Account));
        var decider = request.DecidedBy is { } decided ? await s_read(context, decided) : null;
        var mayDecide = StaffRights.Of(ActToDecide(request.Kind)).Leave(actor!.Roles, StaffTargets.Of(staff.Account, target!)) is StaffLeave.Alone
            && request.WhyNotDecide(actor, asker, target!, now) is null;
        return new(
            now, request.Number, request.Kind, request.Target, target!.Name, asker?.Name ?? "", request.AskedAt, request.EndsAt, request.Reason, request.State,
            decider?.Name, request.DecidedAt, request.Answer, request.Order,
            [.. target.Methods.Where(method => request.Order?.Methods.Contains(method.Id) == true).Select(method => OverviewMaker.Shown(method.Contact, isFull: false))],
            request.Role,
            mayDecide,
            MayDo: request.Kind == ApprovalKind.Clear && request.WhyNotDo(staff.Account, now) is null,
            MayWithdraw: request.AskedBy == staff.Account && request.IsOpen(now));
    }
}
