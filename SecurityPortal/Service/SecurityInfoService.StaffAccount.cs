using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// The page of one account for whoever answers its owner's call (R-HELP-1).
public sealed partial class SecurityInfoService
{
    /// <summary>So many of the latest sign-ins, messages and cases.</summary>
    private const int StaffRows = 20;

    public async Task<StaffAccountAnswer> AccountForStaffAsync(Owner staff, AccountId account, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await WhyNotStaffAsync(context, staff) is { } refusal)
            return new(refusal, null);

        var now = clock.GetUtcNow();
        if (await ReadAsync(account, now, cancel) is not { } profile)
            return new(new Refusal.NoSuchAccount(), null);

        var mayClear = await WhyNotPlanAsync(context, staff, StaffAct.Clear, StaffTargets.Of(staff.Account, profile)) is null;
        return new(null, await ViewAsync(context, profile, mayClear, now, cancel));
    }

    private async Task<StaffAccountView> ViewAsync(PortalContext context, SecurityProfile profile, bool mayClear, DateTimeOffset now, CancellationToken cancel)
    {
        var told = profile.Pending is { } pending ? await TellingsAsync(profile.Id, pending, isFull: false, cancel) : [];
        var seen = await SeenByNobodyAsync(profile, told, now, cancel);
        return new(
            now, profile.Id, profile.Name, profile.DisplayName, profile.Roles, profile.CreatedAt, profile.LastSignInAt, seen.Methods,
            profile.RecoveryCodes?.Left, profile.IsPasswordless, seen.Pending, seen.RestrictedUntil, profile.Reminder?.FirstAt, profile.Advice(Policy, now))
        {
            MayClear = mayClear,
            OwesSince = profile.Duty?.Since,
            FrozenUntil = profile.Freeze?.EndsAt,
            Blocks = [.. profile.Blocks.Where(block => block.Stands(now)).Select(block => new StaffBlock(
                block.Scope, block.Reason, ShownOf(profile.Methods.FirstOrDefault(method => method.Key == block.ContactKey)), block.Source, block.StartedAt, block.EndsAt, block.Note))],
            SignIns = [.. (await context.SignIns.AsNoTracking().Where(happened => happened.Account == profile.Id).OrderByDescending(happened => happened.Id).Take(StaffRows).ToListAsync(cancel))
                .Select(happened => View(profile, happened))],
            Deliveries = [.. (await context.Messages.AsNoTracking().Where(message => message.Account == profile.Id).OrderByDescending(message => message.Id).Take(StaffRows).ToListAsync(cancel))
                .Select(message => new StaffDelivery(message.CreatedAt, message.Kind, message.Channel, OverviewMaker.Shown(ContactOf(message.Channel, message.To), isFull: false), message.Stage, message.Cause))],
            Cases = await CasesOfAsync(context, profile.Id, now, cancel),
        };
    }

    /// <summary>The latest of both kinds.</summary>
    private static async Task<ImmutableArray<StaffCase>> CasesOfAsync(PortalContext context, AccountId account, DateTimeOffset now, CancellationToken cancel)
    {
        var cases = await context.Cases.AsNoTracking().Where(opened => opened.Account == account).OrderByDescending(opened => opened.OpenedAt).Take(StaffRows).ToListAsync(cancel);
        var requests = await context.RecoveryRequests.AsNoTracking().Where(request => request.Account == account && request.State != RecoveryState.Unproved)
            .OrderByDescending(request => request.OpenedAt).Take(StaffRows).ToListAsync(cancel);
        return
        [
            .. cases.Select(CaseRow.Of).Concat(requests.Select(request => CaseRow.Of(request, StateOf(request, now))))
                .OrderByDescending(row => row.OpenedAt).Take(StaffRows).Select(row => new StaffCase(row.Number, row.Kind, row.OpenedAt, row.State)),
        ];
    }

    /// <summary>As a session would see it that has proved nothing: all that there is, and nothing of it whole.</summary>
    private async Task<SecurityOverview> SeenByNobodyAsync(SecurityProfile profile, ImmutableArray<TellingView> told, DateTimeOffset now, CancellationToken cancel)
    {
        PortalItself nobody = new();
        Session session = new() { Id = default, StartedAt = now, LastUsedAt = now, Source = nobody.Source, Browser = nobody.Browser };
        await _channels.ReadAsync(contexts, now, cancel);
        await _regions.ReadAsync(contexts, now, cancel);
        var outside = await OutsideBlocksAsync(profile, nobody, now, cancel);
        return new OverviewMaker(profile, session, new(default, nobody.Source), outside, _channels, _regions.Of(nobody, now), Policy, now).Make(told);
    }

    private static StaffSignIn View(SecurityProfile profile, SignInEvent happened) => new(
        happened.At, happened.Cause, happened.Group, ShownOf(profile.Methods.FirstOrDefault(method => method.Id == happened.Method)), happened.Browser, happened.Source,
        happened.Country, happened.City, happened.Score, ActivityRows.Read(happened.Signals), happened.RequestId);

    private static string? ShownOf(SecurityMethod? method) => method is null ? null : OverviewMaker.Shown(method.Contact, isFull: false);
}
