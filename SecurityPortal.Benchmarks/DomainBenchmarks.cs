using System.Collections.Concurrent;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;

namespace SecurityPortal.Benchmarks;

/// <summary>The portal's operations through the one service, each durable before it answers.</summary>
public static class DomainBenchmarks
{
    private const int Accounts = 10_000;
    private const int AccountsOfOneSource = 4_000;
    private const int SessionsEach = 8;
    private const string Source = "203.0.113.9";

    private static readonly CancellationToken s_cancel = CancellationToken.None;

    public static async Task RunAsync(Measurement measurement)
    {
        await using var services = await ServicesAsync([]);
        var service = services.GetRequiredService<SecurityInfoService>();
        var prepared = await PrepareAsync(services, Accounts, number => $"10.{number / 256}.{number % 256}.1");

        var next = 0;
        Func<Task> request = () => AskAsync(service, prepared);
        Func<Task> verify = () => Take(prepared.ToAnswer, one => service.CompleteSignInAsync(one.Owner, one.Challenge, one.Code, s_cancel));
        Func<Task> overview = () => service.OverviewAsync(prepared.Owners[Interlocked.Increment(ref next) % prepared.Owners.Length], s_cancel);
        await measurement.RunAsync(
            new Case("product.domain.request_code.10000.c1", 1, request),
            new Case("product.domain.request_code.10000.c16", 16, request),
            new Case("product.domain.verify_code.10000.c1", 1, verify),
            new Case("product.domain.verify_code.10000.c16", 16, verify),
            new Case("product.domain.overview.10000.c1", 1, overview));
        await RunHistoryAsync(measurement);
    }

    /// <summary>A code costs the same however many its source has asked for before, where its limits allow them.</summary>
    private static async Task RunHistoryAsync(Measurement measurement)
    {
        await using var few = await WithHistoryAsync(10);
        await using var many = await WithHistoryAsync(10_000);
        var (afterFew, afterMany) = (await PrepareAsync(few, AccountsOfOneSource, _ => Source), await PrepareAsync(many, AccountsOfOneSource, _ => Source));
        await measurement.RunAsync(
            new Case("product.domain.request_code.history10.c1", 1, () => AskAsync(few.GetRequiredService<SecurityInfoService>(), afterFew)),
            new Case("product.domain.request_code.history10000.c1", 1, () => AskAsync(many.GetRequiredService<SecurityInfoService>(), afterMany)));
    }

    private static Task AskAsync(SecurityInfoService service, Prepared prepared) => Take(prepared.ToAsk, async one =>
    {
        if (await service.AskForCodeAsync(one.Owner, Purpose.SignIn, one.Method, s_cancel) is { } refusal)
            throw new InvalidOperationException($"{refusal}: what is timed is to be sent.");
    });

    private static async Task<ServiceProvider> WithHistoryAsync(int sends)
    {
        const string Most = "1000000000";
        var services = await ServicesAsync(new() { ["Security:Limits:SourceAnHour"] = Most, ["Security:Limits:NetworkAnHour"] = Most });
        var now = TimeProvider.System.GetUtcNow();
        _ = await services.GetRequiredService<WriteQueue>().RunAsync(
            context =>
            {
                var rows = ThrottleRows.Read(context, [ThrottleKey.Source(Source), ThrottleKey.Network(Source)!], out _);
                foreach (var row in rows)
                {
                    for (var i = sends; i > 0; i--)
                        row.Count(LimitPolicy.Hour, now - (i * LimitPolicy.Hour / (sends + 1)));
                }

                ThrottleRows.Store(context, rows);
                return true;
            },
            s_cancel);
        return services;
    }

    private static async Task Take<T>(ConcurrentQueue<T> prepared, Func<T, Task> step)
    {
        if (!prepared.TryDequeue(out var next))
            throw new InvalidOperationException("Fewer operations were prepared than were asked for: run fewer or shorter rounds.");

        await step(next);
    }

    internal static async Task<ServiceProvider> ServicesAsync(Dictionary<string, string?> settings)
    {
        var folder = Directory.CreateTempSubdirectory("portal-bench-").FullName;
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Folder"] = folder })
            .AddInMemoryCollection(settings)
            .Build();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(TimeProvider.System)
            .AddStorage(configuration, new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = folder })
            .AddSecurityInfoService(configuration)
            .BuildServiceProvider();
        await services.MigrateStoreAsync();
        return services;
    }

    private static async Task<Prepared> PrepareAsync(ServiceProvider services, int accounts, Func<int, string> sourceOf)
    {
        Prepared prepared = new();
        var policy = services.GetRequiredService<Microsoft.Extensions.Options.IOptions<SecurityOptions>>().Value.ToPolicy();
        var codes = services.GetRequiredService<OneTimeCodes>();
        var writes = services.GetRequiredService<WriteQueue>();
        foreach (var chunk in Enumerable.Range(0, accounts).Chunk(1_000))
        {
            _ = await writes.RunAsync(
                context =>
                {
                    context.Profiles.AddRange(chunk.Select(number => prepared.Make(number, sourceOf(number), policy, codes, TimeProvider.System.GetUtcNow())));
                    return true;
                },
                s_cancel);
        }

        prepared.Owners = [.. prepared.ToAsk.Select(one => one.Owner).Take(1_000)];
        return prepared;
    }

    private sealed class Prepared
    {
        public ConcurrentQueue<(Owner Owner, MethodId Method)> ToAsk { get; } = new();

        public ConcurrentQueue<(Owner Owner, ChallengeId Challenge, string Code)> ToAnswer { get; } = new();

        public Owner[] Owners { get; set; } = [];

        public SecurityProfile Make(int number, string source, SecurityPolicy policy, OneTimeCodes codes, DateTimeOffset now)
        {
            var profile = SecurityProfile.Open(AccountId.New(now), new($"u{number}@contoso.example", $"User {number}", "en", "GB", []), null, now);
            var method = SecurityMethod.Verified(MethodId.New(now), new(MethodKind.Email, $"u{number}@mail.example"), "en", now, now);
            profile.Grant(method, now);
            for (var session = 0; session < SessionsEach; session++)
                Open(profile, method, session, source, policy, codes, now);
            _ = profile.TakeDispatches();
            return profile;
        }

        private void Open(SecurityProfile profile, SecurityMethod method, int number, string source, SecurityPolicy policy, OneTimeCodes codes, DateTimeOffset now)
        {
            Session session = new() { Id = SessionId.New(now), StartedAt = now, LastUsedAt = now, PasswordAt = now, Source = source, Browser = "bench" };
            profile.OpenLimitedSession(session, policy, now);
            var owner = Owner.From(new(new System.Security.Claims.ClaimsIdentity(
                [.. Owner.Claims(profile.Id, session.Id), .. Owner.Claims(new Visitor(source, "bench", "bench"))], "bench")))!;
            if (number % 2 == 0)
            {
                ToAsk.Enqueue((owner, method.Id));
                return;
            }

            var code = codes.Cut(codes.New(now), profile, policy);
            _ = profile.AskForCode(owner.Asker, Purpose.SignIn, method.Id, code, policy, now);
            ToAnswer.Enqueue((owner, code.Challenge, code.Digits));
        }
    }
}
