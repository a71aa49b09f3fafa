using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// One box for all by which a caller can be found (R-HELP-1).
public sealed partial class SecurityInfoService
{
    private const int MostFound = 20;

    /// <summary>Shorter parts of a name are found as beginnings only.</summary>
    private const int LettersOfPart = 3;

    /// <summary>
    /// By account name or people's name, whole or its beginning; by a whole number or address; by a request's id or
    /// a case's number. A number or address is matched as a whole and never completed, and so often an hour only.
    /// </summary>
    public async Task<FoundAccounts> FindAccountsAsync(Owner staff, string typed, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await WhyNotStaffAsync(context, staff) is { } refusal)
            return new(refusal, []);

        var sought = typed.Trim();
        if (!AccountName.IsAcceptable(sought))
            return FoundAccounts.None;

        if (await ByNumberAsync(context, sought, cancel) is { IsEmpty: false } numbered)
            return new(null, numbered);

        var key = AccountName.KeyOf(sought);
        var named = Found(await NameRows.BeginningAsync(context, key, MostFound + 1, cancel));
        var found = named.Accounts.IsEmpty && await ContactOfAsync(staff, sought, cancel) is { } contact
            ? await ByContactAsync(context, staff, contact, cancel)
            : named;
        return found with { HasParts = found.Refusal is null && key.Length >= LettersOfPart };
    }

    /// <summary>By a part of a name, for what has not been found by its beginning.</summary>
    public async Task<FoundAccounts> FindByPartAsync(Owner staff, string typed, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        if (await WhyNotStaffAsync(context, staff) is { } refusal)
            return new(refusal, []);

        if (!AccountName.IsAcceptable(typed) || AccountName.KeyOf(typed) is not { Length: >= LettersOfPart } key)
            return FoundAccounts.None;

        return Found(await NameRows.HoldingAsync(context, key, MostFound + 1, cancel));
    }

    private static FoundAccounts Found(IReadOnlyCollection<NameRow> rows)
    {
        ImmutableArray<FoundAccount> all = [.. rows.DistinctBy(row => row.Id).Select(row => new FoundAccount(row.Id, row.Name, row.DisplayName, row.IsStaff, FoundBy.Name))];
        return new(null, [.. all.Take(MostFound)], all.Length > MostFound);
    }

    private static async Task<ImmutableArray<FoundAccount>> AccountsAsync(PortalContext context, IReadOnlyCollection<AccountId> accounts, FoundBy by, CancellationToken cancel) =>
        [.. (await context.Profiles.IgnoreAutoIncludes().AsNoTracking().Where(profile => accounts.Contains(profile.Id)).OrderBy(profile => profile.NameKey)
            .Select(profile => new { profile.Id, profile.Name, profile.DisplayName, profile.Roles }).ToListAsync(cancel))
            .Select(row => new FoundAccount(row.Id, row.Name, row.DisplayName, !row.Roles.IsEmpty, by))];

    /// <summary>In the context that is then asked: whoever answers a call waits for both.</summary>
    private async Task<Refusal?> WhyNotStaffAsync(PortalContext context, Owner staff) =>
        await s_read(context, staff.Account) is { } profile ? profile.WhyNotStaff(staff.Asker, Policy, clock.GetUtcNow()) : new Refusal.SignedOut();

    /// <summary>Cases have numbers of so many capitals and digits, and the id of a request holds a colon: nothing else is looked for there.</summary>
    private static async Task<ImmutableArray<FoundAccount>> ByNumberAsync(PortalContext context, string sought, CancellationToken cancel)
    {
        if (sought.Contains(':', StringComparison.Ordinal))
        {
            var ofRequest = await context.SignIns.AsNoTracking().Where(happened => happened.RequestId == sought).Select(happened => happened.Account).FirstOrDefaultAsync(cancel);
            return ofRequest is { } asked ? await AccountsAsync(context, [asked], FoundBy.Request, cancel) : [];
        }

        if (sought.Length != OneTimeCodes.CaseLength)
            return [];

        var number = sought.ToUpperInvariant();
        var ofCase = await context.Cases.AsNoTracking().Where(known => known.Number == number).Select(known => (AccountId?)known.Account).FirstOrDefaultAsync(cancel)
            ?? await context.RecoveryRequests.AsNoTracking().Where(known => known.Number == number).Select(known => known.Account).FirstOrDefaultAsync(cancel);
        return ofCase is { } account ? await AccountsAsync(context, [account], FoundBy.Case, cancel) : [];
    }

    /// <summary>As the caller says it: a number is read as dialled in the country of whoever listens.</summary>
    private async Task<Contact?> ContactOfAsync(Owner staff, string sought, CancellationToken cancel) => sought.Contains('@', StringComparison.Ordinal)
        ? EmailAddress.Read(sought, out _)
        : await ReadAsync(staff.Account, clock.GetUtcNow(), cancel) is { } profile && PhoneNumber.InE164(sought, profile.Country, out _) is { } number
            ? new(MethodKind.Phone, number)
            : null;

    private async Task<FoundAccounts> ByContactAsync(PortalContext context, Owner staff, Contact contact, CancellationToken cancel)
    {
        if (await writes.RunAsync(counting => CountSearch(counting, staff, contact), cancel) is { } refusal)
            return new(refusal, []);

        var accounts = await context.Methods.AsNoTracking().Where(method => method.Key == contact.Key && method.VerifiedAt != null)
            .Select(method => EF.Property<AccountId>(method, "Account")).Distinct().Take(MostFound + 1).ToListAsync(cancel);
        var found = await AccountsAsync(context, accounts, FoundBy.Contact, cancel);
        return new(null, [.. found.Take(MostFound)], found.Length > MostFound);
    }

    /// <summary>Counted and written down before it is answered.</summary>
    private Refusal? CountSearch(PortalContext context, Owner staff, Contact contact)
    {
        var now = clock.GetUtcNow();
        var most = Policy.HelpDesk.ContactSearchesAnHour;
        var row = ThrottleRows.Read(context, [ThrottleKey.Searching(staff.Account)], out _)[0];
        if (row.FullUntil(most, LimitPolicy.Hour, now) is { } until)
            return new Refusal.TooManySearches(most, until);

        row.Count(LimitPolicy.Hour, now);
        ThrottleRows.Store(context, [row]);
        AuditLog.Append(context, staff, AuditEntries.Sought(contact, staff.Account), now);
        return null;
    }
}
