using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// What staff do about a case: one of them takes it, whoever knows something notes it, and it is closed with a reason. It is
// judged by the case's account.
public sealed partial class SecurityInfoService
{
    /// <param name="from">Who has it by what is shown; null where nobody has.</param>
    public Task<Refusal?> TakeCaseAsync(Owner staff, string number, AccountId? from, CancellationToken cancel) =>
        OnCaseAsync(staff, number, new(AuditAction.CaseTaken), (context, opened, now) => opened.Take(staff.Account, from, NamesIn(context), now), cancel);

    public Task<Refusal?> NoteOnCaseAsync(Owner staff, string number, string words, CancellationToken cancel) =>
        OnCaseAsync(staff, number, new(AuditAction.CaseNoted) { Reason = words.Trim() }, (_, opened, now) => opened.Note(staff.Account, words, now), cancel);

    /// <summary>To close what an owner disputes is to decide it: that is a lead's, and ends the freeze (R-HELP-10).</summary>
    public Task<Refusal?> CloseCaseAsync(Owner staff, string number, string words, CancellationToken cancel) =>
        OnCaseAsync(staff, number, new(AuditAction.CaseClosed) { Reason = words.Trim() }, (_, opened, now) => opened.Close(staff.Account, words, now), cancel, closes: true);

    private async Task<Refusal?> OnCaseAsync(
        Owner staff, string number, AuditEntry entry, Func<PortalContext, SecurityCase, DateTimeOffset, Refusal?> change, CancellationToken cancel, bool closes = false)
    {
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        if (CaseNumbered(reading, number) is not { } known)
            return await WhyNotPlanAsync(reading, staff, StaffAct.WorkOnCase, StaffTarget.User) ?? new Refusal.NoSuchCase();

        var decides = closes && known.Kind == CaseKind.StaffDisputed;
        return await WorkAsync(staff, known.Account, known.Number, (context, actor, target, policy, now) =>
        {
            if (decides && actor.WhyNotAct(staff.Asker, StaffAct.DecideDispute, StaffTargets.Of(staff.Account, target), policy, now) is { } notTheirs)
                return notTheirs;

            var opened = CaseNumbered(context, number)!;
            if (change(context, opened, now) is { } unable)
                return unable;

            if (decides)
                target.EndDispute(opened.Number, policy, now);
            AuditLog.Append(context, staff, entry.Of(actor, StaffAct.WorkOnCase).About(opened), now);
            return null;
        }, cancel);
    }

    /// <summary>About an account, which nobody does to their own, not even through another one of theirs; or about none.</summary>
    private Task<Refusal?> WorkAsync(Owner staff, AccountId? account, string number, StaffRequest request, CancellationToken cancel) => account is { } target
        ? ActOnAsync(staff, StaffAct.WorkOnCase, target, CallerFor(staff, number), (context, actor, profile, policy, now) =>
            WhyOnSelf(actor, profile) ?? request(context, actor, profile, policy, now), cancel)
        : ActAsync(staff, StaffAct.WorkOnCase, request, cancel);

    private static Refusal.NotOnYourself? WhyOnSelf(SecurityProfile actor, SecurityProfile target) => actor.MayBeSamePersonAs(target) ? new() : null;

    private static Func<Role, StaffCaller> CallerFor(Owner staff, string number) => role => new(role, number, "", staff.RequestId);

    private static SecurityCase? CaseNumbered(PortalContext context, string number)
    {
        var wanted = number.Trim().ToUpperInvariant();
        return context.Cases.SingleOrDefault(opened => opened.Number == wanted);
    }

    /// <summary>Staff are named to one another as they are called.</summary>
    private static Func<AccountId, string> NamesIn(PortalContext context) => id =>
        context.Profiles.Where(profile => profile.Id == id).Select(profile => profile.DisplayName).SingleOrDefault() ?? "";
}
