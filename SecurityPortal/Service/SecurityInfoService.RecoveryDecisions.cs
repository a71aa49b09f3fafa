using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;

namespace SecurityPortal.Service;

// What people decide about recovery requests (R-FORM-3). Who may is asked by the pages of the help desk; that two different
// people approve is asked here.
public sealed partial class SecurityInfoService
{
    public Task<Refusal?> TakeUpRecoveryAsync(PortalItself staff, string number, AccountId by, CancellationToken cancel) =>
        DecideAsync(staff, number, (request, now) => request.TakeUp(by, now), new(AuditAction.RecoveryTakenUp) { By = by }, cancel);

    public Task<Refusal?> AskForMoreAsync(PortalItself staff, string number, AccountId by, string words, CancellationToken cancel) =>
        DecideAsync(staff, number, (request, now) => request.AskForMore(by, words, now), new(AuditAction.RecoveryMoreAsked) { By = by, Reason = words }, cancel);

    public Task<Refusal?> DeclineRecoveryAsync(PortalItself staff, string number, AccountId by, string reason, CancellationToken cancel) =>
        DecideAsync(staff, number, (request, now) => request.Decline(by, reason, now), new(AuditAction.RecoveryDeclined) { By = by, Reason = reason }, cancel);

    /// <summary>The second of two begins the wait, of which all old methods are told.</summary>
    public async Task<Refusal?> ApproveRecoveryAsync(PortalItself staff, string number, AccountId by, CancellationToken cancel)
    {
        await using var reading = await contexts.CreateDbContextAsync(cancel);
        if (Numbered(reading, number) is not { } known)
            return new Refusal.NoSuchRequest();

        if (known.WhyNotApprove(by) is { } refusal)
            return refusal;

        var answer = await ChangeAsync(known.Account!.Value, staff, (context, profile, policy, now) =>
        {
            if (Numbered(context, number) is not { } request || request.WhyNotApprove(by) is not null)
                return new Refusal.RecoveryClosed();

            if (!request.TakeApproval(by))
            {
                AuditLog.Append(context, staff, AuditEntries.Approved(request, by, approvals: 1), now);
                return null;
            }

            request.Approve(by, profile.BeginRecovery(request.Id, policy, now), now);
            AuditLog.Append(context, staff, AuditEntries.Approved(request, by, approvals: 2), now);
            messages.WriteNews(context, request, now);
            return null;
        }, cancel);
        _mail.Ring([Channel.Email]);
        return answer;
    }

    private Task<Refusal?> DecideAsync(
        PortalItself staff, string number, Func<RecoveryRequest, DateTimeOffset, Refusal?> decide, AuditEntry entry, CancellationToken cancel) =>
        InRequestAsync(number, (context, request, now) =>
        {
            if (decide(request, now) is { } refusal)
                return refusal;

            messages.WriteNews(context, request, now);
            AuditLog.Append(context, staff, entry.About(request), now);
            return null;
        }, cancel);
}
