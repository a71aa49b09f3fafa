using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>One thing that takes two people, with what whoever looks may do about it.</summary>
public sealed partial class ApprovalPage(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private SecurityOverview? _overview;
    private ApprovalView? _request;
    private ClearAnswer? _done;
    private Refusal? _refusal;
    private StepUpGate? _gate;
    private string _answer = "";
    private bool _isBusy;

    [Parameter]
    public string Number { get; set; } = "";

    private string? AnswerError => _refusal is Refusal.NotWrittenDown && _request is { } request ? RefusalText.Of(_refusal, request.Now, Zone) : null;

    private Refusal? Other => _refusal is Refusal.NotWrittenDown ? null : _refusal;

    protected override async Task OnParametersSetAsync()
    {
        await ReadAsync();
        if (_request is null)
            _refusal = (await Service.ApprovalAsync(Owner, Number, Leaving)).Refusal;
    }

    private async Task ReadAsync()
    {
        _request = (await Service.ApprovalAsync(Owner, Number, Leaving)).Approval;
        _overview = await OverviewAsync();
    }

    private Task DecideAsync(bool agrees) => RunAsync(
        _request!.Kind is ApprovalKind.Clear ? Purpose.Approve : Purpose.GrantRole,
        () => Service.DecideApprovalAsync(Owner, Number, agrees, _answer, Leaving));

    private Task ClearAsync() => RunAsync(Purpose.Clear, async () =>
    {
        var done = await Service.ClearApprovedAsync(Owner, Number, Leaving);
        if (done.Refusal is null)
            _done = done;
        return done.Refusal;
    });

    private Task WithdrawAsync() => RunAsync(Purpose.ActAsStaff, () => Service.WithdrawApprovalAsync(Owner, Number, Leaving));

    private async Task RunAsync(Purpose purpose, Func<Task<Refusal?>> act)
    {
        if (_isBusy)
            return;

        _isBusy = true;
        _refusal = await _gate!.RunAsync(() => DoAsync(act()), purpose: purpose);
        _isBusy = false;
        await ReadAsync();
    }
}
