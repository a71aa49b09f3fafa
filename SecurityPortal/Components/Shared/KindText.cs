using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.Shared;

/// <summary>What a kind of method is called.</summary>
public static class KindText
{
    extension(MethodKind kind)
    {
        public string Words => kind switch
        {
            MethodKind.Email => ReplacementWords.Method_Email,
            MethodKind.Phone => ReplacementWords.Method_Phone,
            MethodKind.AuthenticatorApp => MethodWords.AuthenticatorApp,
            MethodKind.Passkey => MethodWords.Passkey,
            MethodKind.RecoveryCodes => MethodWords.RecoveryCodes,
        };
    }
}
