using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;

namespace SecurityPortal.Benchmarks;

/// <summary>
/// What strangers can do, with an account that there is and with one that there is not: their times are not to differ by
/// more than five milliseconds (R-SIGN-2, R-PASS-2, R-FORM-1).
/// </summary>
public static class StrangerBenchmarks
{
    private const int Accounts = 500;

    public static async Task RunAsync(Measurement measurement)
    {
        await using var portal = await PortalAsync();
        var service = portal.GetRequiredService<SecurityInfoService>();
        await measurement.RunAsync(
            new Case("product.stranger.forgot.known.c1", 1, Each(number => service.StartResetAsync(VisitorOf(number), KnownOf(number), MailOf(number), CancellationToken.None))),
            new Case("product.stranger.forgot.unknown.c1", 1, Each(number => service.StartResetAsync(VisitorOf(number), $"nobody{number}@contoso.example", MailOf(number), CancellationToken.None))));
        await measurement.RunAsync(
            new Case("product.stranger.app.known.c1", 1, Each(async number => (await service.SignInByAppAsync(VisitorOf(number), KnownOf(number), "123456", CancellationToken.None)).Refusal)),
            new Case("product.stranger.app.unknown.c1", 1, Each(async number => (await service.SignInByAppAsync(VisitorOf(number), $"nobody{number}@contoso.example", "123456", CancellationToken.None)).Refusal)));
        await measurement.RunAsync(
            new Case("product.stranger.recovery.known.c1", 1, Each(number => service.AskForRecoveryAsync(VisitorOf(number), KnownOf(number), $"a{number}@home.example", "en", CancellationToken.None))),
            new Case("product.stranger.recovery.unknown.c1", 1, Each(number => service.AskForRecoveryAsync(VisitorOf(number), $"nobody{number}@contoso.example", $"b{number}@home.example", "en", CancellationToken.None))));
    }

    private static Func<Task> Each(Func<int, Task<Refusal?>> ask)
    {
        var next = 0;
        return async () => _ = await ask(Interlocked.Increment(ref next));
    }

    // Of another network each time, so that no limit answers in the place of what is measured.
    private static Visitor VisitorOf(int number) =>
        new($"10.{number / 65_536 % 256}.{number / 256 % 256}.{number % 256}", "bench", "bench") { BrowserId = $"browser {number}" };

    private static string KnownOf(int number) => $"user{number % Accounts}@contoso.example";

    private static string MailOf(int number) => $"u{number % Accounts}@mail.example";

    private static async Task<ServiceProvider> PortalAsync()
    {
        // Limits and waits are not what is measured.
        var services = await DomainBenchmarks.ServicesAsync(new()
        {
            ["Security:Limits:MethodAnHour"] = "100000",
            ["Security:Limits:MethodADay"] = "100000",
            ["Security:Limits:SourceAnHour"] = "100000",
            ["Security:Limits:NetworkAnHour"] = "100000",
        });
        _ = await services.GetRequiredService<WriteQueue>().RunAsync(
            context =>
            {
                var before = TimeProvider.System.GetUtcNow() - TimeSpan.FromDays(100);
                context.Profiles.AddRange(Enumerable.Range(0, Accounts).Select(number => Open(number, before)));
                return true;
            },
            CancellationToken.None);
        return services;
    }

    private static SecurityProfile Open(int number, DateTimeOffset before)
    {
        var profile = SecurityProfile.Open(AccountId.New(before), new(KnownOf(number), $"User {number}", "en", "GB", []), "hash", before);
        profile.Grant(SecurityMethod.Verified(MethodId.New(before), new(MethodKind.Email, MailOf(number)), "en", before, before), before);
        return profile;
    }
}
