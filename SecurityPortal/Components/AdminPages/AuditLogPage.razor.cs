using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>What staff and the portal have changed: filtered, page by page, and all of it as a file (R-HELP-8).</summary>
public sealed partial class AuditLogPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : PortalPage(service, navigation)
{
    private AuditQuery? _query = AuditQuery.All;
    private long? _before;
    private AuditPageView? _page;

    private string? NotAccount => _page is { Refusal: Refusal.NoSuchAccount, IsNotBy: false } ? AuditLogWords.No_Account : null;

    private string? NotBy => _page is { Refusal: Refusal.NoSuchAccount, IsNotBy: true } ? AuditLogWords.No_Account : null;

    private string? Why => _page?.Refusal is { } refusal and not Refusal.NoSuchAccount ? refusal is Refusal.NoRight ? AdminWords.No_Right : RefusalText.Of(refusal, clock.GetUtcNow(), Zone) : null;

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
        if (new Uri(moved.Location).AbsolutePath == AuditPath.Page)
            _ = InvokeAsync(LoadAsync);
    }

    private async Task LoadAsync()
    {
        ((_query, _before), _page) = (AuditPath.Read(Navigation.Uri), null);
        if (_query is { } query)
            _page = await Service.AuditForStaffAsync(Owner, query, _before, Leaving);

        // To read is use of the session, and one that has ended is left.
        _ = await OverviewAsync();
        StateHasChanged();
    }

    /// <summary>Asked first: what is refused never comes into the browser's address.</summary>
    private async Task ChooseAsync(AuditQuery query)
    {
        var asked = await Service.AuditForStaffAsync(Owner, query, null, Leaving);
        if (asked.Refusal is null)
            Navigation.NavigateTo(AuditPath.Log(query));
        else
            _page = asked;
    }
}
