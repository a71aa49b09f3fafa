using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>What is needed seldom.</summary>
public sealed partial class AdvancedPage(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private SecurityOverview? _overview;

    protected override Task OnInitializedAsync() => RefreshAsync();

    private async Task RefreshAsync() => _overview = await OverviewAsync() ?? _overview;
}
