using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>Either why not, or what the browser is to do with a passkey.</summary>
public sealed record PasskeyAskAnswer(Refusal? Refusal, PasskeyAsk? Ask);

// Passkeys are asked for and answered in two requests; between them the browser and its owner's finger, face or PIN.
// Signatures are checked outside the write queue, and what they prove is judged within it.
public sealed partial class SecurityInfoService
{
    /// <summary>What would add a passkey to this account.</summary>
    public async Task<PasskeyAskAnswer> AskToMakePasskeyAsync(Owner owner, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await ReadAsync(owner.Account, now, cancel) is not { } profile)
            return new(new Refusal.SignedOut(), null);

        return profile.WhyNoPasskey(owner.Asker, Policy, now) is { } refusal
            ? new(refusal, null)
            : new(null, await passkeys.ToMakeAsync(PasskeyOwner.Of(profile), WhoseOf(owner), now));
    }

    /// <summary>Takes in the passkey that was just made; in a session that registers it is also what signs in.</summary>
    /// <param name="name">As its owner calls it; left empty it is called after the browser.</param>
    public async Task<Refusal?> AddPasskeyAsync(Owner owner, string token, string answer, string name, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (passkeys.Open(token, Purpose.ConfirmMethod, WhoseOf(owner), now) is not { } ceremony)
            return new Refusal.WrongPasskey(PasskeyFault.Expired);

        var (fault, made) = await passkeys.TakeMadeAsync(ceremony, answer);
        if (made is null)
            return new Refusal.WrongPasskey(fault!.Value);

        var called = string.IsNullOrWhiteSpace(name) ? owner.Browser : name;
        return await ChangeAsync(owner, (context, profile, policy, at) =>
        {
            var registers = profile.Find(owner.Session) is { FullAt: null };
            var id = MethodId.New(at);
            var refusal = Spend(context, ceremony)
                ?? profile.AddPasskey(owner.Asker, id, made, called, IsElsewhere(context, made, owner.Account), policy, at);
            if (registers && refusal is null)
                context.SignIns.Add(EventOf(owner, profile, id, SignInCause.Registered, at));
            return refusal;
        }, cancel);
    }

    /// <summary>What would prove one of this account's passkeys; null where it has none for that.</summary>
    public async Task<PasskeyAsk?> AskForPasskeyAsync(Owner owner, Purpose purpose, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var profile = await ReadAsync(owner.Account, now, cancel);
        return profile?.Find(owner.Session) is not null && PasskeyOwner.Of(profile) is { Passkeys.IsEmpty: false } holder
            ? await passkeys.ToProveAsync(holder, purpose, WhoseOf(owner), now)
            : null;
    }

    /// <summary>A passkey instead of a code: it proves that this session may change security info, for a while (R-METH-10).</summary>
    public Task<Refusal?> ProveByPasskeyAsync(Owner owner, string token, string answer, CancellationToken cancel) =>
        ProveByPasskeyAsync(owner, Purpose.ChangeSecurityInfo, token, answer, (_, _, _) => null, cancel);

    /// <summary>Brings back the passkey that was put aside and is here again.</summary>
    public Task<Refusal?> BringBackByPasskeyAsync(Owner owner, MethodId method, string token, string answer, CancellationToken cancel) =>
        ProveByPasskeyAsync(owner, Purpose.BringBack, token, answer, (profile, policy, now) => profile.BringBackMethod(owner.Asker, method, policy, now), cancel);

    private async Task<Refusal?> ProveByPasskeyAsync(Owner owner, Purpose purpose, string token, string answer, Request then, CancellationToken cancel)
    {
        var (fault, proof, ceremony) = await CheckAsync(owner, purpose, token, answer, cancel);
        return fault is { } wrong
            ? new Refusal.WrongPasskey(wrong)
            : await ChangeAsync(owner, (context, profile, policy, now) =>
                Spend(context, ceremony!)
                ?? profile.ProveByPasskey(owner.Asker, purpose, proof!, ChallengeId.New(now), policy, now)
                ?? then(profile, policy, now), cancel);
    }

    private async Task<PasskeyCheck> CheckAsync(Owner owner, Purpose purpose, string token, string answer, CancellationToken cancel)
    {
        if (passkeys.Open(token, purpose, WhoseOf(owner), clock.GetUtcNow()) is not { } ceremony)
            return new(PasskeyFault.Expired, null, null);

        var (fault, proof, _) = await passkeys.TakeProofAsync(ceremony, answer, id => id == owner.Account ? HolderAsync(id, cancel) : Task.FromResult<PasskeyOwner?>(null));
        return new(fault, proof, ceremony);
    }

    private async Task<PasskeyOwner?> HolderAsync(AccountId account, CancellationToken cancel) =>
        await ReadAsync(account, clock.GetUtcNow(), cancel) is { } profile ? PasskeyOwner.Of(profile) : null;

    /// <summary>The first answer is the only one, in every tab and process.</summary>
    private static Refusal.WrongPasskey? Spend(PortalContext context, PasskeyCeremony ceremony)
    {
        if (context.SpentCeremonies.Find(ceremony.Id) is not null)
            return new(PasskeyFault.Replayed);

        context.SpentCeremonies.Add(new(ceremony.Id, ceremony.EndsAt));
        return null;
    }

    private static bool IsElsewhere(PortalContext context, PasskeyCredential made, AccountId account)
    {
        var key = SecurityMethod.KeyOfPasskey(made.Name);
        return context.Methods.Any(method => method.Key == key && EF.Property<AccountId>(method, "Account") != account);
    }

    private static string WhoseOf(Owner owner) => $"session:{owner.Session}";

    private sealed record PasskeyCheck(PasskeyFault? Fault, PasskeyAnswer? Proof, PasskeyCeremony? Ceremony);
}
