namespace SecurityPortal.Domain;

/// <summary>Ways to prove who one is. Their names are stored.</summary>
public enum MethodKind
{
    Email,
    Phone,

    /// <summary>It makes a code of the time and of a seed that it shares with the portal (RFC 6238).</summary>
    AuthenticatorApp,

    /// <summary>A key that never leaves its owner's device, or its maker's safe (Web Authentication).</summary>
    Passkey,

    /// <summary>A sheet of codes, each good for once. It is one proof like any other, and stands beside the methods (R-PASS-6).</summary>
    RecoveryCodes,
}
