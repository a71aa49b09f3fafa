using SecurityPortal.Domain;

namespace SecurityPortal.Components.Shared;

public static class ContactIcon
{
    extension(MethodKind kind)
    {
        public IconName Icon => kind switch
        {
            MethodKind.Email => IconName.Email,
            MethodKind.Phone => IconName.Phone,
            MethodKind.AuthenticatorApp => IconName.Shield,
            MethodKind.Passkey => IconName.Key,
            MethodKind.RecoveryCodes => IconName.Edit,
        };
    }
}
