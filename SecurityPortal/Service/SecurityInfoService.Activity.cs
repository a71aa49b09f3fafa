using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// The owner's own log: their sign-ins, and what else happened to the account (R-ACT-1).
public sealed partial class SecurityInfoService
{
    /// <summary>Rows at once: enough for months of most accounts, and little of a flood.</summary>
    private const int ActivityAtOnce = 200;

    /// <summary>What may be unusual is looked for further down, or a flood of wrong passwords would hide it.</summary>
    private const int MostUnusual = 300;

    private static readonly TimeSpan s_recently = TimeSpan.FromDays(30);

    private static readonly SignInCause[] s_noise =
        [SignInCause.WrongPassword, SignInCause.UnknownAccount, SignInCause.NoPassword, SignInCause.SourceBlocked, SignInCause.SourceSlowed, SignInCause.AccountBlocked];

    private static readonly string[] s_unusual =
    [
        nameof(SecurityEvent.PasswordKnown), nameof(SecurityEvent.UnusualSignIn), nameof(SecurityEvent.SignInHeldUp), nameof(SecurityEvent.CodeNotAskedFor),
        nameof(SecurityEvent.AddressDisowned), nameof(SecurityEvent.MethodDisabled),
    ];

    /// <summary>
    /// What happened lately, the latest first; null for a session that is not fully signed in. The first page is the last 30
    /// days and, however much has happened since, all that is unusual in them; each further one goes on from there.
    /// </summary>
    /// <param name="before">Null for the first page.</param>
    public async Task<ActivityExcerpt?> ActivityAsync(Owner owner, ActivityCursor? before, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await FullAsync(owner, now, cancel) is not { } profile)
            return null;

        var since = before is null ? now - s_recently : DateTimeOffset.MinValue;
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var signIns = await SignInsOf(context, owner, before?.SignIn ?? long.MaxValue).Take(ActivityAtOnce + 1).ToListAsync(cancel);
        var entries = await EntriesOf(context, owner, before?.Entry ?? long.MaxValue).Take(ActivityAtOnce + 1).ToListAsync(cancel);
        ActivityRows rows = new(profile, owner);
        ImmutableArray<ActivityRow> merged = [.. ActivityRows.Merge(signIns.Select(rows.Of), entries.Select(rows.Of)).Take(ActivityAtOnce).TakeWhile(row => row.At > since)];
        var more = signIns.Count + entries.Count > merged.Length;
        var unusual = before is null && more ? await UnusualRowsAsync(context, owner, rows, since, cancel) : [];
        return new(now, merged.AddRange(unusual), more ? ActivityRows.After(merged, before) : null, Policy.Risk.Medium, Policy.Sessions.Idle);
    }

    /// <summary>How many things of the last 30 days the owner is to look at; null for a session that is not fully signed in.</summary>
    public async Task<int?> UnusualActivityAsync(Owner owner, TimeZoneInfo zone, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await FullAsync(owner, now, cancel) is not { } profile)
            return null;

        await using var context = await contexts.CreateDbContextAsync(cancel);
        var rows = await UnusualRowsAsync(context, owner, new(profile, owner), now - s_recently, cancel);
        return ActivityGroups.Of(rows, new(now, rows, null, Policy.Risk.Medium, Policy.Sessions.Idle), zone).Count(group => group.IsOpen);
    }

    /// <summary>An account as one of its full sessions may see it.</summary>
    private async Task<SecurityProfile?> FullAsync(Owner owner, DateTimeOffset now, CancellationToken cancel) =>
        await ReadAsync(owner.Account, now, cancel) is { } profile && profile.Find(owner.Session)?.FullAt is not null ? profile : null;

    private static IQueryable<SignInEvent> SignInsOf(PortalContext context, Owner owner, long before = long.MaxValue) => context.SignIns.AsNoTracking()
        .Where(happened => happened.Account == owner.Account && happened.Id < before).OrderByDescending(happened => happened.Id);

    private static IQueryable<ActivityEntry> EntriesOf(PortalContext context, Owner owner, long before = long.MaxValue) => context.Activity.AsNoTracking()
        .Where(entry => entry.Account == owner.Account && entry.Id < before).OrderByDescending(entry => entry.Id);

    private async Task<ImmutableArray<ActivityRow>> UnusualRowsAsync(PortalContext context, Owner owner, ActivityRows rows, DateTimeOffset since, CancellationToken cancel)
    {
        var medium = Policy.Risk.Medium;
        var signIns = await SignInsOf(context, owner)
            .Where(happened => happened.At > since && (happened.Score >= medium || !s_noise.Contains(happened.Cause)))
            .Take(MostUnusual).ToListAsync(cancel);
        var entries = await EntriesOf(context, owner)
            .Where(entry => entry.At > since && (entry.Score >= medium || s_unusual.Contains(entry.Kind)))
            .Take(MostUnusual).ToListAsync(cancel);
        return [.. signIns.Select(rows.Of), .. entries.Select(rows.Of)];
    }

    /// <summary>A code that was asked for and did not go out. Of the same an hour only the first: a flood fills no log.</summary>
    private static void NoteRefused(PortalContext context, SecurityProfile profile, Caller caller, MethodId method, Contact? to, Refusal refusal, DateTimeOffset now)
    {
        if (!ActivityEntry.IsNoted(refusal))
            return;

        var entry = ActivityLog.Asked(profile, caller, method, to, refusal, now);
        var hourAgo = now - TimeSpan.FromHours(1);
        var isThere = context.Activity.AsNoTracking()
            .Where(other => other.Account == profile.Id).OrderByDescending(other => other.Id).Take(ActivityAtOnce)
            .Any(other => other.At > hourAgo && other.Kind == entry.Kind && other.Method == method && other.Source == entry.Source && other.Refused == entry.Refused);
        if (!isThere)
            context.Activity.Add(entry);
    }
}
