using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Layout;

/// <summary>
/// A session that is not used ends (R-SIGN-5), but whoever reads slowly or was called away is asked two minutes before.
/// Looking at the clock is no use of the session.
/// </summary>
public sealed partial class IdleWatch(SecurityInfoService service, NavigationManager navigation, ILogger<IdleWatch> logger) : PortalPage(service, navigation)
{
    private static readonly TimeSpan s_warnBefore = TimeSpan.FromMinutes(2);

    private static readonly DialogOptions s_options = new() { BackdropClick = false, CloseOnEscapeKey = false, CloseOnNavigation = false, MaxWidth = MaxWidth.Small, FullWidth = true };

    private SecurityOverview? _overview;
    private bool _isUnderstood;
    private bool _isBusy;

    /// <summary>The portal's clock is looked at that often: a browser's timer may sleep, and the clock may be moved.</summary>
    [Parameter]
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(20);

    private DateTimeOffset EndsAt => CanStay ? _overview!.IdlesOutAt : _overview!.SessionEndsAt;

    private bool CanStay => _overview is null || _overview.IdlesOutAt < _overview.SessionEndsAt;

    private bool WasEnding => _overview is not null && EndsAt - _overview.Now <= s_warnBefore;

    private bool IsEnding => WasEnding && !_isUnderstood;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;

        try
        {
            do
                await Task.Delay(NextLook(), Leaving);
            while (await LookAsync());
        }
        catch (OperationCanceledException)
        {
            // The page was left.
        }
    }

    private TimeSpan NextLook()
    {
        if (_overview is null)
            return LookEvery;

        var left = EndsAt - _overview.Now;
        var next = left > s_warnBefore ? left - s_warnBefore : left;
        return next < LookEvery ? next : LookEvery;
    }

    private async Task<bool> LookAsync()
    {
        try
        {
            return await IsGoingOnAsync();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A store that does not answer now is no reason to take the page away: it is looked at again.
            LogFailure(exception);
            return true;
        }
    }

    private async Task<bool> IsGoingOnAsync()
    {
        if (await Service.OverviewAsync(Owner, Leaving) is not { } overview)
        {
            // Ended otherwise, it is for the page to say what became of it.
            if (WasEnding)
                LeaveIdle();
            return false;
        }

        _overview = overview;
        StateHasChanged();
        return true;
    }

    private async Task StayAsync()
    {
        _isBusy = true;
        if (!CanStay)
            _isUnderstood = true;
        else if (await Service.TouchAsync(Owner, Leaving) is Refusal.SignedOut)
            LeaveIdle();
        else
            _ = await LookAsync();
        _isBusy = false;
    }

    [LoggerMessage(LogLevel.Warning, "Whether a session is idling could not be read; it is looked at again.")]
    private partial void LogFailure(Exception exception);

    private void LeaveIdle() => Navigation.GoToSignIn(ended: CanStay ? "idle" : null);
}
