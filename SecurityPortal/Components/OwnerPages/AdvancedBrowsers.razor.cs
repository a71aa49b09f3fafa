using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>The browsers that need no code (R-SIGN-3). To forget one is a change of security info, and takes a proof (R-METH-10).</summary>
public sealed partial class AdvancedBrowsers(SecurityInfoService service, NavigationManager navigation, ISnackbar snackbar)
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

    [CascadingParameter]
    private StepUpGate Gate { get; set; } = null!;

    private bool IsOff => !IsReady || _isBusy;

    /// <summary>What was pressed is not there any more.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isGone)
            return;

        _isGone = false;
        await _title.FocusAsync();
    }

    private Task ForgetAsync(BrowserView browser) => ChangeAsync(
        () => Service.ForgetBrowserAsync(Owner, browser.Id, Leaving),
        RememberWords.Browsers_Forgotten.With(NameOf(browser)));

    private Task ForgetAllAsync() => ChangeAsync(
        () => Service.ForgetAllBrowsersAsync(Owner, Leaving),
        RememberWords.Browsers_AllForgotten);

    private async Task ChangeAsync(Func<Task<Refusal?>> change, string done)
    {
        if (_isBusy)
            return;

        _isBusy = true;
        _refusal = await Gate.RunAsync(() => DoAsync(change()));
        await OnChanged.InvokeAsync();
        _isBusy = false;
        _isGone = _refusal is null;
        if (_refusal is null)
            snackbar.Tell(done);
    }

    private static string NameOf(BrowserView browser) =>
        browser.Browser.Length == 0 ? InfoWords.Sessions_Unknown : BrowserText.Of(browser.Browser);
}
