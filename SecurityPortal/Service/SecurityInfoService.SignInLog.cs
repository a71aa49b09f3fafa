using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Service;

// Every try to sign in is one event, with its cause in published words (R-SIGN-6).
public sealed partial class SecurityInfoService
{
    private static SignInEvent EventOf(
        Caller caller, SecurityProfile profile, MethodId? method, SignInCause cause, DateTimeOffset now, RiskScore? risk = null, SessionId? session = null, MethodKind? kind = null) =>
        EventOf(caller, profile.NameKey, profile.Id, method, cause, now, risk, session, kind ?? profile.Methods.FirstOrDefault(known => known.Id == method)?.Kind);

    private static SignInEvent EventOf(
        Caller caller, string key, AccountId? account, MethodId? method, SignInCause cause, DateTimeOffset now, RiskScore? risk = null, SessionId? session = null, MethodKind? kind = null) => new()
        {
            At = now,
            Account = account,
            NameKey = key,
            Source = caller.Source,
            Browser = caller.Browser,
            Method = method,
            Kind = kind,
            Cause = cause,
            RequestId = caller.RequestId,
            Session = session ?? (caller as Owner)?.Session,
            Score = risk?.Score ?? 0,
            Signals = risk is { Signals: { IsEmpty: false } signals } ? string.Join(',', signals) : null,
            Country = caller.Place?.Country,
            City = caller.Place?.City,
        };

    private static SignInCause WrongCauseOf(SecurityProfile? profile) => profile switch
    {
        null => SignInCause.UnknownAccount,
        { PasswordHash: null } => SignInCause.NoPassword,
        _ => SignInCause.WrongPassword,
    };

    /// <summary>A right password opens what is blocked no further than to say so (R-BLOCK-1).</summary>
    private static SignInCause PasswordCauseOf(Refusal? refusal, SecurityProfile profile, Visitor visitor, DateTimeOffset now) =>
        refusal is null && !profile.AccountBlocks(new(default, visitor.Source, visitor.BrowserId), now).IsEmpty
            ? SignInCause.AccountBlocked
            : PasswordCauseOf(refusal);

    private static SignInCause PasswordCauseOf(Refusal? refusal) => refusal switch
    {
        null => SignInCause.PasswordRight,
        Refusal.SourceBlocked or Refusal.Blocked => SignInCause.SourceBlocked,
        Refusal.SourceSlowed => SignInCause.SourceSlowed,
        Refusal.PasswordNotYet => SignInCause.PasswordRight,
        _ => SignInCause.WrongPassword,
    };

    private static SignInCause CauseOf(Refusal? refusal) => refusal switch
    {
        null => SignInCause.SignedIn,
        Refusal.WrongCode or Refusal.WrongRecoveryCode => SignInCause.WrongCode,
        Refusal.CodeExpired or Refusal.NewerCode => SignInCause.CodeExpired,
        Refusal.CodeUsed or Refusal.AppCodeUsed or Refusal.RecoveryCodeSpent => SignInCause.CodeUsed,
        Refusal.WrongPasskey { Fault: PasskeyFault.Cloned } => SignInCause.PasskeyCloned,
        Refusal.WrongPasskey => SignInCause.WrongPasskey,
        Refusal.SourceBlocked => SignInCause.SourceBlocked,
        Refusal.Blocked { Scope: BlockScope.Account or BlockScope.AccountAtSource } => SignInCause.AccountBlocked,
        Refusal.Blocked or Refusal.MethodDisabled => SignInCause.MethodBlocked,
        _ => SignInCause.NoCode,
    };
}
