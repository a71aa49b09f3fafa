using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>The sign-in log of all accounts: filtered, drawn, page by page, and as a file (R-HELP-9).</summary>
public sealed partial class SignInLogPage(SecurityInfoService service, NavigationManager navigation, TimeProvider clock) : PortalPage(service, navigation)
{
    private SignInFilter? _filter = SignInFilter.All;
    private long? _before;
    private LoggedSignIns? _page;
    private SignInCounts? _counts;
    private SignInFilter? _counted;
    private ImmutableArray<NamedFilter> _saved = [];
    private Refusal? _refusal;
    private string? _saveFault;

    public override void Dispose()
    {
        Navigation.LocationChanged -= Moved;
        base.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Navigation.LocationChanged += Moved;
        if (IsReady)
            _saved = (await Service.SavedFiltersAsync(Owner, Leaving)).Filters;
        await LoadAsync();
    }

    private void Moved(object? sender, LocationChangedEventArgs moved)
    {
        if (new Uri(moved.Location).AbsolutePath == SignInLogPath.Page)
            _ = InvokeAsync(LoadAsync);
    }

    private async Task LoadAsync()
    {
        (_filter, _before) = SignInLogPath.Read(Navigation.Uri);
        (_page, _refusal, _saveFault) = (null, null, null);
        if (_filter is { } filter)
        {
            _page = await Service.SignInsForStaffAsync(Owner, filter, _before, Leaving);
            _refusal = _page.Refusal;
        }

        // To read is use of the session, and one that has ended is left.
        _ = await OverviewAsync();
        StateHasChanged();
        await CountAsync();
    }

    /// <summary>After the page is there; another page of the same filter is not counted again.</summary>
    private async Task CountAsync()
    {
        if (!IsReady || _refusal is not null || _filter is not { } filter || _counted == filter)
            return;

        (_counts, _counted) = (null, filter);
        StateHasChanged();
        await Task.Yield();
        _counts = await Service.CountSignInsAsync(Owner, filter, Leaving);
        StateHasChanged();
    }

    /// <summary>Asked first: what is refused never comes into the browser's address.</summary>
    private async Task ChooseAsync(SignInFilter filter)
    {
        _refusal = (await Service.SignInsForStaffAsync(Owner, filter, null, Leaving)).Refusal;
        if (_refusal is null)
            Navigation.NavigateTo(SignInLogPath.Log(filter));
    }

    private async Task SaveAsync(string name)
    {
        if (_filter is { } filter)
            await StoreAsync(Service.SaveFilterAsync(Owner, name, filter, Leaving));
    }

    private Task ForgetAsync(long id) => StoreAsync(Service.ForgetFilterAsync(Owner, id, Leaving));

    private async Task StoreAsync(Task<Refusal?> change)
    {
        _saveFault = await DoAsync(change) is { } refusal ? RefusalText.Of(refusal, clock.GetUtcNow(), Zone) : null;
        _saved = (await Service.SavedFiltersAsync(Owner, Leaving)).Filters;
    }
}
