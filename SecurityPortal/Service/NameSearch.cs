using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>
/// Accounts by name: exact and by their beginnings first, then by any part. Beginnings are found in the indexes of names,
/// parts in one of groups of three letters, so that a million accounts are as quick as a hundred.
/// </summary>
internal static class NameSearch
{
    /// <summary>Shorter parts are found as beginnings only.</summary>
    private const int LettersOfPart = 3;

    /// <summary>None comes after it, as the store orders them.</summary>
    private const string LastLetter = "\U0010FFFF";

    /// <param name="key">As <see cref="AccountName.KeyOf"/>.</param>
    public static async Task<ImmutableArray<FoundAccount>> FindAsync(PortalContext context, string key, int most, CancellationToken cancel)
    {
        var end = key + LastLetter;
        List<FoundAccount> found = await Rows(context.Profiles
            .FromSql($"""SELECT * FROM "profiles" WHERE "NameKey" >= {key} AND "NameKey" < {end} ORDER BY "NameKey" LIMIT {most}""")
            .OrderBy(profile => profile.NameKey)).ToListAsync(cancel);
        if (found.Count < most)
        {
            found.AddRange(await Rows(context.Profiles
                .FromSql($"""SELECT * FROM "profiles" WHERE "DisplayKey" >= {key} AND "DisplayKey" < {end} ORDER BY "DisplayKey" LIMIT {most}""")
                .OrderBy(profile => profile.DisplayKey)).ToListAsync(cancel));
        }

        if (found.Count < most && key.Length >= LettersOfPart)
            found.AddRange(await PartsAsync(context, key, most, cancel));
        return [.. found.DistinctBy(account => account.Id).Take(most)];
    }

    public static async Task<ImmutableArray<FoundAccount>> OfAsync(PortalContext context, IReadOnlyCollection<AccountId> accounts, FoundBy by, CancellationToken cancel) =>
        [.. (await Rows(context.Profiles.Where(profile => accounts.Contains(profile.Id)).OrderBy(profile => profile.NameKey)).ToListAsync(cancel)).Select(account => account with { By = by })];

    private static Task<List<FoundAccount>> PartsAsync(PortalContext context, string key, int most, CancellationToken cancel)
    {
        // A phrase: nothing in it has a meaning of its own.
        var phrase = $"\"{key.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        return Rows(context.Profiles.FromSql($"""
            SELECT p.* FROM "account_name_parts" AS parts
            JOIN "account_names" AS names ON names."Number" = parts.rowid
            JOIN "profiles" AS p ON p."Id" = names."Account"
            WHERE "account_name_parts" MATCH {phrase} LIMIT {most}
            """)).ToListAsync(cancel);
    }

    private static IQueryable<FoundAccount> Rows(IQueryable<SecurityProfile> profiles) => profiles.IgnoreAutoIncludes().AsNoTracking()
        .Select(profile => new FoundAccount(profile.Id, profile.Name, profile.DisplayName, profile.Roles != ImmutableArray<Role>.Empty, FoundBy.Name));
}
