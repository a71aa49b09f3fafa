using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// The way back after a clear (R-HELP-2, R-HELP-3): a pass where nothing is left, and a mistaken clear mended.
public sealed partial class SecurityInfoService
{
    public Task<Refusal?> TakePassAsync(Owner owner, string typed, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.TakePass(owner.Asker, codes.CheckPass(typed), policy, now), cancel);

    /// <summary>The cleared method's own code brings it back.</summary>
    public Task<Refusal?> MendClearAsync(Owner owner, ChallengeId challenge, string typed, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) =>
        {
            var method = MethodOf(profile, owner, challenge);
            return Prove(profile, owner, Purpose.MendClear, challenge, typed, now)
                ?? profile.MendClear(owner.Asker, method, policy, now);
        }, cancel);

    public Task<Refusal?> MendClearByPasskeyAsync(Owner owner, MethodId method, string token, string answer, CancellationToken cancel) =>
        ProveByPasskeyAsync(owner, Purpose.MendClear, token, answer, (profile, policy, now) => profile.MendClear(owner.Asker, method, policy, now), cancel);
}
