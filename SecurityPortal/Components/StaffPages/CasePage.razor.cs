using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>One case: what it is about, what happened in it, and what whoever reads it may do.</summary>
public sealed partial class CasePage(SecurityInfoService service, NavigationManager navigation, CaseNews news) : PortalPage(service, navigation)
{
    private SecurityOverview? _overview;
    private CaseView? _case;
    private Refusal? _refusal;
    private string? _shown;

    [Parameter]
    public string Number { get; set; } = "";

    /// <summary>A proof comes into the address and goes out of it; the case is the same.</summary>
    protected override async Task OnParametersSetAsync()
    {
        if (_shown == Number)
            return;

        _shown = Number;
        await LoadAsync();

        // To read is use of the session, and one that has ended is left.
        await ReadOverviewAsync();
    }

    private async Task ReadAsync()
    {
        await LoadAsync();
        news.Tell();
    }

    private async Task LoadAsync() => (_refusal, _case) = await Service.CaseAsync(Owner, Number, Leaving);

    private async Task ReadOverviewAsync() => _overview = await OverviewAsync() ?? _overview;
}
