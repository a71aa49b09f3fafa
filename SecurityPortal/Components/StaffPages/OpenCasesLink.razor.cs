using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using SecurityPortal.Components.Shared;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>Leads to the cases, from every page of the staff, and says how many are open.</summary>
public sealed partial class OpenCasesLink(SecurityInfoService service, NavigationManager navigation, CaseNews news) : PortalPage(service, navigation)
{
    private int _open;

    public override void Dispose()
    {
        Navigation.LocationChanged -= Moved;
        news.Changed -= Told;
        base.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Moved;
        news.Changed += Told;
        return CountAsync();
    }

    private void Moved(object? sender, LocationChangedEventArgs moved) => _ = InvokeAsync(CountAsync);

    private void Told(object? sender, EventArgs told) => _ = InvokeAsync(CountAsync);

    private async Task CountAsync()
    {
        _open = (await Service.OpenCasesAsync(Owner, Leaving)).Count;
        StateHasChanged();
    }
}
