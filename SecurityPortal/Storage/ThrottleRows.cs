using System.Collections.Immutable;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SecurityPortal.Domain;
using SecurityPortal.Storage.Mapping;

namespace SecurityPortal.Storage;

/// <summary>
/// What is counted of codes under several keys, read at once and stored at once: every code pays for it. It takes part in
/// the writer's transaction, whose lock keeps any other process from counting meanwhile.
/// </summary>
public static class ThrottleRows
{
    private static readonly string[] s_names = [.. Enumerable.Range(0, 32).Select(number => $"$p{number}")];

    /// <summary>One for each key, in their order; those that are not there yet have counted nothing.</summary>
    /// <param name="isBlocked">A block was set on one of them, which may be over.</param>
    public static Throttle[] Read(PortalContext context, IReadOnlyList<string> keys, out bool isBlocked)
    {
        using var command = CommandOf(context);
        command.CommandText = $"""SELECT "Key", "Sent", "BlockedSince" IS NOT NULL FROM "throttles" WHERE "Key" IN ({string.Join(',', keys.Select(key => Add(command, key)))})""";
        Dictionary<string, ImmutableArray<Counted>> stored = new(keys.Count, StringComparer.Ordinal);
        isBlocked = false;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            stored.Add(rows.GetString(0), Part.Read<ImmutableArray<Counted>>(rows.GetString(1)));
            isBlocked |= rows.GetBoolean(2);
        }

        return [.. keys.Select(key => Throttle.Counting(key, stored.GetValueOrDefault(key, [])))];
    }

    /// <summary>Whether a block was set on one of them, which may be over. Every page asks, so it is asked as cheaply as can be.</summary>
    public static async Task<bool> IsAnyBlockedAsync(PortalContext context, IReadOnlyList<string> keys, CancellationToken cancel)
    {
        await context.Database.OpenConnectionAsync(cancel);
        await using var command = CommandOf(context);
        command.CommandText = $"""SELECT EXISTS (SELECT 1 FROM "throttles" WHERE "Key" IN ({string.Join(',', keys.Select(key => Add(command, key)))}) AND "BlockedSince" IS NOT NULL)""";
        return await command.ExecuteScalarAsync(cancel) is not 0L;
    }

    public static void Store(PortalContext context, IReadOnlyList<Throttle> counted)
    {
        using var command = CommandOf(context);
        var rows = counted.Select(row => $"({Add(command, row.Key)},{Add(command, Part.Write(row.Sent))},'[]','[]',0,{Add(command, row.LastAt.UtcTicks)})");
        command.CommandText = $"""
            INSERT INTO "throttles" ("Key", "Sent", "Wrong", "Names", "Rung", "LastAt") VALUES {string.Join(',', rows)}
            ON CONFLICT ("Key") DO UPDATE SET "Sent" = excluded."Sent", "LastAt" = max("LastAt", excluded."LastAt")
            """;
        _ = command.ExecuteNonQuery();
    }

    private static DbCommand CommandOf(PortalContext context)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static string Add(DbCommand command, object value) => command.Take(s_names[command.Parameters.Count], value);
}
