using SecurityPortal.Domain;

namespace SecurityPortal.Components.StaffPages;

/// <summary>Addresses of the staff's pages. What was looked for is in none of them.</summary>
internal static class StaffPath
{
    public const string HelpDesk = "/help-desk";

    public const string Approvals = "/help-desk/approvals";

    public static string Account(AccountId id) => $"/help-desk/accounts/{id}";

    public static string Clear(AccountId id) => $"/help-desk/accounts/{id}/clear";

    public static string Approval(string number) => $"/help-desk/approvals/{number}";
}
