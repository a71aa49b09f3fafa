using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>The proof that changes of security info take, as a page; afterwards it leads on.</summary>
public sealed partial class SecurityInfoVerifyPage(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private SecurityOverview? _overview;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    private string Target => LocalPath.Or(ReturnUrl, InfoPath.List);

    protected override async Task OnInitializedAsync()
    {
        _overview = await OverviewAsync();
        if (_overview is { ProvedUntil: not null })
            GoOn();
    }

    private void GoOn() => Navigation.NavigateTo(Target, replace: true);
}
