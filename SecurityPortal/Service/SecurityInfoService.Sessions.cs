using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    /// <summary>Whether the session is still alive, without counting as use of it.</summary>
    public async Task<bool> IsAliveAsync(Owner owner, CancellationToken cancel) =>
        (await ReadAsync(owner.Account, clock.GetUtcNow(), cancel))?.Find(owner.Session) is not null;

    /// <summary>A page was asked for: that is use of the session, and keeps it from idling out.</summary>
    public Task<Refusal?> TouchAsync(Owner owner, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.Touch(owner.Asker, policy, now), cancel);

    public Task<Refusal?> SignOutAsync(Owner owner, CancellationToken cancel) =>
        EndSessionAsync(owner, owner.Session, cancel);

    public Task<Refusal?> EndSessionAsync(Owner owner, SessionId session, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.EndSession(owner.Asker, session, policy, now), cancel);

    public Task<Refusal?> EndOtherSessionsAsync(Owner owner, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.EndOtherSessions(owner.Asker, policy, now), cancel);

    public Task<Refusal?> EndAllSessionsAsync(Owner owner, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.EndAllSessions(owner.Asker, policy, now), cancel);

    /// <summary>The password once more, which the replacement asks for in a full session (R-METH-10).</summary>
    public async Task<Refusal?> ConfirmPasswordAsync(Owner owner, string password, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await ReadAsync(owner.Account, now, cancel) is not { } known || known.Find(owner.Session) is null)
            return new Refusal.SignedOut();

        var visitor = new Visitor(owner.Source, owner.Browser, owner.RequestId) { BrowserId = owner.BrowserId, Place = owner.Place };
        var door = await LookUpAsync(known.NameKey, owner, cancel);
        if (WhyShut(door, now) is { } shut)
            return (await RecordAsync(visitor, known.NameKey, door, shut, cancel)).Refusal;

        if (await passwords.IsRightAsync(known.PasswordHash, password, cancel))
            return await ChangeAsync(owner, (context, profile, policy, at) => PassGate(context, profile, known, owner, at) ?? profile.ConfirmPassword(owner.Asker, policy, at), cancel);

        var answer = await RefuseAsync(visitor, known.NameKey, door, cancel);
        return answer.Refusal is Refusal.SourceBlocked or Refusal.SourceSlowed ? answer.Refusal : new Refusal.WrongPassword();
    }
}
