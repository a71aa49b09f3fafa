using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>What is needed seldom: for now the sessions of the account. Ending them takes no proof (R-METH-10).</summary>
public sealed partial class AdvancedPage(SecurityInfoService service, NavigationManager navigation, ISnackbar snackbar)
    : PortalPage(service, navigation)
{
    private SecurityOverview? _overview;
    private Refusal? _refusal;
    private bool _isBusy;

    private bool IsOff => !IsReady || _isBusy;

    protected override Task OnInitializedAsync() => RefreshAsync();

    private Task EndAsync(SessionView session) => ChangeAsync(
        Service.EndSessionAsync(Owner, session.Id, Leaving),
        InfoWords.Sessions_Ended.With(NameOf(session)));

    private Task EndOthersAsync() => ChangeAsync(
        Service.EndOtherSessionsAsync(Owner, Leaving),
        InfoWords.Sessions_OthersEnded.With(_overview!.Sessions.Length - 1));

    private async Task ChangeAsync(Task<Refusal?> command, string done)
    {
        _isBusy = true;
        _refusal = await DoAsync(command);
        await RefreshAsync();
        _isBusy = false;
        if (_refusal is null)
            snackbar.Tell(done);
    }

    private async Task RefreshAsync() => _overview = await OverviewAsync() ?? _overview;

    private static string NameOf(SessionView session) =>
        session.Browser.Length == 0 ? InfoWords.Sessions_Unknown : BrowserText.Of(session.Browser);
}
