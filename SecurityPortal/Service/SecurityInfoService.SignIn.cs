using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>Either why not, or the session that is now open.</summary>
public sealed record SignInAnswer(Refusal? Refusal, Owner? Owner);

public sealed partial class SecurityInfoService
{
    private static readonly Func<PortalContext, string, SecurityProfile?> s_named =
        EF.CompileQuery((PortalContext context, string key) => context.Profiles.AsNoTracking().SingleOrDefault(profile => profile.NameKey == key));

    /// <summary>
    /// A right password opens a limited session, or a full one in a remembered browser (R-SIGN-3). Unknown names cost the same work and leave the same traces as known ones
    /// (R-SIGN-2); the hash is checked outside the write queue, which it would hold up for everybody.
    /// </summary>
    public async Task<SignInAnswer> SignInAsync(Visitor visitor, string name, string password, CancellationToken cancel)
    {
        // No account can have such a name, so there is nothing to hide and nothing to count.
        if (!AccountName.IsAcceptable(name))
            return new(new Refusal.WrongNameOrPassword(), null);

        var key = AccountName.KeyOf(name);
        var door = await LookUpAsync(key, visitor, cancel);
        if (WhyShut(door, clock.GetUtcNow()) is { } shut)
            return await RecordAsync(visitor, key, door, shut, cancel);

        var isRight = await passwords.IsRightAsync(door.Profile?.PasswordHash, password, cancel);
        return isRight && door.Profile is { } profile
            ? await OpenAsync(visitor, profile, cancel)
            : await RefuseAsync(visitor, key, door, cancel);
    }

    /// <summary>The code of a sign-in: right, it makes a full session in place of the limited one.</summary>
    public Task<SignInAnswer> CompleteSignInAsync(Owner owner, ChallengeId challenge, string typed, CancellationToken cancel) =>
        CompleteAsync(owner, challenge, typed, remembers: false, cancel);

    /// <summary>The same with <em>Remember this browser</em>: from now on it needs no code to sign in, for a while (R-SIGN-3).</summary>
    public Task<SignInAnswer> CompleteSignInAndRememberAsync(Owner owner, ChallengeId challenge, string typed, CancellationToken cancel) =>
        CompleteAsync(owner, challenge, typed, remembers: true, cancel);

    private async Task<SignInAnswer> CompleteAsync(Owner owner, ChallengeId challenge, string typed, bool remembers, CancellationToken cancel)
    {
        var full = SessionId.New(clock.GetUtcNow());
        var refusal = await ChangeAsync(owner.Account, owner, (context, profile, policy, now) =>
        {
            var method = profile.Challenges.FirstOrDefault(asked => asked.Id == challenge && asked.Session == owner.Session)?.Method;
            profile.Advance(policy, now);
            var risk = profile.RaiseRisk(owner.Session, Assess(context, profile, owner, now), policy);
            var heldUp = WhyStaffBlocked(context, owner, now) ?? HoldUp(context, profile, risk, owner, now);
            var answer = heldUp
                ?? Prove(profile, owner, Purpose.SignIn, challenge, typed, now)
                ?? profile.CompleteSignIn(owner.Asker, method!.Value, full, policy, now, remembers);
            context.SignIns.Add(EventOf(owner, profile, method, heldUp is Refusal.SourceBlocked ? SignInCause.HighRisk : CauseOf(answer), now, risk));
            return answer;
        }, cancel);
        return new(refusal, refusal is null ? Owner.Of(owner.Account, full, owner) : null);
    }

    public Task<Refusal?> SayWhoStartedAsync(Owner owner, bool wasOwner, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.SayWhoStarted(owner.Asker, wasOwner, policy, now), cancel);

    private async Task<SignInAnswer> OpenAsync(Visitor visitor, SecurityProfile known, CancellationToken cancel)
    {
        var (id, full) = (SessionId.New(clock.GetUtcNow()), SessionId.New(clock.GetUtcNow()));
        var isFull = false;
        var refusal = await ChangeAsync(known.Id, visitor, (context, profile, policy, now) =>
        {
            profile.Advance(policy, now);
            var risk = Assess(context, profile, visitor, now);
            var refused = PassGate(context, profile, known, visitor, now) ?? WhyNotYet(profile, now);
            var heldUp = refused is null ? HoldUp(context, profile, risk, visitor, now) : null;
            var cause = heldUp is null ? PasswordCauseOf(refused, profile, visitor, now) : SignInCause.HighRisk;
            context.SignIns.Add(EventOf(visitor, profile, null, cause, now, risk, id));
            if ((refused ?? heldUp) is { } shut)
                return shut;

            Forgive(context, profile, visitor);
            profile.OpenLimitedSession(NewSession(id, visitor, now) with { Risk = risk }, policy, now);
            isFull = profile.EnterRemembered(id, full, policy, now);
            if (isFull)
                context.SignIns.Add(EventOf(visitor, profile, null, SignInCause.RememberedBrowser, now, risk, full));
            return null;
        }, cancel);
        return new(refusal, refusal is null ? Owner.Of(known.Id, isFull ? full : id, visitor) : null);
    }

    private static Refusal.PasswordNotYet? WhyNotYet(SecurityProfile profile, DateTimeOffset now) =>
        profile.LastReset is { StoppedAt: null } reset && now < reset.CountsFrom ? new(reset.CountsFrom) : null;

    private static Session NewSession(SessionId id, Caller caller, DateTimeOffset now) => new()
    {
        Id = id,
        StartedAt = now,
        LastUsedAt = now,
        PasswordAt = now,
        Source = caller.Source,
        Browser = caller.Browser,
        BrowserId = caller.BrowserId,
        Place = caller.Place,
    };
}
