using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>
/// A lost device is cleared: chosen, looked at, written down, proved, done (R-HELP-2). What was done, and the pass, are
/// shown in this circuit alone.
/// </summary>
public sealed partial class ClearPage(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private readonly ClearDraft _draft = new();
    private SecurityOverview? _overview;
    private ClearPreview? _preview;
    private ClearAnswer? _done;
    private string? _asked;
    private Refusal? _refusal;
    private StepUpGate? _gate;
    private bool _isBusy;
    private bool _isFirst = true;
    private int _reading;

    [Parameter]
    public Guid Id { get; set; }

    protected override async Task OnInitializedAsync()
    {
        await ReadOverviewAsync();
        await ReadAsync();
    }

    private async Task ReadOverviewAsync() => _overview = await OverviewAsync();

    /// <summary>What was reported lost is chosen from the start: most who call have said so already.</summary>
    private async Task ReadAsync()
    {
        var reading = ++_reading;
        var (refusal, preview) = await Service.PreviewClearAsync(Owner, new(Id), _draft.AsOrder(_preview?.LastClearAt), Leaving);

        // Something else was chosen meanwhile: what that would do is on its way.
        if (reading != _reading)
            return;

        _refusal = refusal;
        if (_isFirst && preview is not null)
        {
            _isFirst = false;
            _draft.Check = preview.Checks.FirstOrDefault();
            _draft.Chosen.UnionWith(preview.Methods.Where(method => method.LostAt is not null).Select(method => method.Id));
            preview = (await Service.PreviewClearAsync(Owner, new(Id), _draft.AsOrder(preview.LastClearAt), Leaving)).Preview;
        }

        _preview = preview ?? _preview;
    }

    private Task ClearAsync() => RunAsync(async () =>
    {
        var done = await Service.ClearAsync(Owner, new(Id), _draft.AsOrder(_preview!.LastClearAt), _draft.Number, Leaving);
        if (done.Refusal is null)
            _done = done;
        return done.Refusal;
    });

    private Task AskAsync() => RunAsync(async () =>
    {
        var asked = await Service.AskToClearAsync(Owner, new(Id), _draft.AsOrder(_preview!.LastClearAt), _draft.Number, Leaving);
        _asked = asked.Number;
        return asked.Refusal;
    });

    private async Task RunAsync(Func<Task<Refusal?>> act)
    {
        if (_isBusy)
            return;

        _isBusy = true;
        _refusal = await _gate!.RunAsync(() => DoAsync(act()), purpose: Purpose.Clear);
        _isBusy = false;
        await ReadOverviewAsync();
    }
}
