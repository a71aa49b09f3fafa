using System.Globalization;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Resources;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// What people decide about recovery requests (R-FORM-3). They are judged by the account that is asked for; where no account
// is named so, as by a user's.
public sealed partial class SecurityInfoService
{
    public Task<Refusal?> TakeUpRecoveryAsync(Owner staff, string number, CancellationToken cancel) =>
        DecideAsync(staff, number, new(AuditAction.RecoveryTakenUp), (context, request, now) => request.TakeUp(staff.Account, NamesIn(context), now), cancel);

    public Task<Refusal?> AskForMoreAsync(Owner staff, string number, string words, CancellationToken cancel) =>
        DecideAsync(staff, number, new(AuditAction.RecoveryMoreAsked) { Reason = words.Trim() }, (_, request, now) => request.AskForMore(staff.Account, words, now), cancel);

    /// <summary>The applicant reads why; where there is no such account it is always the same sentence, which says nothing (R-FORM-1).</summary>
    public Task<Refusal?> DeclineRecoveryAsync(Owner staff, string number, string reason, CancellationToken cancel) => DecideAsync(
        staff,
        number,
        new(AuditAction.RecoveryDeclined) { Reason = reason.Trim() },
        (_, request, now) => request.Decline(staff.Account, reason, request.Account is null ? UnconfirmedIn(request.Language) : null, now),
        cancel);

    /// <summary>The second of two begins the wait, of which all old methods are told.</summary>
    /// <param name="reference">Which call to the number in the directory it was; each of the two makes one.</param>
    public async Task<Refusal?> ApproveRecoveryAsync(Owner staff, string number, string reference, CancellationToken cancel)
    {
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        var known = Received(reading, number);
        if (known?.Account is not { } account)
            return await WhyNotPlanAsync(reading, staff, StaffAct.ApproveRecovery, StaffTarget.User) ?? (known is null ? new Refusal.NoSuchCase() : new Refusal.RecoveryClosed());

        var refusal = await ActOnAsync(staff, StaffAct.ApproveRecovery, account, CallerFor(staff, known.Number), (context, actor, target, policy, now) =>
        {
            var request = Received(context, number)!;
            if ((WhyNotApprove(context, request, actor, target) ?? Written.WhyUnfit(OrderField.Reference, reference)) is { } unable)
                return unable;

            if (request.TakeApproval(actor.Id, reference, now))
            {
                request.Approve(actor.Id, target.BeginRecovery(request.Id, policy, now), now);
                messages.WriteNews(context, request, now);
            }

            AuditLog.Append(context, staff, AuditEntries.Approved(request, actor, reference), now);
            return null;
        }, cancel);
        _mail.Ring([Channel.Email]);
        return refusal;
    }

    /// <summary>Neither for oneself nor twice, under whatever account.</summary>
    private static Refusal? WhyNotApprove(PortalContext context, RecoveryRequest request, SecurityProfile actor, SecurityProfile target) =>
        request.WhyNotApprove(actor.Id)
        ?? (actor.MayBeSamePersonAs(target) || request.Approvals.Any(approval => s_load(context, approval.By)?.MayBeSamePersonAs(actor) == true) ? new Refusal.NotByYou() : null);

    private async Task<Refusal?> DecideAsync(Owner staff, string number, AuditEntry entry, RequestStep decide, CancellationToken cancel)
    {
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        if (Received(reading, number) is not { } known)
            return await WhyNotPlanAsync(reading, staff, StaffAct.WorkOnCase, StaffTarget.User) ?? new Refusal.NoSuchCase();

        var refusal = await WorkAsync(staff, known.Account, known.Number, (context, actor, _, _, now) =>
        {
            var request = Received(context, number)!;
            if (decide(context, request, now) is { } unable)
                return unable;

            messages.WriteNews(context, request, now);
            AuditLog.Append(context, staff, entry.Of(actor, StaffAct.WorkOnCase).About(request), now);
            return null;
        }, cancel);
        _mail.Ring([Channel.Email]);
        return refusal;
    }

    /// <summary>One that staff know of: its contact was proved.</summary>
    private static RecoveryRequest? Received(PortalContext context, string number) =>
        Numbered(context, number) is { State: not RecoveryState.Unproved } request ? request : null;

    private static string UnconfirmedIn(string language) => RecoverWords.ResourceManager.GetString(nameof(RecoverWords.Unconfirmed), CultureInfo.GetCultureInfo(language))!;
}
