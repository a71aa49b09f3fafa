using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    /// <summary>A code that proves a method for changing security info, for a while and in this session (R-METH-10).</summary>
    public Task<Refusal?> ProveAsync(Owner owner, ChallengeId challenge, string typed, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => Prove(profile, owner, Purpose.ChangeSecurityInfo, challenge, typed, now), cancel);

    public Task<Refusal?> AddMethodAsync(Owner owner, Contact contact, CancellationToken cancel)
    {
        var code = codes.New(clock.GetUtcNow());
        return ChangeAsync(owner, (context, profile, policy, now) =>
            profile.AddMethod(owner.Asker, contact, profile.Language, AccountsOf(context, contact, owner.Account), codes.Cut(code, profile, policy), policy, now), cancel);
    }

    /// <summary>One of those that the organisation has on file: chosen by its mask, and not shown whole for that (R-METH-3).</summary>
    public Task<Refusal?> AddSuggestedAsync(Owner owner, Contact suggested, CancellationToken cancel)
    {
        var code = codes.New(clock.GetUtcNow());
        return ChangeAsync(owner, (context, profile, policy, now) =>
            profile.AddMethod(owner.Asker, suggested, profile.Language, AccountsOf(context, suggested, owner.Account), codes.Cut(code, profile, policy), policy, now, isSuggested: true), cancel);
    }

    public Task<Refusal?> ConfirmMethodAsync(Owner owner, ChallengeId challenge, string typed, CancellationToken cancel) =>
        ChangeAsync(owner, (context, profile, policy, now) =>
        {
            var method = profile.Methods.FirstOrDefault(added => added.Id == MethodOf(profile, owner, challenge));
            var accounts = method is null ? 0 : AccountsOf(context, method.Contact, owner.Account);
            var registers = profile.Find(owner.Session) is { FullAt: null };
            var answer = Prove(profile, owner, Purpose.ConfirmMethod, challenge, typed, now, accounts)
                ?? profile.ConfirmMethod(owner.Asker, method?.Id ?? default, accounts, policy, now);

            // The first method's code is what signs the session in.
            if (registers)
                context.SignIns.Add(EventOf(owner, profile, method?.Id, answer is null ? SignInCause.Registered : CauseOf(answer), now));
            return answer;
        }, cancel);

    public Task<Refusal?> DiscardUnconfirmedAsync(Owner owner, MethodId method, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.DiscardUnconfirmed(owner.Asker, method, policy, now), cancel);

    public Task<Refusal?> FinishRegistrationAsync(Owner owner, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.FinishRegistration(owner.Asker, policy, now), cancel);

    public Task<Refusal?> RemoveMethodAsync(Owner owner, MethodId method, bool knowingly, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.RemoveMethod(owner.Asker, method, knowingly, policy, now), cancel);

    public Task<Refusal?> SuspendMethodAsync(Owner owner, MethodId method, bool knowingly, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.SuspendMethod(owner.Asker, method, knowingly, policy, now), cancel);

    public Task<Refusal?> BringBackMethodAsync(Owner owner, MethodId method, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.BringBackMethod(owner.Asker, method, policy, now), cancel);

    /// <summary>Brings a suspended method back by the code that was sent to it.</summary>
    public Task<Refusal?> BringBackByCodeAsync(Owner owner, ChallengeId challenge, string typed, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) =>
        {
            var method = MethodOf(profile, owner, challenge);
            return Prove(profile, owner, Purpose.BringBack, challenge, typed, now)
                ?? profile.BringBackMethod(owner.Asker, method, policy, now);
        }, cancel);

    public Task<Refusal?> RenameMethodAsync(Owner owner, MethodId method, string name, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.RenameMethod(owner.Asker, method, name, policy, now), cancel);

    /// <param name="language">One of <see cref="PortalLanguages.All"/>: that is all that the pages offer.</param>
    public Task<Refusal?> SetMethodLanguageAsync(Owner owner, MethodId method, string language, CancellationToken cancel) =>
        PortalLanguages.All.Contains(language)
            ? ChangeAsync(owner, (profile, policy, now) => profile.SetMethodLanguage(owner.Asker, method, language, policy, now), cancel)
            : throw new ArgumentOutOfRangeException(nameof(language));

    public Task<Refusal?> MakeDefaultAsync(Owner owner, MethodId method, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.MakeDefault(owner.Asker, method, policy, now), cancel);

    private static MethodId MethodOf(SecurityProfile profile, Owner owner, ChallengeId challenge) =>
        profile.Challenges.FirstOrDefault(asked => asked.Id == challenge && asked.Session == owner.Session)?.Method ?? default;
}
