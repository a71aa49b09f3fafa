using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Components.Shared;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>What an account signs in with, at a glance; a card opens to change its method in place.</summary>
public sealed partial class SecurityInfoPage(SecurityInfoService service, NavigationManager navigation, ISnackbar snackbar)
    : PortalPage(service, navigation)
{
    private SecurityOverview? _overview;
    private SecurityInfoHeadline? _headline;
    private int _unusual;
    private bool _isGone;

    /// <summary>Whose card is open.</summary>
    [SupplyParameterFromQuery]
    private string? Method { get; set; }

    /// <summary>What is being changed about it.</summary>
    [SupplyParameterFromQuery]
    private string? Change { get; set; }

    protected override Task OnInitializedAsync() => RefreshAsync();

    /// <summary>What was pressed is not there any more: the headline says how things are now.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isGone)
            return;

        _isGone = false;
        await (_headline?.FocusAsync() ?? Task.CompletedTask);
    }

    private async Task RefreshAsync()
    {
        _unusual = await Service.UnusualActivityAsync(Owner, Zone, Leaving) ?? 0;
        _overview = await OverviewAsync();
    }

    private async Task DoneAsync(string what)
    {
        await RefreshAsync();
        snackbar.Tell(what);
        var isThere = _overview?.Methods.FirstOrDefault(method => method.Id.ToString() == Method);
        Navigation.NavigateTo(isThere is null ? InfoPath.List : InfoPath.Card(isThere.Id), replace: true);
        _isGone = isThere is null;
    }

    private async Task SaidAsync(string what)
    {
        await RefreshAsync();
        snackbar.Tell(what);
        _isGone = true;
    }
}
