using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    public Task<Refusal?> EnterNewInfoAsync(Owner owner, Contact contact, CancellationToken cancel)
    {
        var code = codes.New(clock.GetUtcNow());
        return ChangeAsync(owner, (context, profile, policy, now) =>
            profile.EnterNewInfo(owner.Asker, contact, profile.Language, AccountsOf(context, contact, owner.Account), codes.Cut(code, profile, policy), policy, now), cancel);
    }

    public Task<Refusal?> ConfirmNewInfoAsync(Owner owner, ChallengeId challenge, string typed, CancellationToken cancel) =>
        ChangeAsync(owner, (context, profile, policy, now) =>
        {
            var id = MethodOf(profile, owner, challenge);
            var info = profile.DraftOf(owner.Session)?.Infos.FirstOrDefault(entered => entered.Id == id);
            var accounts = info is null ? 0 : AccountsOf(context, info.Contact, owner.Account);
            return profile.Prove(owner.Asker, Purpose.ConfirmNewInfo, challenge, codes.Check(typed), policy, now, accounts)
                ?? profile.ConfirmNewInfo(owner.Asker, id, accounts, policy, now);
        }, cancel);

    public Task<Refusal?> DropNewInfoAsync(Owner owner, MethodId info, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.DropNewInfo(owner.Asker, info, policy, now), cancel);

    public Task<Refusal?> DiscardDraftAsync(Owner owner, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.DiscardDraft(owner.Asker, policy, now), cancel);

    public Task<Refusal?> StartReplacementAsync(Owner owner, CancellationToken cancel) =>
        ChangeAsync(owner, (context, profile, policy, now) =>
            profile.StartReplacement(owner.Asker, policy, now, contact => AccountsOf(context, contact, owner.Account)), cancel);

    /// <summary>The code of a pending destination opens what was entered for correction (R-PEND-8).</summary>
    public Task<Refusal?> OpenCorrectionAsync(Owner owner, ChallengeId challenge, string typed, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) =>
        {
            var info = MethodOf(profile, owner, challenge);
            return profile.Prove(owner.Asker, Purpose.CorrectReplacement, challenge, codes.Check(typed), policy, now)
                ?? profile.OpenCorrection(owner.Asker, info, policy, now);
        }, cancel);

    public Task<Refusal?> CancelReplacementAsync(Owner owner, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.CancelReplacement(owner.Asker, policy, now), cancel);

    /// <summary>
    /// How a replacement ended that a page has shown; null while it is pending, or when nothing is known of it. Its end may
    /// have closed the session that asks.
    /// </summary>
    public async Task<ReplacementOutcome?> OutcomeAsync(Owner owner, ReplacementId replacement, CancellationToken cancel) =>
        (await ReadAsync(owner.Account, clock.GetUtcNow(), cancel))?.Replacements.FirstOrDefault(ended => ended.Id == replacement)?.End?.Outcome;
}
