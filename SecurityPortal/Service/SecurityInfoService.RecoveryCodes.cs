using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>Recovery codes as they are shown, once; <paramref name="Set"/> names them from then on.</summary>
public sealed record NewRecoveryCodes(MethodId Set, ImmutableArray<string> Codes);

/// <summary>Either why not, or the codes.</summary>
public sealed record RecoveryCodesAnswer(Refusal? Refusal, NewRecoveryCodes? Codes);

// Recovery codes (R-PASS-6): in place of any other proof, each once. Blocks of methods do not hold them up (R-BLOCK-6).
public sealed partial class SecurityInfoService
{
    /// <summary>Makes ten. The old ones work until the owner has said that these are kept.</summary>
    public async Task<RecoveryCodesAnswer> MakeRecoveryCodesAsync(Owner owner, CancellationToken cancel)
    {
        NewRecoveryCodes made = new(MethodId.New(clock.GetUtcNow()), OneTimeCodes.NewRecoveryCodes());
        var refusal = await ChangeAsync(owner, (profile, policy, now) =>
            profile.MakeRecoveryCodes(owner.Asker, codes.Seal(made.Set, made.Codes, now), policy, now), cancel);
        return new(refusal, refusal is null ? made : null);
    }

    /// <summary><em>I have saved these codes</em>.</summary>
    public Task<Refusal?> SaveRecoveryCodesAsync(Owner owner, MethodId set, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.SaveRecoveryCodes(owner.Asker, set, policy, now), cancel);

    /// <summary>One of them proves that this session may change security info, for a while (R-METH-10).</summary>
    public Task<Refusal?> ProveByRecoveryCodeAsync(Owner owner, string typed, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => UseRecoveryCode(profile, owner, Purpose.ChangeSecurityInfo, typed, now), cancel);

    /// <summary>One of them after the password: at once, whatever else has been lost.</summary>
    public async Task<SignInAnswer> CompleteSignInByRecoveryCodeAsync(Owner owner, string typed, CancellationToken cancel)
    {
        var full = SessionId.New(clock.GetUtcNow());
        var refusal = await ChangeAsync(owner.Account, owner, (context, profile, policy, now) =>
        {
            profile.Advance(policy, now);
            var risk = profile.RaiseRisk(owner.Session, Assess(context, profile, owner, now), policy);
            var answer = WhyStaffBlocked(context, owner, now)
                ?? UseRecoveryCode(profile, owner, Purpose.SignIn, typed, now)
                ?? profile.CompleteSignIn(owner.Asker, profile.RecoveryCodes!.Id, full, policy, now);
            context.SignIns.Add(EventOf(owner, profile, null, CauseOf(answer), now, risk, kind: MethodKind.RecoveryCodes));
            return answer;
        }, cancel);
        return new(refusal, refusal is null ? Owner.Of(owner.Account, full, owner) : null);
    }

    private Refusal? UseRecoveryCode(SecurityProfile profile, Owner owner, Purpose purpose, string typed, DateTimeOffset now) =>
        profile.UseRecoveryCode(owner.Asker, purpose, codes.CheckRecovery(typed), ChallengeId.New(now), Policy, now);
}
