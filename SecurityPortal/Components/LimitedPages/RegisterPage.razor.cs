using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>Where an account that has no method gets its first ones.</summary>
public sealed partial class RegisterPage(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private SecurityOverview? _overview;
    private MethodView? _added;
    private ChallengeView? _open;
    private Refusal? _refusal;
    private bool _isLeaving;

    [SupplyParameterFromQuery(Name = "step")]
    private string? Asked { get; set; }

    private RegisterStep Step => _overview is null ? RegisterStep.Elsewhere : RegisterSteps.Of(_overview, Asked);

    protected override Task OnParametersSetAsync() => ReadAsync();

    /// <summary>The second one is best of the other kind: both are seldom lost at once.</summary>
    private static MethodKind Other(SecurityOverview overview) =>
        overview.Methods.Any(method => method.Kind == MethodKind.Phone) ? MethodKind.Email : MethodKind.Phone;

    private Task<Refusal?> TakePassAsync(string typed) => ThenReadAsync(Service.TakePassAsync(Owner, typed, Leaving));

    private Task<Refusal?> AddAsync(Contact contact) => AddAsync(Service.AddMethodAsync(Owner, contact, Leaving));

    private Task<Refusal?> AddSuggestedAsync(Contact contact) => AddAsync(Service.AddSuggestedAsync(Owner, contact, Leaving));

    private async Task AddAppAsync() => _refusal = await AddAsync(Service.AddAppAsync(Owner, Leaving));

    /// <summary>It has no code that would have to be entered: the account has it.</summary>
    private async Task FinishPasskeyAsync()
    {
        await ReadAsync();
        GoTo(null);
    }

    private async Task<Refusal?> AddAsync(Task<Refusal?> adding)
    {
        var refusal = await ThenReadAsync(adding);
        if (refusal is null)
            GoTo(null);
        return refusal;
    }

    private Task<Refusal?> ConfirmAsync(string typed) => _open is null
        ? Task.FromResult<Refusal?>(new Refusal.NoCodeAsked())
        : ThenReadAsync(Service.ConfirmMethodAsync(Owner, _open.Id, typed, Leaving));

    private Task<Refusal?> SendAgainAsync() => ThenReadAsync(_open is null || _added is { Kind: MethodKind.AuthenticatorApp }
        ? Service.AskForCodeAsync(Owner, Purpose.ConfirmMethod, _added!.Id, Leaving)
        : Service.SendAgainAsync(Owner, _open.Id, Leaving));

    private Task<Refusal?> CallAsync() => ThenReadAsync(Service.CallWithCodeAsync(Owner, Purpose.ConfirmMethod, _added!.Id, Leaving));

    private Task ChangeAsync() => ThenReadAsync(Service.DiscardUnconfirmedAsync(Owner, _added!.Id, Leaving));

    private async Task FinishAsync() => _refusal = await ThenReadAsync(Service.FinishRegistrationAsync(Owner, Leaving));

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
        _added = overview.Unconfirmed.LastOrDefault();
        _open = _added is null ? null : overview.ChallengeFor(Purpose.ConfirmMethod, _added.Id);
        if (Step is RegisterStep.Elsewhere)
            Leave(overview);
    }

    private void Leave(SecurityOverview overview)
    {
        // The address changes before the page goes, and that reads again.
        if (_isLeaving)
            return;

        // In the place of this page: the browser's way back would lead here and forward again for ever.
        _isLeaving = true;
        Navigation.NavigateTo(Reach.NextStep(overview), forceLoad: true, replace: true);
    }

    private void GoTo(string? step) => Navigation.NavigateTo(step is null ? "/register" : $"/register?step={step}");
}
