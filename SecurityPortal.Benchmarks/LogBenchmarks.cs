using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;

namespace SecurityPortal.Benchmarks;

/// <summary>A long sign-in log (R-HELP-9): pages, an account's part, an export, and the bare queries by keys beside them.</summary>
public static class LogBenchmarks
{
    private const int Accounts = 1_000;
    private const int Page = 100;
    private const int DeepPage = 10_000;
    private const int AtOnce = 200_000;
    private const long Exported = 1_000_000;

    private static readonly CancellationToken s_cancel = CancellationToken.None;

    public static async Task RunAsync(Measurement measurement, int rows)
    {
        await using var services = await DomainBenchmarks.ServicesAsync([]);
        var staff = await SearchBenchmarks.StaffAsync(services);
        var service = services.GetRequiredService<SecurityInfoService>();
        var store = services.GetRequiredService<IDbContextFactory<PortalContext>>();
        var accounts = await FillAsync(services.GetRequiredService<WriteQueue>(), rows);
        var deep = Math.Max(rows - ((long)DeepPage * Page), rows / 2);
        await measurement.RunAsync(
            new Case("product.log.first", 1, () => PageAsync(service, staff, SignInFilter.All, null)),
            new Case("raw.log.first", 1, () => BareAsync(store, "\"Id\" < $key", long.MaxValue, null)),
            new Case("product.log.account", 1, Each(number => PageAsync(service, staff, new() { Name = NameOf(number) }, null))),
            new Case("raw.log.account", 1, Each(number => BareAsync(store, "\"Account\" = $account AND \"Id\" < $key", long.MaxValue, accounts[number]))),
            new Case("product.log.page10000", 1, () => PageAsync(service, staff, SignInFilter.All, deep)),
            new Case("raw.log.page10000", 1, () => BareAsync(store, "\"Id\" < $key", deep, null)),
            new Case("product.log.until", 1, () => PageAsync(service, staff, new() { Until = TimeProvider.System.GetUtcNow().AddDays(-15) }, null)));
        await MeasureAsync("product.log.rare", async () => _ = await service.SignInsForStaffAsync(staff, new() { Cause = SignInCause.PasskeyCloned }, null, s_cancel));
        await MeasureAsync("product.log.counts", async () => _ = await service.CountSignInsAsync(staff, SignInFilter.All, s_cancel));
        await ExportAsync(service, staff, rows);
    }

    private static async Task PageAsync(SecurityInfoService service, Owner staff, SignInFilter filter, long? before)
    {
        if ((await service.SignInsForStaffAsync(staff, filter, before, s_cancel)) is { Refusal: { } refusal })
            throw new InvalidOperationException($"{refusal}");
    }

    private static Func<Task> Each(Func<int, Task> ask)
    {
        var next = 0;
        return () => ask(Interlocked.Increment(ref next) * 7_919 % Accounts);
    }

    /// <summary>All columns of a page, each value read and nothing made of it.</summary>
    private static async Task BareAsync(IDbContextFactory<PortalContext> store, string where, long key, byte[]? account)
    {
        await using var context = await store.CreateDbContextAsync(s_cancel);
        await context.Database.OpenConnectionAsync(s_cancel);
        await using var command = (Microsoft.Data.Sqlite.SqliteCommand)context.Database.GetDbConnection().CreateCommand();
        command.CommandText =
            $"""SELECT "Id", "At", "Account", "NameKey", "Source", "Browser", "Kind", "Cause", "RequestId", "Country", "City", "Score", "Signals", "Answer" FROM "sign_ins" WHERE {where} ORDER BY "Id" DESC LIMIT {Page + 1}""";
        _ = command.Parameters.AddWithValue("$key", key);
        _ = command.Parameters.AddWithValue("$account", account ?? (object)DBNull.Value);
        await using var rows = await command.ExecuteReaderAsync(s_cancel);
        var values = new object[14];
        while (await rows.ReadAsync(s_cancel))
            _ = rows.GetValues(values);
    }

