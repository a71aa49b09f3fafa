using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What people are to look into, of all accounts, under the address of its filter.</summary>
public sealed partial class CasesPage(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private CaseFilter? _filter = new();
    private CaseKey? _after;
    private ListedCases? _page;
    private string _kind = "";

    private CaseFilter Filter => _filter ?? new();

    private string WhyEmpty => Filter switch
    {
        { Kind: not null } => CaseWords.None_Kind,
        { Show: CaseShow.Open } => CaseWords.None_Open,
        { Show: CaseShow.Mine } => CaseWords.None_Mine,
        _ => CaseWords.None_All,
    };

    public override void Dispose()
    {
        Navigation.LocationChanged -= Moved;
        base.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Moved;
        return LoadAsync();
    }

    private void Moved(object? sender, LocationChangedEventArgs moved)
    {
        if (new Uri(moved.Location).AbsolutePath == CasePath.List)
            _ = InvokeAsync(LoadAsync);
    }

    private async Task LoadAsync()
    {
        (_filter, _after) = CasePath.Read(Navigation.Uri);
        _kind = Filter.Kind?.ToString() ?? "";
        _page = _filter is { } filter ? await Service.CasesAsync(Owner, filter, _after, Leaving) : null;

        // To read is use of the session, and one that has ended is left.
        _ = await OverviewAsync();
        StateHasChanged();
    }

    private void Choose() => Navigation.NavigateTo(CasePath.Filtered(Filter with { Kind = Enum.TryParse<CaseKind>(_kind, out var kind) ? kind : null }));
}
