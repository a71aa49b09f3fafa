using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// What real tries and real codes tell of regions under attack (R-RISK-3).
public sealed partial class SecurityInfoService
{
    /// <summary>How long a code may take to be answered before it counts as one that nobody answers.</summary>
    private static readonly TimeSpan s_answerTime = TimeSpan.FromMinutes(2);

    /// <summary>Marks what is under attack now; what no longer is ends by itself. Answers all that are marked.</summary>
    public async Task<IReadOnlyList<AttackedRegion>> MeasureRegionsAsync(PortalItself worker, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var since = now - Policy.Regions.Window;
        var attacked = RegionMeasure.Attacked(await PasswordSamplesAsync(since, cancel), await NumberSamplesAsync(since, now - s_answerTime, cancel), Policy.Regions);
        _ = await writes.RunAsync(context => Store(context, worker, attacked, clock.GetUtcNow()), cancel);
        _regions.Forget();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await MarkedAsync(context, now, cancel);
    }

    // Keys rise with time, so the newest are found by them, without an index that every sign-in would have to pay for.
    private async Task<List<PasswordSample>> PasswordSamplesAsync(DateTimeOffset since, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.SignIns.AsNoTracking()
            .OrderByDescending(happened => happened.Id).Take(MostSamples)
            .Where(happened => happened.At > since && s_ofPasswords.Contains(happened.Cause))
            .Select(happened => new PasswordSample(
                happened.Source, happened.Country, happened.NameKey, happened.Cause == SignInCause.PasswordRight))
            .ToListAsync(cancel);
    }

    private static readonly SignInCause[] s_ofPasswords =
    [
        SignInCause.PasswordRight,
        SignInCause.WrongPassword,
        SignInCause.UnknownAccount,
        SignInCause.NoPassword,
        SignInCause.SourceBlocked,
        SignInCause.SourceSlowed,
    ];

    /// <summary>Numbers that codes have really gone to, and whether they are anybody's by now.</summary>
    private async Task<List<NumberSample>> NumberSamplesAsync(DateTimeOffset since, DateTimeOffset until, CancellationToken cancel)
    {
        var first = Message.FirstIdAt(since);
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return await context.Messages.AsNoTracking()
            .Where(message => message.Id.CompareTo(first) >= 0)
            .Where(message => message.Kind == Message.CodeKind && message.Channel != Channel.Email && message.HandedOverAt <= until)
            .OrderByDescending(message => message.Id).Take(MostSamples)
            .Select(message => new NumberSample(
                message.To,
                context.Methods.Any(method => method.Key == message.To && method.VerifiedAt != null) || context.PendingPhones.Any(phone => phone.Key == message.To)))
            .ToListAsync(cancel);
    }

    private int Store(PortalContext context, PortalItself worker, IEnumerable<(RegionKind Kind, string Value)> attacked, DateTimeOffset now)
    {
        foreach (var (kind, value) in attacked)
        {
            var region = StoredRegion(context, kind, value);
            var stood = region.Stands(now);
            region.Extend(Policy.Regions, now);
            if (!stood && region.Stands(now))
                AuditLog.Append(context, worker, AuditEntries.RegionMarked(region), now);
        }

        var stored = context.AttackedRegions.ToList();
        context.AttackedRegions.RemoveRange(stored.Where(region => region.IsForgotten(Policy.Regions, now)));
        return stored.Count;
    }
}
