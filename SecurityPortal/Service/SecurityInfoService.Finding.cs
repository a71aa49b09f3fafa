using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// One box for all by which a caller can be found (R-HELP-1).
public sealed partial class SecurityInfoService
{
    private const int MostFound = 20;

    /// <summary>
    /// By account name or people's name, whole, its beginning or a part; by a whole number or address; by a request's id or
    /// a case's number. A number or address is matched as a whole and never completed, and so often an hour only.
    /// </summary>
    public async Task<FoundAccounts> FindAccountsAsync(Owner staff, string typed, CancellationToken cancel)
    {
        if (await WhyNotStaffAsync(staff, cancel) is { } refusal)
            return new(refusal, []);

        var sought = typed.Trim();
        if (!AccountName.IsAcceptable(sought))
            return FoundAccounts.None;

        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await ByNumberAsync(context, sought, cancel) is { IsEmpty: false } numbered)
            return new(null, numbered);

        var named = await NameSearch.FindAsync(context, AccountName.KeyOf(sought), MostFound + 1, cancel);
        if (named.IsEmpty && await ContactOfAsync(staff, sought, cancel) is { } contact)
            return await ByContactAsync(context, staff, contact, cancel);

        return new(null, [.. named.Take(MostFound)], named.Length > MostFound);
    }

    private async Task<Refusal?> WhyNotStaffAsync(Owner staff, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await ReadAsync(staff.Account, now, cancel) is { } profile ? profile.WhyNotStaff(staff.Asker, Policy, now) : new Refusal.SignedOut();
    }

    private static async Task<ImmutableArray<FoundAccount>> ByNumberAsync(PortalContext context, string sought, CancellationToken cancel)
    {
        var number = sought.ToUpperInvariant();
        var ofCase = await context.Cases.AsNoTracking().Where(known => known.Number == number).Select(known => (AccountId?)known.Account).FirstOrDefaultAsync(cancel)
            ?? await context.RecoveryRequests.AsNoTracking().Where(known => known.Number == number).Select(known => known.Account).FirstOrDefaultAsync(cancel);
        if (ofCase is { } account)
            return await NameSearch.OfAsync(context, [account], FoundBy.Case, cancel);

        var ofRequest = await context.SignIns.AsNoTracking().Where(happened => happened.RequestId == sought).Select(happened => happened.Account).FirstOrDefaultAsync(cancel);
        return ofRequest is { } asked ? await NameSearch.OfAsync(context, [asked], FoundBy.Request, cancel) : [];
    }

    /// <summary>As the caller says it: a number is read as dialled in the country of whoever listens.</summary>
    private async Task<Contact?> ContactOfAsync(Owner staff, string sought, CancellationToken cancel) => sought.Contains('@', StringComparison.Ordinal)
        ? EmailAddress.Read(sought, out _)
        : await ReadAsync(staff.Account, clock.GetUtcNow(), cancel) is { } profile && PhoneNumber.InE164(sought, profile.Country, out _) is { } number
            ? new(MethodKind.Phone, number)
            : null;

    private async Task<FoundAccounts> ByContactAsync(PortalContext context, Owner staff, Contact contact, CancellationToken cancel)
    {
        if (await writes.RunAsync(counting => CountSearch(counting, staff), cancel) is { } refusal)
            return new(refusal, []);

        var accounts = await context.Methods.AsNoTracking().Where(method => method.Key == contact.Key && method.VerifiedAt != null)
            .Select(method => EF.Property<AccountId>(method, "Account")).Distinct().Take(MostFound + 1).ToListAsync(cancel);
        var found = await NameSearch.OfAsync(context, accounts, FoundBy.Contact, cancel);
        return new(null, [.. found.Take(MostFound)], found.Length > MostFound);
    }

    private Refusal? CountSearch(PortalContext context, Owner staff)
    {
        var now = clock.GetUtcNow();
        var most = Policy.HelpDesk.ContactSearchesAnHour;
        var row = ThrottleRows.Read(context, [ThrottleKey.Searching(staff.Account)], out _)[0];
        if (row.FullUntil(most, LimitPolicy.Hour, now) is { } until)
            return new Refusal.TooManySearches(most, until);

        row.Count(LimitPolicy.Hour, now);
        ThrottleRows.Store(context, [row]);
        return null;
    }
}
