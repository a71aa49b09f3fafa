using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>The replacement of all security info, step by step (R-PEND-1, R-PEND-2). Nothing has changed until the last one.</summary>
public sealed partial class ReplacePage(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private SecurityOverview? _overview;
    private NewInfoView? _entered;
    private ChallengeView? _open;
    private Refusal? _refusal;
    private bool _isLeaving;

    [SupplyParameterFromQuery(Name = "step")]
    private string? Asked { get; set; }

    private ReplaceStep Step => _overview is null ? ReplaceStep.Elsewhere : ReplaceSteps.Of(_overview, Asked);

    protected override Task OnParametersSetAsync() => ReadAsync();

    /// <summary>The second one is best of the other kind: both are seldom lost at once.</summary>
    private static MethodKind Other(SecurityOverview overview) =>
        overview.Draft?.Infos.Any(info => info.Kind == MethodKind.Phone) == true ? MethodKind.Email : MethodKind.Phone;

    private Task<Refusal?> ConfirmPasswordAsync(string password)
    {
        // What was refused for want of it is asked anew.
        _refusal = null;
        return ThenReadAsync(Service.ConfirmPasswordAsync(Owner, password, Leaving));
    }

    private async Task<Refusal?> EnterAsync(Contact contact)
    {
        var refusal = await ThenReadAsync(Service.EnterNewInfoAsync(Owner, contact, Leaving));
        if (refusal is null)
            GoTo(ReplaceSteps.Confirm);
        return refusal;
    }

    private Task<Refusal?> ConfirmAsync(string typed) => _open is null
        ? Task.FromResult<Refusal?>(new Refusal.NoCodeAsked())
        : ThenReadAsync(Service.ConfirmNewInfoAsync(Owner, _open.Id, typed, Leaving));

    private Task<Refusal?> SendAgainAsync() => ThenReadAsync(_open is null
        ? Service.AskForCodeAsync(Owner, Purpose.ConfirmNewInfo, _entered!.Id, Leaving)
        : Service.SendAgainAsync(Owner, _open.Id, Leaving));

    private Task<Refusal?> CallAsync() => ThenReadAsync(Service.CallWithCodeAsync(Owner, Purpose.ConfirmNewInfo, _entered!.Id, Leaving));

    private Task ChangeAsync() => DropAsync(_entered!.Id);

    private async Task DropAsync(MethodId info)
    {
        _ = await ThenReadAsync(Service.DropNewInfoAsync(Owner, info, Leaving));
        if (_overview?.Draft is { Infos.IsEmpty: true })
            GoTo(ReplaceSteps.Info);
    }

    private async Task SubmitAsync() => _refusal = await ThenReadAsync(Service.StartReplacementAsync(Owner, Leaving));

    private async Task StopAsync()
    {
        var wasCorrection = _overview?.Draft?.IsCorrection == true;
        if (await DoAsync(Service.DiscardDraftAsync(Owner, Leaving)) is null && _overview is { } overview)
            Navigation.NavigateTo(wasCorrection ? "/pending" : Reach.NextStep(overview), forceLoad: !wasCorrection);
    }

    private void LeaveInfo() => GoTo(_overview?.Draft is { Infos.IsEmpty: false } ? ReplaceSteps.Confirm : null);

    private async Task<Refusal?> ThenReadAsync(Task<Refusal?> command)
    {
        var refusal = await DoAsync(command);
        await ReadAsync();
        StateHasChanged();
        return refusal;
    }

    private async Task ReadAsync()
    {
        if (await OverviewAsync() is not { } overview)
            return;

        _overview = overview;
        _entered = overview.Draft?.Infos.LastOrDefault(info => !info.IsConfirmed);
        _open = _entered is null ? null : overview.ChallengeFor(Purpose.ConfirmNewInfo, _entered.Id);
        if (Step is ReplaceStep.Elsewhere)
            Leave(overview);
    }

    private void Leave(SecurityOverview overview)
    {
        // The address changes before the page goes, and that reads again.
        if (_isLeaving)
            return;

        // In the place of this page: the browser's way back would lead here and forward again for ever.
        _isLeaving = true;
        if (overview.Pending is not null)
            Navigation.NavigateTo("/pending", replace: true);
        else
            Navigation.NavigateTo(Reach.NextStep(overview), forceLoad: true, replace: true);
    }

    private void GoTo(string? step) => Navigation.NavigateTo(step is null ? "/replace" : $"/replace?step={step}");
}
