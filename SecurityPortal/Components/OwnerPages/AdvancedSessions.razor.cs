using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>The sessions of the account. Ending them takes no proof (R-METH-10).</summary>
public sealed partial class AdvancedSessions(SecurityInfoService service, NavigationManager navigation, ISnackbar snackbar)
    : PortalPage(service, navigation)
{
    private Refusal? _refusal;
    private ElementReference _title;
    private bool _isBusy;
    private bool _isGone;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public EventCallback OnChanged { get; set; }

    private bool IsOff => !IsReady || _isBusy;

    /// <summary>What was pressed is not there any more.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isGone)
            return;

        _isGone = false;
        await _title.FocusAsync();
    }

    private Task EndAsync(SessionView session) => ChangeAsync(
        Service.EndSessionAsync(Owner, session.Id, Leaving),
        InfoWords.Sessions_Ended.With(NameOf(session)));

    private Task EndOthersAsync() => ChangeAsync(
        Service.EndOtherSessionsAsync(Owner, Leaving),
        InfoWords.Sessions_OthersEnded.With(Overview.Sessions.Length - 1));

    private async Task EndAllAsync()
    {
        _isBusy = true;
        _refusal = await DoAsync(Service.EndAllSessionsAsync(Owner, Leaving));
        _isBusy = false;
        if (_refusal is null)
            Navigation.NavigateTo("/sign-in", forceLoad: true);
    }

    private async Task ChangeAsync(Task<Refusal?> command, string done)
    {
        _isBusy = true;
        _refusal = await DoAsync(command);
        await OnChanged.InvokeAsync();
        _isBusy = false;
        _isGone = _refusal is null;
        if (_refusal is null)
            snackbar.Tell(done);
    }

    private static string NameOf(SessionView session) =>
        session.Browser.Length == 0 ? InfoWords.Sessions_Unknown : BrowserText.Of(session.Browser);
}
