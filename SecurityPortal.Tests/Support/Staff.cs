using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Support;

/// <summary>
/// Somebody of each role, for what has to be done by one of staff: signed in by an app, from a network that nobody else has,
/// and with a proof that is fresh whenever they are asked for.
/// </summary>
public static class Staff
{
    public const string Source = "198.51.100.250";

    /// <summary>Their apps show what those of the desk do.</summary>
    private static readonly byte[] s_seed = [.. Enumerable.Range(1, 20).Select(i => (byte)i)];

    private static readonly ConditionalWeakTable<SecurityInfoService, ConcurrentDictionary<Role, Known>> s_known = [];

    public static string NameOf(Role role) => $"{role}@staff.example".ToLowerInvariant();

    extension(Portal portal)
    {
        public Task<Owner> StaffAsync(Role role = Role.Administrator) => OfAsync(portal.Services, role);
    }

    public static async Task<Owner> OfAsync(IServiceProvider services, Role role = Role.Administrator)
    {
        var known = s_known.GetOrCreateValue(services.GetRequiredService<SecurityInfoService>());
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (known.TryGetValue(role, out var one) && now >= one.ProvedAt && now < one.ProvedAt + SecurityProfile.StaffProofLife)
            return one.Owner;

        await OpenAsync(services, role, now);
        var owner = await SignInAsync(services, role, now);
        await ProveAsync(services, owner, Purpose.ActAsStaff, now);
        known[role] = new(owner, now);
        return owner;
    }

    /// <summary>Such a code is taken once, so each proof of the same half minute takes another's place.</summary>
    public static async Task ProveAsync(IServiceProvider services, Owner owner, Purpose purpose, DateTimeOffset at)
    {
        var service = services.GetRequiredService<SecurityInfoService>();
        var challenge = await AskAsync(service, owner, purpose);
        Assert.Null(await service.ProveAsStaffAsync(owner, purpose, challenge, Desk.AppCodeAt(at), Cancel));
    }

    private static async Task OpenAsync(IServiceProvider services, Role role, DateTimeOffset now)
    {
        var hash = await services.GetRequiredService<Passwords>().HashAsync(Portal.Password, Cancel);
        var key = AccountName.KeyOf(NameOf(role));
        _ = await services.GetRequiredService<WriteQueue>().RunAsync(
            context =>
            {
                if (context.Profiles.Any(profile => profile.NameKey == key))
                    return false;

                var profile = SecurityProfile.Open(AccountId.New(now), new(NameOf(role), $"One {role}", "en", "GB", [role]), hash, now);
                var app = MethodId.New(now);
                profile.Grant(SecurityMethod.BoundApp(app, services.GetRequiredService<AppSeeds>().Seal(s_seed, profile.Id, app), now - 40.Days), now - 1.Days);
                _ = context.Profiles.Add(profile);
                return true;
            },
            Cancel);
    }

    /// <summary>By the code of the half minute before, so that this one's is left for the proof.</summary>
    private static async Task<Owner> SignInAsync(IServiceProvider services, Role role, DateTimeOffset now)
    {
        var service = services.GetRequiredService<SecurityInfoService>();
        var limited = await service.SignInAsync(From(Source), NameOf(role), Portal.Password, Cancel);
        Assert.Null(limited.Refusal);
        var challenge = await AskAsync(service, limited.Owner!, Purpose.SignIn);
        var answer = await service.CompleteSignInAsync(limited.Owner!, challenge, Desk.AppCodeAt(now - 30.Seconds), Cancel);
        Assert.Null(answer.Refusal);
        return answer.Owner!;
    }

    private static async Task<ChallengeId> AskAsync(SecurityInfoService service, Owner owner, Purpose purpose)
    {
        var app = (await service.OverviewAsync(owner, Cancel))!.Usable.Single(method => method.Kind == MethodKind.AuthenticatorApp).Id;
        Assert.Null(await service.AskForCodeAsync(owner, purpose, app, Cancel));
        return (await service.OverviewAsync(owner, Cancel))!.ChallengeFor(purpose, app)!.Id;
    }

    private sealed record Known(Owner Owner, DateTimeOffset ProvedAt);
}
