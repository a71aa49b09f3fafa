using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>Which records of the audit log; all of them where nothing is said. Only all of them are a chain.</summary>
public sealed record AuditFilter(AccountId? Target = null, DateTimeOffset? From = null, DateTimeOffset? Until = null);

// What staff and the portal have changed, as it stands in the audit log (R-HELP-8).
public sealed partial class SecurityInfoService
{
    private const int AuditPage = 500;

    /// <summary>Records in order, up to the one that is last now. They are read a page at a time: no read holds up the store, and memory stays as it is.</summary>
    public async IAsyncEnumerable<AuditRecord> AuditAsync(PortalItself reader, AuditFilter filter, [EnumeratorCancellation] CancellationToken cancel)
    {
        _ = reader;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var end = await context.Audit.MaxAsync(record => (long?)record.Number, cancel) ?? 0;
        for (var (after, isMore) = (0L, true); isMore;)
        {
            var page = await Chosen(context, filter).Where(record => record.Number > after && record.Number <= end)
                .OrderBy(record => record.Number).Take(AuditPage).ToListAsync(cancel);
            foreach (var record in page)
                yield return record;

            (after, isMore) = (page.Count == 0 ? end : page[^1].Number, page.Count == AuditPage);
        }
    }

    private static IQueryable<AuditRecord> Chosen(PortalContext context, AuditFilter filter)
    {
        var records = context.Audit.AsNoTracking();
        if (filter.Target is { } target)
            records = records.Where(record => record.Target == target);
        if (filter.From is { } from)
            records = records.Where(record => record.At >= from);
        return filter.Until is { } until ? records.Where(record => record.At < until) : records;
    }

    /// <summary>From the front alone, or the chain would break; and never the last, which the next follows on from.</summary>
    private int ForgetAudit(PortalContext context, DateTimeOffset now)
    {
        var until = now - Retention.Audit;
        var front = context.Audit.OrderBy(record => record.Number).Select(record => new { record.Number, record.At });
        if (front.FirstOrDefault() is not { } first || first.At > until)
            return 0;

        var old = front.Take(MostForgotten + 1).ToList();
        var goes = old.SkipLast(1).TakeWhile(record => record.At <= until).Count();
        var stays = old[goes].Number;
        return context.Audit.Where(record => record.Number < stays).ExecuteDelete();
    }
}