    private static async Task MeasureAsync(string name, Func<Task> once)
    {
        var at = Stopwatch.GetTimestamp();
        await once();
        Measurement.Print(name, "once", Stopwatch.GetElapsedTime(at).TotalMilliseconds, "ms");
    }

    /// <summary>As long as the file would be; its first batch is there when its first byte can go.</summary>
    private static async Task ExportAsync(SecurityInfoService service, Owner staff, int rows)
    {
        GC.Collect();
        var (before, most, count) = (Environment.WorkingSet, 0L, 0L);
        var at = Stopwatch.GetTimestamp();
        var export = await service.ExportSignInsAsync(staff, SignInFilter.All, s_cancel);
        Measurement.Print("product.log.export", "begins", Stopwatch.GetElapsedTime(at).TotalMilliseconds, "ms");
        System.Text.StringBuilder text = new();
        await foreach (var batch in export.Batches)
        {
            foreach (var tried in batch.SignIns)
                Web.CsvFile.Append(text, [tried.Name, tried.Source, tried.Browser, tried.RequestId]);
            _ = text.Clear();
            most = Math.Max(most, Environment.WorkingSet);
            if ((count += batch.SignIns.Count) >= Math.Min(rows, Exported))
                break;
        }

        Measurement.Print("product.log.export", "rows", count / Stopwatch.GetElapsedTime(at).TotalSeconds, "rows/s");
        Measurement.Print("product.log.export", "memory", (most - before) / 1048576.0, "MiB");
    }

    private static async Task<byte[][]> FillAsync(WriteQueue writes, int rows)
    {
        var now = TimeProvider.System.GetUtcNow();
        var accounts = Enumerable.Range(0, Accounts).Select(number => AccountId.New(now.AddTicks(number))).ToArray();
        _ = await writes.RunAsync(
            context =>
            {
                context.Profiles.AddRange(accounts.Select((id, number) => SecurityProfile.Open(id, new(NameOf(number), $"User {number}", "en", "GB", []), "hash", now)));
                return true;
            },
            s_cancel);
        for (var from = 0; from < rows; from += AtOnce)
        {
            var (first, until) = (from, Math.Min(rows, from + AtOnce));
            _ = await writes.RunAsync(context => Fill(context, first, until, rows, now), s_cancel);
        }

        return [.. accounts.Select(id => id.Value.ToByteArray(bigEndian: true))];
    }

    /// <summary>Thirty days of them, with no cause that is rare but the first.</summary>
    private static int Fill(PortalContext context, int first, int until, int rows, DateTimeOffset now) => context.Database.ExecuteSql(
        $"""
        WITH RECURSIVE numbers(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < {until})
        INSERT INTO "sign_ins" ("At", "Account", "NameKey", "Source", "Browser", "Kind", "Cause", "RequestId", "Country", "City", "Score", "Signals")
        SELECT {now.AddDays(-30).UtcTicks} + n * {(TimeSpan.FromDays(30) / rows).Ticks}, p."Id", p."NameKey",
            '198.51.' || (n % 200) || '.' || (n % 250), 'Chrome on Windows', CASE n % 3 WHEN 0 THEN 'Email' WHEN 1 THEN 'Phone' END,
            CASE WHEN n = 0 THEN 'PasskeyCloned' WHEN n % 7 = 0 THEN 'WrongPassword' WHEN n % 2 = 0 THEN 'SignedIn' ELSE 'PasswordRight' END,
            '0HN' || n || ':00000001', 'GB', 'London', n % 30, CASE WHEN n % 9 = 0 THEN 'NewBrowser,NewNetwork' END
        FROM numbers JOIN "profiles" AS p ON p."NameKey" = 'log' || (n % {Accounts}) || '@contoso.example'
        """);

    private static string NameOf(int number) => string.Create(CultureInfo.InvariantCulture, $"log{number}@contoso.example");
}
