using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>
/// Ten codes for the day on which all else is lost (R-PASS-6). They are shown on this page alone, once: a reload forgets
/// them, and the old ones go on working.
/// </summary>
public sealed partial class AdvancedRecoveryCodes(SecurityInfoService service, NavigationManager navigation, ISnackbar snackbar, IJSRuntime js)
    : PortalPage(service, navigation)
{
    private NewRecoveryCodes? _shown;
    private Refusal? _refusal;
    private ElementReference _title;
    private bool _isBusy;
    private bool _hasChanged;

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

    /// <summary>What was pressed is not there any more.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_hasChanged)
            return;

        _hasChanged = false;
        await _title.FocusAsync();
    }

    private Task MakeAsync() => DoOnceAsync(async () =>
    {
        _refusal = await Gate.RunAsync(async () =>
        {
            (var refusal, _shown) = await Service.MakeRecoveryCodesAsync(Owner, Leaving);
            return await DoAsync(Task.FromResult(refusal));
        });
    });

    private Task SaveAsync() => DoOnceAsync(async () =>
    {
        _refusal = await Gate.RunAsync(() => DoAsync(Service.SaveRecoveryCodesAsync(Owner, _shown!.Set, Leaving)));
        if (_refusal is not null)
            return;

        _shown = null;
        snackbar.Tell(PaperWords.Saved_Done);
        await OnChanged.InvokeAsync();
    });

    private async Task DoOnceAsync(Func<Task> change)
    {
        if (_isBusy)
            return;

        _isBusy = true;
        await change();
        (_isBusy, _hasChanged) = (false, _refusal is null);
    }

    private Task PrintAsync() => js.InvokeVoidAsync("print", Leaving).AsTask();

    private string FileOf(NewRecoveryCodes shown)
    {
        string[] lines = [PaperWords.File_Title.With(Overview.AccountName), "", .. shown.Codes, "", PaperWords.Text];
        return $"data:text/plain;charset=utf-8;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)))}";
    }
}
