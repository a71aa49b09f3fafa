using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// Clear a lost device (R-HELP-2): looked at first, on a copy, then done in one unit.
public sealed partial class SecurityInfoService
{
    /// <summary>What the chosen clear would do. Nothing is written, and no proof is needed to look.</summary>
    public async Task<ClearPreviewAnswer> PreviewClearAsync(Owner staff, AccountId account, ClearOrder order, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        if (await ReadAsync(account, now, cancel) is not { } profile)
            return new(await WhyNotPlanAsync(context, staff, StaffAct.Clear, StaffTarget.User) ?? new Refusal.NoSuchAccount(), null);

        var target = StaffTargets.Of(staff.Account, profile);
        if (await WhyNotPlanAsync(context, staff, StaffAct.Clear, target) is { } refusal)
            return new(refusal, null);

        var before = await SeenByNobodyAsync(profile, [], now, cancel);
        var copy = (await ReadAsync(account, now, cancel))!;
        var whyNot = copy.Clear(order with { SeenClearAt = profile.LastClear?.At, Check = CallerCheck.InPerson, Reference = "-", Reason = "-", Ticket = "-" }, new(now, staff.Account, Role.HelpDesk, "-"), default, Policy, now);
        var actor = (await ReadAsync(staff.Account, now, cancel))!;
        return new(null, new(
            now, profile.Name, profile.DisplayName, before.Methods, profile.RecoveryCodes?.Left,
            [.. before.Methods.Where(method => order.Methods.Contains(method.Id))],
            [.. before.Methods.Where(method => !order.Methods.Contains(method.Id))],
            profile.Sessions.Count(session => session.FullAt is not null),
            profile.RememberedBrowsers.Length,
            profile.Pending is not null, profile.Restriction is not null, profile.Recovery is not null,
            whyNot is null && copy.Pass is not null,
            whyNot is null && copy.IsPasswordless && !copy.CanSignIn(Policy),
            StaffRights.Of(StaffAct.Clear).Leave(actor.Roles, target) is StaffLeave.WithAnother,
            profile.LastClear?.At)
        {
            Checks = Policy.HelpDesk.CallerChecks,
            WhyNot = whyNot,
        });
    }

    /// <param name="callerNumber">What the caller read out, where that is the check.</param>
    public Task<ClearAnswer> ClearAsync(Owner staff, AccountId account, ClearOrder order, string? callerNumber, CancellationToken cancel) =>
        ClearAsync(staff, account, order, callerNumber, approval: null, cancel);

    /// <param name="approval">The number of what another person has agreed to; the caller was checked when it was asked for.</param>
    private async Task<ClearAnswer> ClearAsync(Owner staff, AccountId account, ClearOrder order, string? callerNumber, string? approval, CancellationToken cancel)
    {
        var letters = OneTimeCodes.NewPassLetters();
        var pass = codes.SealPass(letters, clock.GetUtcNow());
        DateTimeOffset? endsAt = null;
        var refusal = await ActOnAsync(staff, StaffAct.Clear, account, role => new(role, order.Ticket.Trim(), order.Reason.Trim(), staff.RequestId), (context, actor, target, policy, now) =>
        {
            var role = actor.RoleFor(StaffAct.Clear);
            if ((target.WhyNotClear(order, policy, now) ?? (approval is null
                ? WhyTooManyClears(context, staff, policy, now) ?? WhyNotChecked(context, staff, target, order, callerNumber, role, now)
                : TakeApproval(context, staff, approval, now))) is { } refused)
                return refused;

            var went = AuditEntries.Cleared(target, order, staff.Account, role);
            _ = target.Clear(order, new(now, staff.Account, role, order.Ticket.Trim()), pass, policy, now);
            if (approval is null)
                CountClear(context, staff, now);
            endsAt = target.Pass?.EndsAt;
            AuditLog.Append(context, staff, went.WithPass(endsAt is not null), now);
            return null;
        }, cancel, withAnother: approval is not null);
        return refusal is null && endsAt is not null ? new(null, letters, endsAt) : new(refusal, null, null);
    }

    private static Refusal? TakeApproval(PortalContext context, Owner staff, string number, DateTimeOffset now)
    {
        var request = ApprovalOf(context, number)!;
        if (request.WhyNotDo(staff.Account, now) is { } refusal)
            return refusal;

        request.Finish();
        return null;
    }

    /// <summary>A caller number is checked by the portal itself, last of all: it serves once, and a wrong one counts.</summary>
    private Refusal? WhyNotChecked(PortalContext context, Owner staff, SecurityProfile target, ClearOrder order, string? callerNumber, Role role, DateTimeOffset now)
    {
        if (!Policy.HelpDesk.CallerChecks.Contains(order.Check))
            return new Refusal.CheckNotAccepted();

        if (order.Check != CallerCheck.CallerNumber)
            return null;

        var refusal = target.TakeCallerNumber(codes.CheckCaller(callerNumber), now);
        if (refusal is Refusal.WrongCallerNumber)
            AuditLog.Append(context, staff, AuditEntries.CallerNumberRefused(target, order, staff.Account, role), now);
        return refusal;
    }

    private static Throttle ClearsOf(PortalContext context, Owner staff) => ThrottleRows.Read(context, [ThrottleKey.Clearing(staff.Account)], out _)[0];

    private static Refusal.TooManyClears? WhyTooManyClears(PortalContext context, Owner staff, SecurityPolicy policy, DateTimeOffset now) =>
        ClearsOf(context, staff).FullUntil(policy.HelpDesk.ClearsAnHour, LimitPolicy.Hour, now) is { } until ? new(policy.HelpDesk.ClearsAnHour, until) : null;

    private static void CountClear(PortalContext context, Owner staff, DateTimeOffset now)
    {
        var row = ClearsOf(context, staff);
        row.Count(LimitPolicy.Hour, now);
        ThrottleRows.Store(context, [row]);
    }
}
