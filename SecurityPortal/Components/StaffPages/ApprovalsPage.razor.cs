using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>Who asks what for whom, why, and since when (R-HELP-4).</summary>
public sealed partial class ApprovalsPage(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private ApprovalList? _list;

    protected override async Task OnInitializedAsync()
    {
        _list = await Service.ApprovalsAsync(Owner, Leaving);
        _ = await OverviewAsync();
    }
}
