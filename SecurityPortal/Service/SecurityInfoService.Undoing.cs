using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// A change of everything is undone by what went with it and the password, present or in force when it was made (R-RESTRICT-3).
public sealed partial class SecurityInfoService
{
    /// <summary>By the link that what went was sent: the password opens a session that can only undo the change.</summary>
    public async Task<SignInAnswer> BeginUndoAsync(Visitor visitor, string token, string password, CancellationToken cancel)
    {
        if (await FindLinkAsync(token, cancel) is not { Use: LinkUse.UndoRestriction } link
            || await ReadAsync(link.Account, clock.GetUtcNow(), cancel) is not { } known)
            return new(new Refusal.NoSuchLink(), null);

        var door = await LookUpAsync(known.NameKey, visitor, cancel);
        if (WhyShut(door, clock.GetUtcNow()) is { } shut)
            return await RecordAsync(visitor, known.NameKey, door, shut, cancel);

        return await IsRightAtUndoAsync(known, password, cancel)
            ? await OpenUndoAsync(visitor, known, link.Method, cancel)
            : await RefuseAsync(visitor, known.NameKey, door, cancel);
    }

    /// <summary>
    /// Where an app or a passkey went, which gets no link. It is guarded as a password is, and the same for names that no
    /// account has (R-SIGN-2).
    /// </summary>
    public async Task<SignInAnswer> BeginUndoByNameAsync(Visitor visitor, string name, string password, CancellationToken cancel)
    {
        if (!AccountName.IsAcceptable(name))
            return new(new Refusal.WrongNameOrPassword(), null);

        var key = AccountName.KeyOf(name);
        var door = await LookUpAsync(key, visitor, cancel);
        if (WhyShut(door, clock.GetUtcNow()) is { } shut)
            return await RecordAsync(visitor, key, door, shut, cancel);

        return await IsRightAtUndoAsync(door.Profile, password, cancel) && door.Profile is { } known
            ? await OpenUndoAsync(visitor, known, known.UndoneWithoutLink?.Id ?? default, cancel)
            : await RefuseAsync(visitor, key, door, cancel);
    }

    /// <param name="wasNotOwner">False keeps both the old and the new info; true throws the new info out.</param>
    public Task<Refusal?> UndoRestrictionAsync(Owner owner, ChallengeId challenge, string typed, bool wasNotOwner, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) =>
        {
            var method = MethodOf(profile, owner, challenge);
            return Prove(profile, owner, Purpose.UndoRestriction, challenge, typed, now)
                ?? profile.UndoRestriction(owner.Asker, method, wasNotOwner, policy, now);
        }, cancel);

    /// <summary>The same by the passkey that went.</summary>
    public Task<Refusal?> UndoRestrictionByPasskeyAsync(Owner owner, string token, string answer, bool wasNotOwner, CancellationToken cancel) =>
        ProveByPasskeyAsync(
            owner, Purpose.UndoRestriction, token, answer,
            (profile, policy, now) => profile.UndoRestriction(owner.Asker, profile.Find(owner.Session)!.UndoesWith!.Value, wasNotOwner, policy, now), cancel);

    /// <summary>Both are looked at in any case, so that it takes as long whichever there is.</summary>
    private async Task<bool> IsRightAtUndoAsync(SecurityProfile? known, string password, CancellationToken cancel)
    {
        var isPresent = await passwords.IsRightAsync(known?.PasswordHash, password, cancel);
        var wasInForce = await passwords.IsRightAsync(known?.Restriction?.PasswordHash, password, cancel);
        return isPresent || wasInForce;
    }

    private async Task<SignInAnswer> OpenUndoAsync(Visitor visitor, SecurityProfile known, MethodId with, CancellationToken cancel)
    {
        var id = SessionId.New(clock.GetUtcNow());
        var refusal = await ChangeAsync(known.Id, visitor, (context, profile, policy, now) =>
        {
            var refused = PassGate(context, profile, known, visitor, now);
            context.SignIns.Add(EventOf(visitor, profile, with, PasswordCauseOf(refused), now));
            return refused ?? profile.OpenUndoSession(NewSession(id, visitor, now), with, policy, now);
        }, cancel);
        return new(refusal, refusal is null ? Owner.Of(known.Id, id, visitor) : null);
    }
}
