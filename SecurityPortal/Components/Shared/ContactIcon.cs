using SecurityPortal.Domain;

namespace SecurityPortal.Components.Shared;

public static class ContactIcon
{
    extension(ContactKind kind)
    {
        public IconName Icon => kind switch
        {
            ContactKind.Email => IconName.Email,
            ContactKind.Phone => IconName.Phone,
        };
    }
}
