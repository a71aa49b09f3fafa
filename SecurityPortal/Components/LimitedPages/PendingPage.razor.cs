using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>What whoever gave the right password sees while all security info waits to be replaced (R-PEND-3).</summary>
public sealed partial class PendingPage(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromSeconds(15);

    private SecurityOverview? _overview;
    private ReplacementId? _seen;
    private ReplacementOutcome? _outcome;
    private bool _isLeaving;

    [SupplyParameterFromQuery(Name = "step")]
    private string? Asked { get; set; }

    private PendingStep Step => _overview is null ? PendingStep.None : PendingSteps.Of(_overview, Asked);

    protected override Task OnParametersSetAsync() => ReadAsync();

    /// <summary>It may end while it is being looked at: by its time, or by old info used elsewhere.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        try
        {
            while (true)
            {
                await Task.Delay(NextLook(), Leaving);
                await ReadAsync();
                StateHasChanged();
            }
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private TimeSpan NextLook()
    {
        if (_overview is not { Pending: { } pending } overview)
            return s_lookEvery;

        var left = pending.EndsAt - overview.Now;
        return left < s_lookEvery ? left : s_lookEvery;
    }

    private async Task ReadAsync()
    {
        if (await Service.OverviewAsync(Owner, Leaving) is { } overview)
        {
            // There is nothing to see here, and something to be answered first.
            if (overview is { Reminder: not null, Pending: null } && _seen is null)
                Navigation.NavigateTo(Reach.ReminderPath, forceLoad: true, replace: true);
            _overview = overview;
            _seen = overview.Pending?.Id ?? _seen;
            _outcome = overview.Pending is null && _seen is { } ended ? await Service.OutcomeAsync(Owner, ended, Leaving) : null;
        }
        else
        {
            await LeaveAsync();
        }
    }

    /// <summary>The end of the wait ends every session too; that is said on a page for which none is needed.</summary>
    private async Task LeaveAsync()
    {
        // The address changes before the page goes, and that reads again.
        if (_isLeaving)
            return;

        _isLeaving = true;
        if (_seen is { } seen && await Service.OutcomeAsync(Owner, seen, Leaving) is ReplacementOutcome.Applied)
            Navigation.NavigateTo("/pending/over", forceLoad: true, replace: true);
        else
            Navigation.GoToSignIn();
    }
}
