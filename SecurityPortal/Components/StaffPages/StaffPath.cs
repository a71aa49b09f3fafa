using SecurityPortal.Domain;

namespace SecurityPortal.Components.StaffPages;

/// <summary>Addresses of the staff's pages. What was looked for is in none of them.</summary>
internal static class StaffPath
{
    public const string HelpDesk = "/help-desk";

    public static string Account(AccountId id) => $"/help-desk/accounts/{id}";
}
