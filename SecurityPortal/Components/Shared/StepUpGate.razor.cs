using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>
/// Stands before the changes of a page. A change that takes a proof first waits here while the proof is given in place,
/// and then goes on by itself; nothing that was typed is lost (R-METH-10). The address says that it is open, so a reload
/// comes back to it and the browser's back leaves it.
/// </summary>
public sealed partial class StepUpGate(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    public const string Query = "step";
    public const string Verify = "verify";

    private ElementReference _title;
    private ElementReference _behind;
    private TaskCompletionSource<bool>? _asked;
    private bool _establishedOnly;
    private Purpose _purpose = Purpose.ChangeSecurityInfo;
    private bool _wasOpen;
    private bool _isNew;
    private bool _isLeft;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    /// <summary>The proof was given: what the page knows of its owner is to be read anew.</summary>
    [Parameter]
    [EditorRequired]
    public EventCallback OnProved { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>It stands on a page of the staff, who prove themselves for one act at a time (R-HELP-7).</summary>
    [Parameter]
    public bool IsOfStaff { get; set; }

    [SupplyParameterFromQuery]
    private string? Step { get; set; }

    /// <summary>After a reload the question of an owner is still there; what staff were about to do is typed anew.</summary>
    public bool IsOpen => Step == Verify && (_asked is not null || (Overview.ProvedUntil is null && !IsOfStaff));

    protected override void OnParametersSet()
    {
        if (_wasOpen && !IsOpen)
            TurnBack();
        _isNew = IsOpen && (_isNew || !_wasOpen);
        _isLeft = !IsOpen && (_isLeft || _wasOpen);
        _wasOpen = IsOpen;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var goal = (_isNew, _isLeft) switch
        {
            (true, _) => _title,
            (_, true) => _behind,
            _ => default,
        };
        (_isNew, _isLeft) = (false, false);
        if (goal.Id is not null)
            await goal.FocusAsync();
    }

    /// <summary>Does it, after a proof where it takes one. Whoever turns back gets the refusal that asked for it.</summary>
    /// <param name="purpose">Of staff: what they are about to do.</param>
    public async Task<Refusal?> RunAsync(Func<Task<Refusal?>> change, bool establishedOnly = false, Purpose purpose = Purpose.ChangeSecurityInfo)
    {
        var refusal = await change();
        while (refusal is Refusal.ProofNeeded && await AskAsync(establishedOnly, purpose))
            refusal = await change();
        return refusal;
    }

    /// <summary>
    /// Asks beforehand, for what ends in a question of its own. False for whoever turns back. What the page was drawn from
    /// may be older than the proof is good for, so the store is asked.
    /// </summary>
    public async Task<bool> ProveAsync() =>
        await OverviewAsync() is { } overview && (overview.ProvedUntil is not null || await AskAsync(establishedOnly: false, Purpose.ChangeSecurityInfo));

    private Task<bool> AskAsync(bool establishedOnly, Purpose purpose)
    {
        TurnBack();
        _asked = new();
        (_establishedOnly, _purpose) = (establishedOnly, purpose);
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(Query, Verify));
        return _asked.Task;
    }

    private async Task PassAsync()
    {
        await OnProved.InvokeAsync();
        var asked = _asked;
        _asked = null;

        // Where the change leads to comes after this in the browser's history.
        Back();
        _ = asked?.TrySetResult(true);
    }

    private void Back() =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(Query, (string?)null), replace: true);

    private void TurnBack()
    {
        var asked = _asked;
        _asked = null;
        _ = asked?.TrySetResult(false);
    }
}
