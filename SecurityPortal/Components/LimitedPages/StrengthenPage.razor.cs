using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Components.VisitorPages;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>
/// Where the organisation wants a passkey or an app of everybody, who has neither adds one on the way in. Whatever brings one,
/// here or in another tab, leads to where they wanted to go.
/// </summary>
public sealed partial class StrengthenPage(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private SecurityOverview? _overview;
    private StepUpGate _gate = null!;
    private Refusal? _why;
    private bool _isLeaving;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    private MethodView? Added => _overview?.Unconfirmed.LastOrDefault(method => method.Kind == MethodKind.AuthenticatorApp);

    private ChallengeView? Code => Added is { } added ? _overview?.ChallengeFor(Purpose.ConfirmMethod, added.Id) : null;

    protected override Task OnInitializedAsync() => ReadAsync();

    private async Task AddAppAsync() => _why = await ThroughAsync(() => Service.AddAppAsync(Owner, Leaving));

    private Task<Refusal?> ConfirmAsync(string typed) => Code is { } code
        ? ThroughAsync(() => Service.ConfirmMethodAsync(Owner, code.Id, typed, Leaving))
        : Task.FromResult<Refusal?>(new Refusal.NoCodeAsked());

    private Task<Refusal?> RenewAsync() => Added is { } added
        ? ThroughAsync(() => Service.AskForCodeAsync(Owner, Purpose.ConfirmMethod, added.Id, Leaving))
        : Task.FromResult<Refusal?>(new Refusal.NoSuchMethod());

    private async Task DiscardAsync()
    {
        _ = await DoAsync(Service.DiscardUnconfirmedAsync(Owner, Added!.Id, Leaving));
        await ReadAsync();
        StateHasChanged();
    }

    private async Task<Refusal?> ThroughAsync(Func<Task<Refusal?>> change)
    {
        var refusal = await _gate.RunAsync(() => DoAsync(change()));
        await ReadAsync();
        StateHasChanged();
        return refusal;
    }

    private async Task ReadAsync()
    {
        if (await OverviewAsync() is not { } overview)
            return;

        _overview = overview;
        if (!overview.MustStrengthen)
            Leave(overview);
    }

    // In the place of this page, which has nothing to ask any more; and by a request, because this circuit's pages end here.
    private void Leave(SecurityOverview overview)
    {
        if (_isLeaving)
            return;

        _isLeaving = true;
        Navigation.NavigateTo(Wayfinding.Next(overview, ReturnUrl is null ? null : LocalPath.Or(ReturnUrl, "/security-info")), forceLoad: true, replace: true);
    }
}
