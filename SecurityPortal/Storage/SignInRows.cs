using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;

namespace SecurityPortal.Storage;

/// <summary>One try as it stands in the log.</summary>
public sealed record SignInRow(
    long Id, DateTimeOffset At, AccountId? Account, string NameKey, string Source, string Browser, MethodKind? Kind, SignInCause Cause,
    string RequestId, string? Country, string? City, int Score, string? Signals, OwnersAnswer? Answer);

/// <param name="Reached">All rows from this key on have been looked at.</param>
public sealed record SignInRowsFound(List<SignInRow> Rows, long Reached);

/// <summary>How many tries of one hour ended so.</summary>
public sealed record SignInCount(DateTimeOffset Hour, SignInCause Cause, MethodKind? Kind, string? Country, int Count);

/// <summary>
/// The sign-in log, newest first, by keys: the ten thousandth page is as quick as the first. Keys rise with time, so an
/// instant is found among them by halving, without an index that every sign-in would have to pay for.
/// </summary>
public static class SignInRows
{
    /// <summary>So many rows are looked through for those that no index leads to, before whoever asks may think again.</summary>
    private const long Window = 50_000;

    private const string Columns =
        "\"Id\", \"At\", \"Account\", \"NameKey\", \"Source\", \"Browser\", \"Kind\", \"Cause\", \"RequestId\", \"Country\", \"City\", \"Score\", \"Signals\", \"Answer\"";

    /// <summary>What waits in the write queue together may be stored in another order than it happened in.</summary>
    private static readonly TimeSpan s_untidy = TimeSpan.FromMinutes(2);

    /// <summary>The keys between which all rows of these conditions are: from the first, and until before the second.</summary>
    public static async Task<(long From, long Below)> KeysAsync(PortalContext context, SignInConditions conditions, CancellationToken cancel)
    {
        if (conditions is { From: null, Until: null, IsSparse: false })
            return (0, long.MaxValue);

        var last = await LastAsync(context, cancel);
        var from = conditions.From is { } begins ? await KeyAtAsync(context, begins - s_untidy, last, cancel) : 0;
        var below = conditions.Until is { } ends ? await KeyAtAsync(context, ends + s_untidy, last, cancel) : last + 1;
        return (from, below);
    }

    /// <summary>Up to so many, but no more windows than that where no index leads to them.</summary>
    public static async Task<SignInRowsFound> ReadAsync(PortalContext context, SignInConditions conditions, (long From, long Below) keys, int most, int windows, CancellationToken cancel)
    {
        List<SignInRow> rows = [];
        var (reached, isSparse) = (keys.Below, conditions.IsSparse);
        for (var window = 0; reached > keys.From && rows.Count < most && window < windows; window++)
        {
            cancel.ThrowIfCancellationRequested();
            var from = isSparse ? Math.Max(keys.From, reached - Window) : keys.From;
            await ReadAsync(context, $"SELECT {Columns}", conditions, (from, reached), $"ORDER BY \"Id\" DESC LIMIT {most - rows.Count}", reader => rows.Add(RowOf(reader)), cancel);
            reached = rows.Count < most ? from : rows[^1].Id;
        }

        return new(rows, reached);
    }

    /// <summary>Of the newest so many, how many there were of what, hour by hour; and how many of them all.</summary>
    public static async Task<(List<SignInCount> Counts, bool HasMore)> CountAsync(PortalContext context, SignInConditions conditions, (long From, long Below) keys, int most, CancellationToken cancel)
    {
        List<SignInCount> counts = [];
        var from = conditions.IsIndexed ? keys.From : Math.Max(keys.From, Math.Min(keys.Below, await LastAsync(context, cancel) + 1) - most);
        await ReadAsync(
            context,
            $"SELECT \"At\" / {TimeSpan.TicksPerHour}, \"Cause\", \"Kind\", \"Country\", COUNT(*) FROM (SELECT \"At\", \"Cause\", \"Kind\", \"Country\"",
            conditions, (from, keys.Below), $"ORDER BY \"Id\" DESC LIMIT {most}) GROUP BY 1, 2, 3, 4",
            reader => counts.Add(new(Instant(reader.GetInt64(0) * TimeSpan.TicksPerHour), Cause(reader, 1), Named<MethodKind>(reader, 2), Text(reader, 3), reader.GetInt32(4))),
            cancel);
        return (counts, from > keys.From || counts.Sum(count => count.Count) >= most);
    }

    /// <summary>Counted no further than so many, nor through more windows than that.</summary>
    public static async Task<(long Count, bool HasMore)> HowManyAsync(PortalContext context, SignInConditions conditions, (long From, long Below) keys, int most, CancellationToken cancel)
    {
        var count = 0L;
        var from = conditions.IsSparse ? Math.Max(keys.From, keys.Below - most) : keys.From;
        await ReadAsync(context, "SELECT COUNT(*) FROM (SELECT 1", conditions, (from, keys.Below), $"LIMIT {most})", reader => count = reader.GetInt64(0), cancel);
        return (count, count >= most || from > keys.From);
    }

    public static Task<long> LastAsync(PortalContext context, CancellationToken cancel) => NumberAsync(context, "SELECT COALESCE(MAX(\"Id\"), 0) FROM \"sign_ins\"", 0, cancel);

    /// <summary>The first key of those that are as late, found by halving.</summary>
    private static async Task<long> KeyAtAsync(PortalContext context, DateTimeOffset at, long last, CancellationToken cancel)
    {
        var (from, below) = (0L, last + 1);
        while (from < below)
        {
            var middle = from + ((below - from) / 2);
            var then = await NumberAsync(context, "SELECT \"At\" FROM \"sign_ins\" WHERE \"Id\" >= $key ORDER BY \"Id\" LIMIT 1", middle, cancel);
            if (then < at.UtcTicks)
                from = middle + 1;
            else
                below = middle;
        }

        return from;
    }

    private static async Task ReadAsync(
        PortalContext context, string select, SignInConditions conditions, (long From, long Below) keys, string end, Action<DbDataReader> take, CancellationToken cancel)
    {
        await context.Database.OpenConnectionAsync(cancel);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        StringBuilder sql = new($"{select} FROM \"sign_ins\" WHERE \"Id\" >= {keys.From} AND \"Id\" < {keys.Below}");
        conditions.Write(sql, command);
        command.CommandText = sql.Append(' ').Append(end).ToString();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
            take(reader);
    }

    private static async Task<long> NumberAsync(PortalContext context, string query, long key, CancellationToken cancel)
    {
        await context.Database.OpenConnectionAsync(cancel);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = query;
        _ = command.Take("$key", key);
        return await command.ExecuteScalarAsync(cancel) is long number ? number : long.MaxValue;
    }

    private static SignInRow RowOf(DbDataReader reader) => new(
        reader.GetInt64(0), Instant(reader.GetInt64(1)), reader.IsDBNull(2) ? null : new AccountId(new Guid(reader.GetFieldValue<byte[]>(2), bigEndian: true)),
        reader.GetString(3), reader.GetString(4), reader.GetString(5), Named<MethodKind>(reader, 6), Cause(reader, 7), reader.GetString(8),
        Text(reader, 9), Text(reader, 10), reader.GetInt32(11), Text(reader, 12), Named<OwnersAnswer>(reader, 13));

    private static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static SignInCause Cause(DbDataReader reader, int column) => Enum.Parse<SignInCause>(reader.GetString(column), ignoreCase: false);

    private static T? Named<T>(DbDataReader reader, int column)
        where T : struct, Enum => reader.IsDBNull(column) ? null : Enum.Parse<T>(reader.GetString(column), ignoreCase: false);
}
