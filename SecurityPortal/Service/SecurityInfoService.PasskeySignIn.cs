using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// A passkey signs in alone (R-SIGN-4), or in the place of a code. Blocks and risk hold neither up, but what staff block is
// blocked (R-BLOCK-6).
public sealed partial class SecurityInfoService
{
    /// <summary>What any passkey of this portal would answer: whose it is, it says itself. Nothing is read and nothing stored.</summary>
    public Task<PasskeyAsk> AskForAnyPasskeyAsync(Visitor visitor, CancellationToken cancel) =>
        passkeys.ToProveAsync(null, Purpose.SignIn, WhoseOf(visitor), clock.GetUtcNow()).WaitAsync(cancel);

    /// <summary>
    /// A passkey's answer opens a full session; while a replacement is pending a limited one, whose owner has yet to say what
    /// is to become of that (R-PEND-5).
    /// </summary>
    public async Task<SignInAnswer> SignInByPasskeyAsync(Visitor visitor, string token, string answer, CancellationToken cancel)
    {
        if (passkeys.Open(token, Purpose.SignIn, WhoseOf(visitor), clock.GetUtcNow()) is not { } ceremony)
            return new(new Refusal.WrongPasskey(PasskeyFault.Expired), null);

        var (fault, proof, account) = await passkeys.TakeProofAsync(ceremony, answer, id => HolderAsync(id, cancel));
        if (account is not { } known)
            return new(new Refusal.WrongPasskey(fault!.Value), null);

        var (id, full) = (SessionId.New(clock.GetUtcNow()), SessionId.New(clock.GetUtcNow()));
        var isFull = false;
        var refusal = await ChangeAsync(known, visitor, (context, profile, policy, now) =>
        {
            profile.Advance(policy, now);
            var risk = Assess(context, profile, visitor, now);
            var refused = WhyNotTaken(context, visitor, fault, ceremony, now)
                ?? profile.OpenByPasskey(NewSession(id, visitor, now) with { PasswordAt = null, Risk = risk }, proof!, ChallengeId.New(now), full, policy, now);
            isFull = profile.Find(full) is not null;
            Log(context, profile, visitor, proof, refused, isFull, now, risk, id);
            return refused;
        }, cancel);
        return new(refusal, refusal is null ? Owner.Of(known, isFull ? full : id, visitor) : null);
    }

    /// <summary>The same after a password, in the place of a code.</summary>
    public async Task<SignInAnswer> CompleteSignInByPasskeyAsync(Owner owner, string token, string answer, CancellationToken cancel)
    {
        var (fault, proof, ceremony) = await CheckAsync(owner, Purpose.SignIn, token, answer, cancel);
        if (ceremony is null)
            return new(new Refusal.WrongPasskey(fault!.Value), null);

        var full = SessionId.New(clock.GetUtcNow());
        var isFull = false;
        var refusal = await ChangeAsync(owner.Account, owner, (context, profile, policy, now) =>
        {
            profile.Advance(policy, now);
            var risk = profile.RaiseRisk(owner.Session, Assess(context, profile, owner, now), policy);
            var refused = WhyNotTaken(context, owner, fault, ceremony, now)
                ?? profile.SignInByPasskey(owner.Asker, proof!, ChallengeId.New(now), full, policy, now);
            isFull = profile.Find(full) is not null;
            Log(context, profile, owner, proof, refused, isFull, now, risk, owner.Session);
            return refused;
        }, cancel);
        return new(refusal, refusal is null ? Owner.Of(owner.Account, isFull ? full : owner.Session, owner) : null);
    }

    /// <summary><em>Cancel the update and sign in</em>: the word that a proved passkey waited for (R-PEND-5).</summary>
    public async Task<SignInAnswer> CancelAndSignInAsync(Owner owner, CancellationToken cancel)
    {
        var full = SessionId.New(clock.GetUtcNow());
        var refusal = await ChangeAsync(owner.Account, owner, (context, profile, policy, now) =>
        {
            var passkey = profile.ProvedPasskey(owner.Session, policy, now)?.Id;
            var refused = WhyStaffBlocked(context, owner, now) ?? profile.CancelAndSignIn(owner.Asker, full, policy, now);
            if (refused is null)
                context.SignIns.Add(EventOf(owner, profile, passkey, SignInCause.SignedIn, now));
            return refused;
        }, cancel);
        return new(refusal, refusal is null ? Owner.Of(owner.Account, full, owner) : null);
    }

    private static Refusal? WhyNotTaken(PortalContext context, Caller caller, PasskeyFault? fault, PasskeyCeremony ceremony, DateTimeOffset now) =>
        fault is { } wrong ? new Refusal.WrongPasskey(wrong) : WhyStaffBlocked(context, caller, now) ?? Spend(context, ceremony);

    private static void Log(
        PortalContext context, SecurityProfile profile, Caller caller, PasskeyAnswer? proof, Refusal? refused, bool isFull, DateTimeOffset now, RiskScore risk, SessionId session)
    {
        var cause = refused is null && !isFull ? SignInCause.PasskeyRight : CauseOf(refused);
        context.SignIns.Add(EventOf(caller, profile, proof is null ? null : profile.PasskeyOf(proof.Credential)?.Id, cause, now, risk, session));
    }

    private static string WhoseOf(Visitor visitor) => $"browser:{visitor.BrowserId}";
}
