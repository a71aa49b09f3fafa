using OtpNet;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    /// <summary>Begins with a new app, which is bound by one right code of it (R-PASS-4).</summary>
    public Task<Refusal?> AddAppAsync(Owner owner, CancellationToken cancel)
    {
        var (id, seed) = (MethodId.New(clock.GetUtcNow()), AppSeeds.New());
        return ChangeAsync(owner, (profile, policy, now) =>
            profile.AddApp(owner.Asker, id, seeds.Seal(seed, profile.Id, id), ChallengeId.New(now), policy, now), cancel);
    }

    /// <summary>The key of the app that this very session is adding; null where it is adding none.</summary>
    public async Task<AppKey?> AppKeyAsync(Owner owner, CancellationToken cancel)
    {
        var profile = await ReadAsync(owner.Account, clock.GetUtcNow(), cancel);
        var app = profile?.Methods.FirstOrDefault(method => method is { Kind: MethodKind.AuthenticatorApp, VerifiedAt: null } && method.AddedIn == owner.Session);
        if (app is null || seeds.Open(app.Seed, owner.Account, app.Id) is not { } seed)
            return null;

        var key = Base32Encoding.ToString(seed).TrimEnd('=');
        return new(app.Id, key, AppKey.UriOf(key, address.Organisation, profile!.Name));
    }

    /// <summary>What was typed for a challenge, judged by what makes its codes: the portal, or the owner's app.</summary>
    private Refusal? Prove(SecurityProfile profile, Owner owner, Purpose purpose, ChallengeId challenge, string typed, DateTimeOffset now, int accountsOfPhone = 0) =>
        profile.Challenges.FirstOrDefault(asked => asked.Id == challenge) is { } asked && profile.AppOf(asked) is not null
            ? profile.ProveByApp(owner.Asker, purpose, challenge, seeds.Check(typed, profile.Id, now), Policy, now)
            : profile.Prove(owner.Asker, purpose, challenge, codes.Check(typed), Policy, now, accountsOfPhone);
}
