using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Domain;

/// <summary>What each kind of method is good for: as the rules have it, or stricter.</summary>
/// <param name="MailSignsIn">Codes by mail sign in.</param>
/// <param name="PhoneSignsIn">So do codes by text and call.</param>
/// <param name="StrongRequired">Registering goes on until there is a passkey or an authenticator app.</param>
/// <param name="ResetByMessagesWait">After a reset that was proved by two messages, until the new password counts (R-PASS-2).</param>
public sealed record MethodPolicy(bool MailSignsIn, PhoneUse PhoneSignsIn, bool StrongRequired, TimeSpan ResetByMessagesWait)
{
    public static readonly MethodPolicy Standard = new(true, PhoneUse.Always, false, TimeSpan.Zero);

    public static MethodPolicy Strict(PhoneUse phones) => new(false, phones, true, TimeSpan.FromHours(24));

    /// <summary>Whether a code of such a method signs in, as unusual as this sign-in is.</summary>
    public bool SignsIn(MethodKind kind, RiskScore risk, RiskPolicy limits) => kind switch
    {
        MethodKind.Email => MailSignsIn,
        MethodKind.Phone => PhoneSignsIn == PhoneUse.Always || (PhoneSignsIn == PhoneUse.LowRisk && !risk.IsMedium(limits)),
        _ => true,
    };

    /// <summary>Cannot be phished, or at least not read from a mailbox or a stolen number.</summary>
    public static bool IsStrong(MethodKind kind) => kind is MethodKind.Passkey or MethodKind.AuthenticatorApp;
}

public enum PhoneUse
{
    Always,

    /// <summary>Only where nothing about the sign-in is unusual (R-RISK-2).</summary>
    LowRisk,
    Never,
}
