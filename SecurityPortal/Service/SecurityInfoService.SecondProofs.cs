using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

// The second proof of a forgotten password, by an established method of another kind (R-PASS-2).
public sealed partial class SecurityInfoService
{
    /// <summary>Has a code sent to the method that is to be the second proof.</summary>
    public Task<Refusal?> AskForSecondAsync(Visitor visitor, MethodId method, CancellationToken cancel)
    {
        var code = codes.New(clock.GetUtcNow());
        return InSecondAsync(visitor, (_, reset, profile, now) =>
        {
            if (profile.SecondsAfter(reset.First!.Value, now).FirstOrDefault(second => second.Id == method) is not { } asked)
                return new Refusal.NoSuchMethod();

            var refusal = asked.IsDestination
                ? profile.AskForReset(AskerOf(reset, visitor), method, codes.CutForRecovery(code, Policy), Policy, now)
                : null;
            if (refusal is null)
                reset.Asked = method;
            return refusal;
        }, cancel);
    }

    /// <summary>The code of the second method: a message's, or an app's.</summary>
    public Task<Refusal?> ProveSecondAsync(Visitor visitor, string typed, CancellationToken cancel) =>
        InSecondAsync(visitor, (context, reset, profile, now) =>
        {
            if (profile.SecondsAfter(reset.First!.Value, now).FirstOrDefault(second => second.Id == reset.Asked) is not { } asked)
                return new Refusal.NoCodeAsked();

            var (refusal, proved) = asked.Kind == MethodKind.AuthenticatorApp
                ? ProveApp(profile, reset, visitor, typed, now)
                : (profile.ProveForReset(AskerOf(reset, visitor), asked.Id, codes.Check(typed), Policy, now), asked.Id);
            if (refusal is Refusal.CodeExpired)
                return new Refusal.CodeExpired(CodeEndOf(profile, reset, asked.Id) ?? now);

            return TakeSecond(context, reset, visitor, profile, refusal, proved, now);
        }, cancel);

    public Task<Refusal?> ProveSecondByRecoveryCodeAsync(Visitor visitor, string typed, CancellationToken cancel) =>
        InSecondAsync(visitor, (context, reset, profile, now) =>
            TakeSecond(context, reset, visitor, profile, profile.ProvePaperForReset(AskerOf(reset, visitor), codes.CheckRecovery(typed), now), profile.RecoveryCodes?.Id ?? default, now), cancel);

    /// <summary>What a passkey of this account would answer as the second proof; null where none can.</summary>
    public async Task<PasskeyAsk?> AskForResetPasskeyAsync(Visitor visitor, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return ResetOf(context, visitor, now) is { FirstAt: not null, Account: { } account } && await HolderAsync(account, cancel) is { Passkeys.IsEmpty: false } holder
            ? await passkeys.ToProveAsync(holder, Purpose.ResetPassword, WhoseOf(visitor), now)
            : null;
    }

    public async Task<Refusal?> ProveSecondByPasskeyAsync(Visitor visitor, string token, string answer, CancellationToken cancel)
    {
        if (passkeys.Open(token, Purpose.ResetPassword, WhoseOf(visitor), clock.GetUtcNow()) is not { } ceremony)
            return new Refusal.WrongPasskey(PasskeyFault.Expired);

        var (fault, proof, account) = await passkeys.TakeProofAsync(ceremony, answer, id => HolderAsync(id, cancel));
        return await InSecondAsync(visitor, (context, reset, profile, now) =>
        {
            var refusal = fault is { } wrong || account != profile.Id ? new Refusal.WrongPasskey(fault ?? PasskeyFault.Unknown)
                : Spend(context, ceremony) ?? profile.ProvePasskeyForReset(AskerOf(reset, visitor), reset.First!.Value, proof!, now);
            return TakeSecond(context, reset, visitor, profile, refusal, refusal is null ? profile.PasskeyOf(proof!.Credential)!.Id : default, now);
        }, cancel);
    }

    private delegate Refusal? SecondStep(PortalContext context, PasswordReset reset, SecurityProfile profile, DateTimeOffset now);

    private Task<Refusal?> InSecondAsync(Visitor visitor, SecondStep step, CancellationToken cancel) =>
        InResetAsync(visitor, (context, reset, profile, now) => (reset, profile) switch
        {
            ({ FirstAt: null }, _) or (_, null) => new Refusal.ResetOver(),
            ({ Second: not null }, _) => null,
            _ => profile.WhyNoReset(now) ?? step(context, reset, profile, now),
        }, cancel);

    private (Refusal? Refusal, MethodId Proved) ProveApp(SecurityProfile profile, PasswordReset reset, Visitor visitor, string typed, DateTimeOffset now)
    {
        if (seeds.Check(typed, profile.Id, now) is not { } check)
            return (new Refusal.NotACode(), default);

        return profile.ProveAppForReset(AskerOf(reset, visitor), reset.First!.Value, check, now) is { } app ? (null, app.Id) : (new Refusal.WrongCode(0), default);
    }

    /// <summary>What was no answer at all does not count as a wrong one.</summary>
    private Refusal? TakeSecond(PortalContext context, PasswordReset reset, Visitor visitor, SecurityProfile profile, Refusal? refusal, MethodId proved, DateTimeOffset now)
    {
        if (refusal is null)
            reset.TakeSecond(proved);
        if (refusal is null or Refusal.NotACode or Refusal.NotARecoveryCode or Refusal.WrongPasskey { Fault: PasskeyFault.Expired })
            return refusal;

        var counted = CountWrong(context, reset, visitor, profile, now);
        return counted is Refusal.ResetOver || refusal is Refusal.WrongCode ? counted : refusal;
    }
}
