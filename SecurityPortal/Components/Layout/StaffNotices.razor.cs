using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Layout;

/// <summary>What is to be said on every page of the staff, asked anew on each (R-HELP-4).</summary>
public sealed partial class StaffNotices(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private StaffWarnings? _warnings;
    private string? _asked;

    /// <summary>Which page it stands on.</summary>
    [Parameter]
    [EditorRequired]
    public string Place { get; set; } = "";

    protected override async Task OnParametersSetAsync()
    {
        if (_asked == Place)
            return;

        _asked = Place;
        _warnings = await Service.StaffWarningsAsync(Owner, Leaving);
    }
}
