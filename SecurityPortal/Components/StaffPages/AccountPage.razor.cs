using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What this person has, what works and what does not, and what to do about it; nothing of it whole (R-HELP-1).</summary>
public sealed partial class AccountPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : PortalPage(service, navigation)
{
    private StaffAccountView? _account;
    private Refusal? _refusal;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        (_refusal, _account) = await Service.AccountForStaffAsync(Owner, new(Id), Leaving);

        // To read is use of the session, and one that has ended is left.
        _ = await OverviewAsync();
    }
}
