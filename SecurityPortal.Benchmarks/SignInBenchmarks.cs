using Microsoft.AspNetCore.Identity;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Service;
using SecurityPortal.Storage;

namespace SecurityPortal.Benchmarks;

/// <summary>What it costs to rate a sign-in: a right password, hashed as slowly as in earnest, with all signals and with none.</summary>
public static class SignInBenchmarks
{
    private const int Accounts = 500;
    private const string Password = "Correct-Horse-9";

    public static async Task RunAsync(Measurement measurement)
    {
        await using var rated = await PortalAsync([]);
        await using var unrated = await PortalAsync(Enum.GetNames<RiskSignal>().ToDictionary(signal => $"Security:Risk:Weights:{signal}", _ => (string?)"0"));
        await measurement.RunAsync(
            new Case("product.domain.sign_in.risk.c1", 1, SignIn(rated)),
            new Case("product.domain.sign_in.no_risk.c1", 1, SignIn(unrated)));
    }

    private static Func<Task> SignIn(ServiceProvider portal)
    {
        var service = portal.GetRequiredService<SecurityInfoService>();
        var next = 0;
        return async () =>
        {
            var number = Interlocked.Increment(ref next) % Accounts;
            Visitor visitor = new($"198.51.{number % 200}.7", "bench", "bench") { BrowserId = "another", Place = new("FR", "Paris", 48.9, 2.4) };
            if ((await service.SignInAsync(visitor, NameOf(number), Password, CancellationToken.None)).Refusal is { } refusal)
                throw new InvalidOperationException($"{refusal}");
        };
    }

    private static async Task<ServiceProvider> PortalAsync(Dictionary<string, string?> settings)
    {
        var services = await DomainBenchmarks.ServicesAsync(settings);
        var policy = services.GetRequiredService<Microsoft.Extensions.Options.IOptions<SecurityOptions>>().Value.ToPolicy();
        var hash = services.GetRequiredService<IPasswordHasher<SecurityProfile>>().HashPassword(null!, Password);
        _ = await services.GetRequiredService<WriteQueue>().RunAsync(
            context =>
            {
                context.Profiles.AddRange(Enumerable.Range(0, Accounts).Select(number => Used(number, hash, policy, TimeProvider.System.GetUtcNow() - TimeSpan.FromHours(9))));
                return true;
            },
            CancellationToken.None);
        return services;
    }

    /// <summary>An account that was signed in to from twenty networks, so that there is something to compare with.</summary>
    private static SecurityProfile Used(int number, string hash, SecurityPolicy policy, DateTimeOffset before)
    {
        var profile = SecurityProfile.Open(AccountId.New(before), new(NameOf(number), $"User {number}", "en", "GB", []), hash, before);
        var method = SecurityMethod.Verified(MethodId.New(before), new(MethodKind.Email, $"u{number}@mail.example"), "en", before, before);
        profile.Grant(method, before);
        for (var i = 0; i < Habits.Most; i++)
        {
            Session session = new() { Id = SessionId.New(before), StartedAt = before, LastUsedAt = before, PasswordAt = before, Source = $"192.0.{i}.1", Browser = "bench", BrowserId = $"browser {i}", Place = new("GB", "London", 51.5, -0.1) };
            Asker by = new(session.Id, session.Source, session.BrowserId);
            profile.OpenLimitedSession(session, policy, before);
            NewCode code = new(ChallengeId.New(before), "123456", new([], 1), "K7");
            _ = profile.AskForCode(by, Purpose.SignIn, method.Id, code, policy, before);
            _ = profile.Prove(by, Purpose.SignIn, code.Challenge, _ => true, policy, before);
            if (profile.CompleteSignIn(by, method.Id, SessionId.New(before), policy, before) is { } refusal)
                throw new InvalidOperationException($"{refusal}");
        }

        _ = profile.TakeDispatches();
        _ = profile.TakeNotices();
        _ = profile.TakeEndedChallenges();
        return profile;
    }

    private static string NameOf(int number) => $"u{number}@contoso.example";
}
