using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage;

/// <summary>An account among others, as far as it is found by its names.</summary>
public sealed record NameRow(AccountId Id, string Name, string DisplayName, bool IsStaff);

/// <summary>
/// Accounts by their names: by beginnings in the indexes of names, by parts in an index of groups of three letters, so that
/// a million accounts are as quick as a hundred. Whoever answers a call waits for it, so it is asked as cheaply as can be.
/// </summary>
public static class NameRows
{
    /// <summary>None comes after it, as the store orders them.</summary>
    private const string LastLetter = "\U0010FFFF";

    private const string Columns = "\"Id\", \"Name\", \"DisplayName\", \"Roles\" <> ''";

    /// <summary>Account names first.</summary>
    /// <param name="key">As <see cref="AccountName.KeyOf"/>.</param>
    public static Task<List<NameRow>> BeginningAsync(PortalContext context, string key, int most, CancellationToken cancel) => ReadAsync(
        context,
        $"""
        SELECT {Columns} FROM (SELECT * FROM "profiles" WHERE "NameKey" >= $typed AND "NameKey" < $end ORDER BY "NameKey" LIMIT $most)
        UNION ALL
        SELECT {Columns} FROM (SELECT * FROM "profiles" WHERE "DisplayKey" >= $typed AND "DisplayKey" < $end ORDER BY "DisplayKey" LIMIT $most)
        """,
        [("$typed", key), ("$end", key + LastLetter), ("$most", most)],
        cancel);

    /// <param name="key">At least three letters; fewer are no part that is found.</param>
    public static Task<List<NameRow>> HoldingAsync(PortalContext context, string key, int most, CancellationToken cancel) => ReadAsync(
        context,
        """
        SELECT p."Id", p."Name", p."DisplayName", p."Roles" <> '' FROM "account_name_parts" AS parts
        JOIN "account_names" AS names ON names."Number" = parts.rowid
        JOIN "profiles" AS p ON p."Id" = names."Account"
        WHERE "account_name_parts" MATCH $phrase LIMIT $most
        """,
        // A phrase: nothing in it has a meaning of its own.
        [("$phrase", $"\"{key.Replace("\"", "\"\"", StringComparison.Ordinal)}\""), ("$most", most)],
        cancel);

    private static async Task<List<NameRow>> ReadAsync(PortalContext context, string query, (string Name, object Value)[] typed, CancellationToken cancel)
    {
        await context.Database.OpenConnectionAsync(cancel);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = query;
        foreach (var (name, value) in typed)
            _ = command.Take(name, value);

        List<NameRow> rows = [];
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            rows.Add(new(new(new Guid(reader.GetFieldValue<byte[]>(0), bigEndian: true)), reader.GetString(1), reader.GetString(2), reader.GetBoolean(3)));
        return rows;
    }
}
