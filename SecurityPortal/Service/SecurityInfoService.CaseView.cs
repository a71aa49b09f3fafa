using System.Collections.Immutable;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// One case with all that happened in it, and what its reader may do about it.
public sealed partial class SecurityInfoService
{
    public async Task<CaseAnswer> CaseAsync(Owner staff, string number, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await WhyNotPlanAsync(context, staff, StaffAct.ReadCases, StaffTarget.User) is { } refusal)
            return new(refusal, null);

        if (CaseNumbered(context, number) is { } opened)
            return new(null, await ViewAsync(context, staff, opened, cancel));

        return Received(context, number) is { } request ? new(null, await ViewAsync(context, staff, request, cancel)) : new(new Refusal.NoSuchCase(), null);
    }

    private async Task<CaseView> ViewAsync(PortalContext context, Owner staff, SecurityCase opened, CancellationToken cancel)
    {
        var (actor, target) = ((await s_read(context, staff.Account))!, await s_read(context, opened.Account));
        var names = await NamesAsync(context, [.. opened.Steps.Select(step => step.By), opened.Account, .. opened.AssignedTo is { } held ? [held] : Array.Empty<AccountId>()], cancel);
        return new(
            clock.GetUtcNow(), opened.Number, opened.Kind, StateOf(opened), opened.OpenedAt, opened.Source, names.GetValueOrDefault(opened.Account), Typed: null,
            WhyNotWork(staff, actor, target), WhyNotApprove: new Refusal.NoRight())
        {
            Method = target?.Methods.FirstOrDefault(method => method.Id == opened.Method) is { } method ? new(method.Kind, ShownOf(method)!) : null,
            AssignedTo = HolderOf(opened.AssignedTo, names, staff),
            MayClose = opened.Kind != CaseKind.StaffDisputed || WhyNot(staff, StaffAct.DecideDispute, actor, target) is null,
            Entries = [new(CaseHappening.Opened, opened.OpenedAt, null, ""), .. opened.Steps.Select(step => new CaseEntry(HappeningOf(step.Deed), step.At, names.GetValueOrDefault(step.By)?.DisplayName, step.Words))],
        };
    }

    private async Task<CaseView> ViewAsync(PortalContext context, Owner staff, RecoveryRequest request, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var (actor, target) = ((await s_read(context, staff.Account))!, request.Account is { } account ? await s_read(context, account) : null);
        var names = await NamesAsync(
            context,
            [.. request.Steps.Select(step => step.By).Concat([request.Account, request.AssignedTo]).OfType<AccountId>(), .. request.Approvals.Select(approval => approval.By)],
            cancel);
        var state = StateOf(request, now);
        return new(
            now, request.Number, CaseKind.RecoveryAsked, StateOf(request, state), request.OpenedAt, request.Source,
            target is null ? null : names.GetValueOrDefault(target.Id), target is null ? await ShownAsync(context, request.Name, cancel) : request.Name,
            WhyNotWork(staff, actor, target), WhyNotApprove(context, staff, request, actor, target))
        {
            AssignedTo = HolderOf(request.AssignedTo, names, staff),
            Entries = EntriesOf(request, names),
            Request = new(state, new Contact(MethodKind.Email, request.Contact).Masked, request.Language, request.WaitEndsAt),
        };
    }

    private Refusal? WhyNotWork(Owner staff, SecurityProfile actor, SecurityProfile? target) =>
        WhyNot(staff, StaffAct.WorkOnCase, actor, target) ?? (target is null ? null : WhyOnSelf(actor, target));

    private Refusal? WhyNotApprove(PortalContext context, Owner staff, RecoveryRequest request, SecurityProfile actor, SecurityProfile? target) =>
        WhyNot(staff, StaffAct.ApproveRecovery, actor, target) ?? (target is null ? new Refusal.RecoveryClosed() : WhyNotApprove(context, request, actor, target));

    private Refusal? WhyNot(Owner staff, StaffAct act, SecurityProfile actor, SecurityProfile? target) =>
        actor.WhyNotPlan(staff.Asker, act, target is null ? StaffTarget.User : StaffTargets.Of(actor.Id, target), Policy, clock.GetUtcNow());

    private static CaseHolder? HolderOf(AccountId? holder, Dictionary<AccountId, CaseAccount> names, Owner reader) =>
        holder is { } id ? new(id, names.GetValueOrDefault(id)?.DisplayName ?? "", id == reader.Account) : null;

    /// <summary>The second approval and the step that it is are one.</summary>
    private static ImmutableArray<CaseEntry> EntriesOf(RecoveryRequest request, Dictionary<AccountId, CaseAccount> names)
    {
        string? NameOf(AccountId? by) => by is { } id ? names.GetValueOrDefault(id)?.DisplayName : null;
        var approvals = request.Approvals.Select((approval, i) => new CaseEntry(i == 0 ? CaseHappening.ApprovedByOne : CaseHappening.Approved, approval.At, NameOf(approval.By), approval.Reference));
        var steps = request.Steps.Where(step => step.State != RecoveryState.Approved || request.Approvals.Length < 2).Select(step => new CaseEntry(HappeningOf(step), step.At, NameOf(step.By), step.Words));
        return [.. steps.Concat(approvals).OrderBy(entry => entry.At)];
    }

    private static CaseHappening HappeningOf(CaseDeed deed) => deed switch
    {
        CaseDeed.Taken => CaseHappening.Taken,
        CaseDeed.Noted => CaseHappening.Noted,
        CaseDeed.Closed => CaseHappening.Closed,
    };

    private static CaseHappening HappeningOf(RecoveryStep step) => step switch
    {
        { State: RecoveryState.InReview, By: null } => CaseHappening.Answered,
        { State: RecoveryState.InReview } => CaseHappening.Taken,
        { State: RecoveryState.MoreNeeded } => CaseHappening.MoreAsked,
        { State: RecoveryState.Approved } => CaseHappening.Approved,
        { State: RecoveryState.Declined } => CaseHappening.Declined,
        { State: RecoveryState.Stopped } => CaseHappening.Stopped,
        { State: RecoveryState.Finished } => CaseHappening.Finished,
        _ => CaseHappening.Opened,
    };

    private static CaseState StateOf(SecurityCase opened) => opened switch
    {
        { ClosedAt: not null } => CaseState.Closed,
        { AssignedTo: null } => CaseState.New,
        _ => CaseState.InWork,
    };

    private static CaseState StateOf(RecoveryRequest request, RecoveryState state) => state switch
    {
        RecoveryState.Unproved or RecoveryState.Received => CaseState.New,
        RecoveryState.InReview => request.Approvals.IsEmpty ? CaseState.InWork : CaseState.ApprovedByOne,
        RecoveryState.MoreNeeded => CaseState.MoreNeeded,
        RecoveryState.Approved => CaseState.Approved,
        RecoveryState.Declined => CaseState.Declined,
        RecoveryState.Stopped => CaseState.Stopped,
        RecoveryState.Expired => CaseState.Expired,
        RecoveryState.Finished => CaseState.Finished,
    };
}
