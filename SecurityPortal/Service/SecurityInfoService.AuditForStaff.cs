using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// The audit log as staff read it, and take it along (R-HELP-8).
public sealed partial class SecurityInfoService
{
    private const int RecordsAtOnce = 50;

    /// <param name="before">As <see cref="AuditPageView.Older"/> of the page before; null for the newest.</param>
    public async Task<AuditPageView> AuditForStaffAsync(Owner staff, AuditQuery query, long? before, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        if (await WhyNotPlanAsync(context, staff, StaffAct.ReadAudit, StaffTarget.User) is { } refusal)
            return new(refusal, IsNotBy: false, now, [], null);

        var (account, by) = (await NamedAsync(context, query.Account, cancel), await NamedAsync(context, query.By == AuditQuery.Portal ? null : query.By, cancel));
        if (query.Account is not null && account is null)
            return new(new Refusal.NoSuchAccount(), IsNotBy: false, now, [], null);

        if (query.By is not (null or AuditQuery.Portal) && by is null)
            return new(new Refusal.NoSuchAccount(), IsNotBy: true, now, [], null);

        var records = await Chosen(context, query, account, by, now).Where(record => record.Number < (before ?? long.MaxValue))
            .OrderByDescending(record => record.Number).Take(RecordsAtOnce + 1).ToListAsync(cancel);
        return new(null, IsNotBy: false, now, [.. records.Take(RecordsAtOnce)], records.Count > RecordsAtOnce ? records[RecordsAtOnce - 1].Number : null);
    }

    /// <summary>
    /// All of it, for only all of it is a chain. Who took it is in it as its last record, before the first is sent. Each
    /// batch is judged again, so that an ended session takes nothing more.
    /// </summary>
    public async Task<AuditExport> ExportAuditAsync(Owner staff, CancellationToken cancel)
    {
        var answer = await writes.RunAsync<(Refusal? Refusal, long End)>(
            context =>
            {
                var now = clock.GetUtcNow();
                var actor = s_load(context, staff.Account);
                if ((actor is null ? new Refusal.SignedOut() : actor.WhyNotAct(staff.Asker, StaffAct.ReadAudit, StaffTarget.User, Policy, now)) is { } refusal)
                    return (refusal, 0);

                var (first, last) = (context.Audit.Min(record => (long?)record.Number) ?? 1, context.Audit.Max(record => (long?)record.Number) ?? 0);
                AuditLog.Append(context, staff, AuditEntries.AuditExported(last - first + 2).DoneBy(staff, actor!, StaffAct.ReadAudit), now);
                return (null, last + 1);
            },
            cancel);
        return new(answer.Refusal, answer.Refusal is null ? BatchesAsync(staff, answer.End, cancel) : AsyncEnumerable.Empty<AuditBatch>());
    }

    private async IAsyncEnumerable<AuditBatch> BatchesAsync(Owner staff, long end, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        for (var (after, isMore) = (0L, true); isMore;)
        {
            if (await WhyNotPlanAsync(context, staff, StaffAct.ReadAudit, StaffTarget.User) is { } refusal)
            {
                yield return new(refusal, []);
                yield break;
            }

            var page = await context.Audit.AsNoTracking().Where(record => record.Number > after && record.Number <= end)
                .OrderBy(record => record.Number).Take(AuditPage).ToListAsync(cancel);
            yield return new(null, page);
            (after, isMore) = (page.Count == 0 ? end : page[^1].Number, page.Count == AuditPage);
        }
    }

    private static async Task<AccountId?> NamedAsync(PortalContext context, string? name, CancellationToken cancel)
    {
        if (name is null || !AccountName.IsAcceptable(name))
            return null;

        var key = AccountName.KeyOf(name);
        return await context.Profiles.IgnoreAutoIncludes().Where(profile => profile.NameKey == key).Select(profile => (AccountId?)profile.Id).SingleOrDefaultAsync(cancel);
    }

    private static IQueryable<AuditRecord> Chosen(PortalContext context, AuditQuery query, AccountId? account, AccountId? by, DateTimeOffset now)
    {
        var records = Chosen(context, new(account, query.Days is { } days ? now.AddDays(-days) : query.From, query.Days is null ? query.Until : null));
        if (query.Action is { } action)
            records = records.Where(record => record.Action == action);
        return query.By switch
        {
            null => records,
            AuditQuery.Portal => records.Where(record => record.By == null),
            _ => records.Where(record => record.By == by),
        };
    }
}
