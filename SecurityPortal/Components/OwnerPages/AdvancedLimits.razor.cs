using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>Every limit, what is left of it and when it refills, as bars (R-BLOCK-8).</summary>
public sealed partial class AdvancedLimits(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private LimitsView? _limits;

    protected override async Task OnInitializedAsync() => _limits = await Service.LimitsAsync(Owner, Leaving);

    private static string TitleOf(MethodLimits method) => $"limits-{method.Method}";
}
