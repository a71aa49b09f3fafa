using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>What came of the latest files, and how another is read in (R-HELP-11).</summary>
public sealed partial class ImportPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : AdminPage(service, navigation, clock)
{
    private ImportsView? _imports;

    protected override async Task<Refusal?> LoadAsync() => (_imports = await Service.ImportsAsync(Owner, Leaving)).Refusal;
}
