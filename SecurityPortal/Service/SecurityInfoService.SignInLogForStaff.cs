using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// The sign-in log of all accounts (R-HELP-9).
public sealed partial class SecurityInfoService
{
    private const int SignInsAtOnce = 100;

    /// <summary>Of those that no index leads to, at once: a second's work for a store of ten million.</summary>
    private const int WindowsAtOnce = 40;

    /// <summary>As many rows are drawn at most, and so many days.</summary>
    private const int MostDrawn = 500_000;

    private static readonly TimeSpan s_drawn = TimeSpan.FromDays(30);

    /// <param name="before">As <see cref="LoggedSignIns.Older"/> of the page before; null for the newest.</param>
    public async Task<LoggedSignIns> SignInsForStaffAsync(Owner staff, SignInFilter filter, long? before, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var (refusal, conditions) = await ConditionsAsync(context, staff, filter, now, cancel);
        if (conditions is null)
            return new(refusal, now, [], null, false);

        var keys = await SignInRows.KeysAsync(context, conditions, cancel);
        keys = (keys.From, Math.Min(keys.Below, before ?? keys.Below));
        var (rows, reached) = await SignInRows.ReadAsync(context, conditions, keys, SignInsAtOnce + 1, WindowsAtOnce, cancel);
        long? older = rows.Count > SignInsAtOnce ? rows[SignInsAtOnce - 1].Id : reached > keys.From ? reached : null;
        return new(null, now, [.. rows.Take(SignInsAtOnce).Select(LoggedSignIn.Of)], older, older is not null && rows.Count <= SignInsAtOnce);
    }

    /// <summary>Of the last days of what is shown, and of no more rows than can be counted while somebody waits.</summary>
    public async Task<SignInCounts> CountSignInsAsync(Owner staff, SignInFilter filter, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        var (refusal, conditions) = await ConditionsAsync(context, staff, filter, now, cancel);
        if (conditions is null)
            return new(refusal, [], [], [], [], null);

        var earliest = (conditions.Until is { } until && until < now ? until : now) - s_drawn;
        var isShort = conditions.From is null || conditions.From < earliest;
        conditions = isShort ? conditions with { From = earliest } : conditions;
        var keys = await SignInRows.KeysAsync(context, conditions, cancel);
        var (counts, hasMore) = await SignInRows.CountAsync(context, conditions, keys, MostDrawn, cancel);
        var since = hasMore && counts.Count > 0 ? counts.Min(count => count.Hour) : isShort ? earliest : (DateTimeOffset?)null;
        return new(
            null,
            [.. Sums(counts, count => (count.Hour, count.Cause.Result)).Select(sum => (sum.Key.Hour, sum.Key.Result, sum.Count)).OrderBy(sum => sum.Hour)],
            [.. Sums(counts, count => count.Cause)],
            [.. Sums(counts.Where(count => count.Kind is not null), count => count.Kind!.Value)],
            [.. Sums(counts.Where(count => count.Country is not null), count => count.Country!)],
            since);
    }

    public async Task<SignInDetail> SignInForStaffAsync(Owner staff, long id, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        if (await WhyNotStaffAsync(context, staff) is { } refusal)
            return new(refusal, now, null);

        var row = (await SignInRows.ReadAsync(context, new(), (id, id + 1), 1, 1, cancel)).Rows.FirstOrDefault();
        if (row is null)
            return new(new Refusal.NoSuchSignIn(), now, null);

        var profile = row.Account is { } account ? await s_read(context, account) : null;
        var method = await context.SignIns.Where(happened => happened.Id == id).Select(happened => happened.Method).SingleAsync(cancel);
        return new(null, now, LoggedSignIn.Of(row), profile?.DisplayName, ShownOf(profile?.Methods.FirstOrDefault(known => known.Id == method)));
    }

    private static IEnumerable<(T Key, int Count)> Sums<T>(IEnumerable<SignInCount> counts, Func<SignInCount, T> key) =>
        counts.GroupBy(key).Select(group => (group.Key, Count: group.Sum(count => count.Count))).OrderByDescending(sum => sum.Count);

    private async Task<(Refusal? Refusal, SignInConditions? Conditions)> ConditionsAsync(PortalContext context, Owner staff, SignInFilter filter, DateTimeOffset now, CancellationToken cancel)
    {
        if (await WhyNotStaffAsync(context, staff) is { } refusal)
            return (refusal, null);

        var source = filter.Source is { } typed ? SourceRange.Read(typed) : null;
        if (filter.Source is not null && source is null)
            return (new Refusal.NotASource(), null);

        SignInConditions conditions = new()
        {
            Source = source,
            Causes = CausesOf(filter),
            Kind = filter.Kind,
            RequestId = filter.RequestId,
            From = filter.Days is { } days ? now.AddDays(-days) : filter.From,
            Until = filter.Days is null ? filter.Until : null,
        };
        return filter.Name is { } name ? await NamedAsync(context, conditions, AccountName.KeyOf(name), cancel) : (null, conditions);
    }

    /// <summary>Null where any will do.</summary>
    private static ImmutableArray<SignInCause>? CausesOf(SignInFilter filter) => filter is { Result: null, Cause: null, Group: null }
        ? null
        : [.. Enum.GetValues<SignInCause>().Where(cause =>
            (filter.Cause is null || cause == filter.Cause) && (filter.Group is null || cause.Group == filter.Group) && (filter.Result is null || cause.Result == filter.Result))];

    /// <summary>
    /// An account's name, or one that was mistyped. Nobody's number or address, which would stand in the browser's address:
    /// what looks like one is taken only with a domain that accounts have.
    /// </summary>
    private static async Task<(Refusal?, SignInConditions?)> NamedAsync(PortalContext context, SignInConditions conditions, string key, CancellationToken cancel)
    {
        if (!AccountName.IsAcceptable(key))
            return (new Refusal.NotAnAccountName(), null);

        if (await context.Profiles.IgnoreAutoIncludes().Where(profile => profile.NameKey == key).Select(profile => (AccountId?)profile.Id).SingleOrDefaultAsync(cancel) is { } account)
            return (null, conditions with { Account = account });

        return await IsNameLikeAsync(context, key, cancel) ? (null, conditions with { UnknownName = key }) : (new Refusal.NotAnAccountName(), null);
    }

    /// <summary>Nobody's number or address: what looks like an address has a domain that accounts have.</summary>
    private static async Task<bool> IsNameLikeAsync(PortalContext context, string key, CancellationToken cancel) => key.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at
        ? (await NameRows.HoldingAsync(context, key[at..], MostFound, cancel)).Any(row => AccountName.KeyOf(row.Name).EndsWith(key[at..], StringComparison.Ordinal))
        : key.Any(char.IsLetter);
}
