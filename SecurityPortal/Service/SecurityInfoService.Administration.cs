using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// What those look at who run the portal: who of staff there is, what was imported, and what is not as it should be.
public sealed partial class SecurityInfoService
{
    /// <summary>One who is away, or has lost their phone, must not be the last.</summary>
    public const int LeastAdministrators = 2;

    private const int ImportsShown = 20;

    /// <summary>What every one of staff is to know, on whichever page.</summary>
    public async Task<StaffWarnings> StaffWarningsAsync(Owner staff, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await WhyNotStaffAsync(context, staff) is { } refusal ? new(refusal, 0) : new(null, await CountAdministratorsAsync(context, cancel));
    }

    /// <summary>Where each part is, as far as this session may go, and what is the matter.</summary>
    public async Task<AdministrationView> AdministrationAsync(Owner staff, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        if (await WhyNotPlanAsync(context, staff, StaffAct.ReadPolicy, StaffTarget.User) is { } refusal)
            return new(refusal, now);

        var roles = await context.Profiles.Where(profile => profile.Id == staff.Account).Select(profile => profile.Roles).SingleAsync(cancel);
        var mayRun = StaffRights.May(roles, StaffAct.RunPortal);
        return new(null, now)
        {
            MayRun = mayRun,
            MayReadAudit = StaffRights.May(roles, StaffAct.ReadAudit),
            Troubled = mayRun ? [.. (await ChannelsAsync(staff, cancel)).Areas.Where(area => area.Status != ChannelStatus.Available)] : [],
            Attacked = mayRun ? [.. await MarkedAsync(context, now, cancel)] : [],
        };
    }

    /// <summary>Everybody who has a role.</summary>
    public async Task<StaffPeople> StaffPeopleAsync(Owner staff, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        if (await WhyNotPlanAsync(context, staff, StaffAct.RunPortal, StaffTarget.User) is { } refusal)
            return new(refusal, now, []);

        return new(null, now, [.. (await RoleRows.Of(context).ToListAsync(cancel)).OrderBy(profile => profile.NameKey, StringComparer.Ordinal).Select(StaffPerson.Of)]);
    }

    /// <summary>What came of the latest files, the newest first (R-HELP-11).</summary>
    public async Task<ImportsView> ImportsAsync(Owner staff, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        if (await WhyNotPlanAsync(context, staff, StaffAct.RunPortal, StaffTarget.User) is { } refusal)
            return new(refusal, now, []);

        var records = await context.Audit.AsNoTracking().Where(record => record.Action == AuditAction.AccountsImported)
            .OrderByDescending(record => record.Number).Take(ImportsShown).ToListAsync(cancel);
        return new(null, now, [.. records.Select(ImportedFile.Of)]);
    }

    private static async Task<int> CountAdministratorsAsync(PortalContext context, CancellationToken cancel) =>
        (await RoleRows.Of(context).ToListAsync(cancel)).Count(profile => StaffPerson.Of(profile).IsActingAdministrator);
}
