using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>
/// What follows from <em>This wasn't me</em>: what is done already, and what is to be done, of which the store says how far it
/// has come (R-ACT-1).
/// </summary>
public sealed partial class ActivityDispute(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private SecurityOverview? _overview;
    private DisputeView? _dispute;
    private Refusal? _refusal;
    private bool _isRead;
    private bool _isBusy;
    private bool _hasEnded;

    [Parameter]
    [EditorRequired]
    public ActivityRef About { get; set; }

    [CascadingParameter]
    private StepUpGate Gate { get; set; } = null!;

    private bool IsOff => !IsReady || _isBusy;

    private ActivityUndo? Undo => ActivityUndo.Of(_dispute!.Row, _overview!);

    protected override Task OnInitializedAsync() => RefreshAsync();

    private async Task EndOthersAsync()
    {
        _isBusy = true;
        _refusal = await DoAsync(Service.EndOtherSessionsAsync(Owner, Leaving));
        _hasEnded = _refusal is null;
        await RefreshAsync();
        _isBusy = false;
    }

    /// <summary>This session too: its user trusts neither it nor the browser.</summary>
    private async Task LeaveAsync()
    {
        _isBusy = true;
        _refusal = await DoAsync(Service.EndOtherSessionsAsync(Owner, Leaving)) ?? await DoAsync(Service.SignOutAsync(Owner, Leaving));
        if (_refusal is null)
            Navigation.GoToSignIn();
        _isBusy = false;
    }

    private async Task SecureAsync()
    {
        _isBusy = true;
        _refusal = await Gate.RunAsync(() => DoAsync(Service.SecureAccountAsync(Owner, Leaving)));
        if (_refusal is null or Refusal.PasswordMustChange)
            Navigation.NavigateTo("/change-password", forceLoad: true);
        else if (_refusal is Refusal.ProofNeeded)
            _refusal = null;
        await RefreshAsync();
        _isBusy = false;
        StateHasChanged();
    }

    private async Task RefreshAsync()
    {
        _dispute = await Service.DisputeAsync(Owner, About, Leaving);
        _overview = await OverviewAsync() ?? _overview;
        _isRead = true;
    }
}
