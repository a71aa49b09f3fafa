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
    /// A right password opens a limited session. Unknown names cost the same work and leave the same traces as known ones
    /// (R-SIGN-2); the hash is checked outside the write queue, which it would hold up for everybody.
    /// </summary>
    public async Task<SignInAnswer> SignInAsync(Visitor visitor, string name, string password, CancellationToken cancel)
    {
        // No account can have such a name, so there is nothing to hide and nothing to count.
        if (!AccountName.IsAcceptable(name))
            return new(new Refusal.WrongNameOrPassword(), null);

        var key = AccountName.KeyOf(name);
        var (profile, gate) = await LookUpAsync(key, visitor.Source, cancel);
        if (gate?.IsShut(clock.GetUtcNow()) == true)
            return await RecordAsync(visitor, key, profile, SignInCause.SourceBlocked, gate.BlockedUntil!.Value, cancel);

        var isRight = await passwords.IsRightAsync(profile?.PasswordHash, password, cancel);
        return isRight && profile is not null
            ? await OpenAsync(visitor, profile, cancel)
            : await RefuseAsync(visitor, key, profile, cancel);
    }

    /// <summary>The code of a sign-in: right, it makes a full session in place of the limited one.</summary>
    public async Task<SignInAnswer> CompleteSignInAsync(Owner owner, ChallengeId challenge, string typed, CancellationToken cancel)
    {
        var full = SessionId.New(clock.GetUtcNow());
        var refusal = await ChangeAsync(owner.Account, owner, (context, profile, policy, now) =>
        {
            var method = profile.Challenges.FirstOrDefault(asked => asked.Id == challenge && asked.Session == owner.Session)?.Method;
            var answer = profile.Prove(owner.Asker, Purpose.SignIn, challenge, codes.Check(typed), policy, now)
                ?? profile.CompleteSignIn(owner.Asker, method!.Value, full, policy, now);
            context.SignIns.Add(EventOf(owner, profile, method, CauseOf(answer), now));
            return answer;
        }, cancel);
        return new(refusal, refusal is null ? Owner.Of(owner.Account, full, owner) : null);
    }

    public Task<Refusal?> SayWhoStartedAsync(Owner owner, bool wasOwner, CancellationToken cancel) =>
        ChangeAsync(owner, (profile, policy, now) => profile.SayWhoStarted(owner.Asker, wasOwner, policy, now), cancel);

    private async Task<(SecurityProfile?, PasswordGate?)> LookUpAsync(string key, string source, CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        var gate = await context.PasswordGates.AsNoTracking().SingleOrDefaultAsync(gate => gate.NameKey == key && gate.Source == source, cancel);
        return (s_named(context, key), gate);
    }

    private async Task<SignInAnswer> OpenAsync(Visitor visitor, SecurityProfile known, CancellationToken cancel)
    {
        var id = SessionId.New(clock.GetUtcNow());
        var refusal = await ChangeAsync(known.Id, visitor, (context, profile, policy, now) =>
        {
            var refused = PassGate(context, profile, known, visitor, now);
            context.SignIns.Add(EventOf(visitor, profile, null, PasswordCauseOf(refused), now));
            if (refused is null)
                profile.OpenLimitedSession(NewSession(id, visitor, now), policy, now);
            return refused;
        }, cancel);
        return new(refusal, refusal is null ? Owner.Of(known.Id, id, visitor) : null);
    }

    /// <summary>
    /// Under the write lock a right password is judged once more: of guesses that come together none slips past the block,
    /// and the password may have been changed while its hash was being checked.
    /// </summary>
    private static Refusal? PassGate(PortalContext context, SecurityProfile profile, SecurityProfile known, Caller caller, DateTimeOffset now)
    {
        var gate = context.PasswordGates.Find(profile.NameKey, caller.Source);
        if (gate?.IsShut(now) == true)
            return new Refusal.SourceBlocked(gate.BlockedUntil!.Value);

        if (profile.PasswordHash != known.PasswordHash)
            return new Refusal.WrongNameOrPassword();

        if (gate is not null)
            context.PasswordGates.Remove(gate);
        return null;
    }

    private Task<SignInAnswer> RefuseAsync(Visitor visitor, string key, SecurityProfile? profile, CancellationToken cancel) =>
        writes.RunAsync<SignInAnswer>(
            context =>
            {
                var now = clock.GetUtcNow();
                var gate = context.PasswordGates.Find(key, visitor.Source);
                var wasShut = gate?.IsShut(now) == true;
                if (gate is null)
                    context.PasswordGates.Add(gate = new() { NameKey = key, Source = visitor.Source });
                if (!wasShut)
                    gate.CountWrong(Policy.Passwords, Policy.Blocks, now);
                context.SignIns.Add(EventOf(visitor, key, profile?.Id, null, wasShut ? SignInCause.SourceBlocked : WrongCauseOf(profile), now));
                return new(gate.IsShut(now) ? new Refusal.SourceBlocked(gate.BlockedUntil!.Value) : new Refusal.WrongNameOrPassword(), null);
            },
            cancel);

    private Task<SignInAnswer> RecordAsync(Visitor visitor, string key, SecurityProfile? profile, SignInCause cause, DateTimeOffset until, CancellationToken cancel) =>
        writes.RunAsync<SignInAnswer>(
            context =>
            {
                context.SignIns.Add(EventOf(visitor, key, profile?.Id, null, cause, clock.GetUtcNow()));
                return new(new Refusal.SourceBlocked(until), null);
            },
            cancel);

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
