using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.WebUtilities;
using SecurityPortal.Components.Shared;
using SecurityPortal.Components.VisitorPages;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>
/// Now and then people are asked whether codes would still reach them, before they go on (R-REM). Whatever answers it, here,
/// in another tab or elsewhere, leads to where they wanted to go.
/// </summary>
public sealed partial class ReminderPage(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromSeconds(5);

    private SecurityOverview? _overview;
    private Refusal? _refusal;
    private bool _isBusy;
    private bool _isLeaving;

    [SupplyParameterFromQuery(Name = "step")]
    private string? Asked { get; set; }

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    private ReminderStep Step => ReminderSteps.Of(Asked);

    private string Target => LocalPath.Or(ReturnUrl, "/security-info");

    /// <summary>The proof that adding takes has answered the reminder already, so the page that adds is open.</summary>
    private string Adding => QueryHelpers.AddQueryString("/security-info/add", new Dictionary<string, string?> { ["returnUrl"] = ReturnUrl });

    protected override Task OnParametersSetAsync() => ReadAsync();

    /// <summary>It may be answered in another tab.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        try
        {
            while (!_isLeaving)
            {
                await Task.Delay(s_lookEvery, Leaving);
                await LookAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    /// <summary>Looking is no use of the session, and draws nothing anew while somebody types.</summary>
    private async Task LookAsync()
    {
        if (await Service.OverviewAsync(Owner, Leaving) is { Reminder: null } answered)
            Leave(answered);
    }

    private async Task ReadAsync()
    {
        if (await OverviewAsync() is not { } overview)
            return;

        _overview = overview;
        if (overview.Reminder is null)
            Leave(overview);
    }

    private async Task SkipAsync()
    {
        if (_isBusy)
            return;

        _isBusy = true;
        _refusal = await DoAsync(Service.SkipReminderAsync(Owner, Leaving));
        if (_refusal is null)
            LeaveTo(Target);
        else
            await ReadAsync();
        _isBusy = false;
    }

    private void Leave(SecurityOverview overview) => LeaveTo(Wayfinding.Next(overview, ReturnUrl is null ? null : Target));

    // In the place of this page, which has nothing to ask any more; and by a request, because this circuit's pages end here.
    private void LeaveTo(string path)
    {
        // The address changes before the page goes, and that reads again.
        if (_isLeaving)
            return;

        _isLeaving = true;
        Navigation.NavigateTo(path, forceLoad: true, replace: true);
    }

    private void GoTo(string? step) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("step", step));
}
