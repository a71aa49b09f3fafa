using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>
/// What staff do about a case, each thing after its proof. What is wrong with what was written is said beside its field; what
/// was typed stays until it was taken.
/// </summary>
public abstract class CaseWorkPart(SecurityInfoService service, NavigationManager navigation, ISnackbar snackbar) : PortalPage(service, navigation)
{
    private string? _at;
    private bool _isBusy;
    private bool _isDone;

    [Parameter]
    [EditorRequired]
    public CaseView Case { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public EventCallback OnChanged { get; set; }

    [CascadingParameter]
    private StepUpGate Gate { get; set; } = null!;

    protected ElementReference Title { get; set; }

    /// <summary>What was refused last, unless it is said beside a field.</summary>
    protected Refusal? Refused { get; private set; }

    private Refusal.NotWrittenDown? Unfit { get; set; }

    protected bool IsOff => !IsReady || _isBusy;

    protected string? Said => Refused is null ? null : RefusalText.Of(Refused, Case.Now, Zone);

    /// <summary>What was pressed is perhaps not there any more.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isDone)
            return;

        _isDone = false;
        await Title.FocusAsync();
    }

    protected string? ErrorAt(string field) => Unfit is not null && _at == field ? RefusalText.Of(Unfit, Case.Now, Zone) : null;

    /// <param name="field">Beside which it is said that something is missing.</param>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> RunAsync(StaffAct act, Func<Task<Refusal?>> change, string done, string? field = null)
    {
        if (_isBusy)
            return false;

        _isBusy = true;
        (Refused, Unfit, _at) = (null, null, field);
        var refusal = await Gate.RunAsync(() => DoAsync(change()), purpose: StaffRights.PurposeOf(act)!.Value);
        Unfit = refusal as Refusal.NotWrittenDown;

        // Whoever turned back from the proof knows that nothing was done.
        Refused = refusal is Refusal.ProofNeeded or Refusal.NotWrittenDown ? null : refusal;
        await OnChanged.InvokeAsync();
        (_isBusy, _isDone) = (false, refusal is null);
        if (refusal is null)
            snackbar.Tell(done);
        return refusal is null;
    }
}
