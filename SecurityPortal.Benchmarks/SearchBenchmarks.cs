using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;

namespace SecurityPortal.Benchmarks;

/// <summary>The help desk looks for a caller among a million accounts (R-HELP-1), and the bare queries beside it.</summary>
public static class SearchBenchmarks
{
    private const int Accounts = 1_000_000;
    private const int AtOnce = 50_000;

    private static readonly CancellationToken s_cancel = CancellationToken.None;

    public static async Task RunAsync(Measurement measurement)
    {
        await using var services = await DomainBenchmarks.ServicesAsync([]);
        var staff = await PrepareAsync(services);
        var service = services.GetRequiredService<SecurityInfoService>();
        var store = services.GetRequiredService<IDbContextFactory<PortalContext>>();
        await measurement.RunAsync(
            new Case("product.search.prefix.1000000", 1, Each(number => service.FindAccountsAsync(staff, $"user{number}", s_cancel))),
            new Case("product.search.contains.1000000", 1, Each(number => service.FindByPartAsync(staff, $"er{number}", s_cancel))),
            new Case("raw.search.prefix.1000000", 1, Each(number => BareAsync(store, """SELECT "Id", "Name", "DisplayName" FROM "profiles" WHERE "NameKey" >= $typed AND "NameKey" < $typed || char(1114111) LIMIT 21""", $"user{number}"))),
            new Case("raw.search.contains.1000000", 1, Each(number => BareAsync(store, """SELECT rowid FROM "account_name_parts" WHERE "account_name_parts" MATCH $typed LIMIT 21""", $"\"er{number}\""))));
    }

    private static Func<Task> Each(Func<int, Task> ask)
    {
        var next = 0;
        return () => ask((Interlocked.Increment(ref next) * 7_919 % 900_000) + 100_000);
    }

    private static async Task BareAsync(IDbContextFactory<PortalContext> store, string query, string typed)
    {
        await using var context = await store.CreateDbContextAsync(s_cancel);
        await context.Database.OpenConnectionAsync(s_cancel);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = query;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("$typed", typed);
        _ = command.Parameters.Add(parameter);
        await using var rows = await command.ExecuteReaderAsync(s_cancel);
        while (await rows.ReadAsync(s_cancel))
            _ = rows.GetValue(0);
    }

    /// <summary>Somebody of the help desk, fully signed in, and all who may call.</summary>
    private static async Task<Owner> PrepareAsync(ServiceProvider services)
    {
        var staff = await StaffAsync(services);
        await FillAsync(services.GetRequiredService<WriteQueue>(), TimeProvider.System.GetUtcNow());
        return staff;
    }

    /// <summary>Somebody of the help desk, fully signed in to a store that was empty.</summary>
    public static async Task<Owner> StaffAsync(ServiceProvider services)
    {
        const string Name = "helper@contoso.example";
        var seed = new byte[20];
        var service = services.GetRequiredService<SecurityInfoService>();
        Visitor visitor = new("192.0.2.1", "bench", "bench") { BrowserId = "bench" };
        DemoAccount helper = new(new(Name, "Henry Poole", "en", "GB", [Role.HelpDesk]), Name, [new(MethodKind.Email, "helper@mail.example")], TimeSpan.FromDays(1), "") { AppSeed = seed };
        _ = await service.SeedAsync(new PortalItself(), [helper], s_cancel);

        var limited = (await service.SignInAsync(visitor, Name, Name, s_cancel)).Owner!;
        var app = (await service.OverviewAsync(limited, s_cancel))!.SigningIn.Single().Id;
        _ = await service.AskForCodeAsync(limited, Purpose.SignIn, app, s_cancel);
        var challenge = (await service.OverviewAsync(limited, s_cancel))!.ChallengeFor(Purpose.SignIn, app)!.Id;
        return (await service.CompleteSignInAsync(limited, challenge, new Totp(seed).ComputeTotp(), s_cancel)).Owner!;
    }

    private static async Task FillAsync(WriteQueue writes, DateTimeOffset now)
    {
        for (var from = 0; from < Accounts; from += AtOnce)
        {
            var first = from;
            _ = await writes.RunAsync(
                context =>
                {
                    context.Profiles.AddRange(Enumerable.Range(first, AtOnce).Select(number => SecurityProfile.Open(
                        AccountId.New(now.AddTicks(number)), new(string.Create(CultureInfo.InvariantCulture, $"user{number}@contoso.example"), $"User Number {number}", "en", "GB", []), "hash", now)));
                    return true;
                },
                s_cancel);
        }
    }
}
