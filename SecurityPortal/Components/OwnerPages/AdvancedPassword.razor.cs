using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>The password: another one, none any more, or one again (R-PASS-1, R-PASS-3).</summary>
public sealed partial class AdvancedPassword(SecurityInfoService service, NavigationManager navigation, ISnackbar snackbar) : PortalPage(service, navigation)
{
    private Step _step;
    private Refusal? _refusal;
    private ElementReference _title;
    private bool _hasRead;
    private bool _isBusy;
    private bool _isLeft;

    private enum Step
    {
        Closed,
        Set,
        GoWithout,
    }

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public EventCallback OnChanged { get; set; }

    [CascadingParameter]
    private StepUpGate Gate { get; set; } = null!;

    private bool IsOff => !IsReady || _isBusy;

    private bool IsOpen => Overview is { Pending: null, RestrictedUntil: null };

    private string SetText => Overview.IsPasswordless ? PasswordWords.Set_Again : PasswordWords.Change;

    private string? Why => _refusal is null ? null : RefusalText.Of(_refusal, Overview.Now, Zone);

    /// <summary>What was pressed is not there any more.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isLeft)
            return;

        _isLeft = false;
        await _title.FocusAsync();
    }

    private static IconName Mark(bool isThere) => isThere ? IconName.Check : IconName.Cross;

    private void Open(Step step) => (_step, _refusal, _hasRead) = (step, null, false);

    private void Close() => (_step, _refusal, _isLeft) = (Step.Closed, null, true);

    private async Task<Refusal?> SetAsync(string password)
    {
        var refusal = await Gate.RunAsync(() => DoAsync(Service.SetPasswordAsync(Owner, password, Leaving)));
        if (refusal is null)
            await FinishAsync(PasswordWords.Changed);
        StateHasChanged();
        return refusal;
    }

    private async Task GoWithoutAsync()
    {
        if (_isBusy)
            return;

        _isBusy = true;
        _refusal = await Gate.RunAsync(() => DoAsync(Service.GoPasswordlessAsync(Owner, _hasRead, Leaving)));
        _isBusy = false;
        if (_refusal is null)
            await FinishAsync(PasswordWords.Gone);
    }

    private async Task FinishAsync(string done)
    {
        Close();
        snackbar.Tell(done);
        await OnChanged.InvokeAsync();
    }
}
