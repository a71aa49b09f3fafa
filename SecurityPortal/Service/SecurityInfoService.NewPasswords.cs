using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// The one check that every new password passes, whichever way it is set (R-PASS-1).
public sealed partial class SecurityInfoService
{
    private Refusal.WeakPassword? WhyWeak(string password, string accountName) =>
        (Policy.Passwords.FaultOf(password, accountName) ?? TooCommon(password, accountName)) is { } fault ? new(fault, Policy.Passwords.MinLength) : null;

    private static PasswordFault? TooCommon(string password, string accountName) =>
        PasswordStrength.IsTooCommon(password, accountName) ? PasswordFault.TooCommon : null;
}
