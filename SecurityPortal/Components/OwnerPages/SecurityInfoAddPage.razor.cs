using Microsoft.AspNetCore.Components;
using MudBlazor;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>A new phone or address, then the code that was sent there; or an app, then a code that it shows. The address names what waits for its code.</summary>
public sealed partial class SecurityInfoAddPage(SecurityInfoService service, NavigationManager navigation, ISnackbar snackbar)
    : PortalPage(service, navigation)
{
    private SecurityOverview? _overview;
    private StepUpGate _gate = null!;
    private Refusal? _why;

    [SupplyParameterFromQuery]
    private string? Method { get; set; }

    /// <summary>Where whoever was reminded wanted to go.</summary>
    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    private string Target => LocalPath.Or(ReturnUrl, InfoPath.List);

    private MethodView? Added => _overview?.Unconfirmed.FirstOrDefault(method => method.Id.ToString() == Method);

    private ChallengeView? Code => Added is { } added ? _overview?.ChallengeFor(Purpose.ConfirmMethod, added.Id) : null;

    /// <summary>The kind of which the account has none yet.</summary>
    private MethodKind Missing => _overview!.Methods.Any(method => method.Kind == MethodKind.Phone) ? MethodKind.Email : MethodKind.Phone;

    private string Title => Added switch
    {
        null => InfoWords.Add_Title,
        { Kind: MethodKind.AuthenticatorApp } => MethodWords.App_Title,
        _ => InfoWords.Add_CodeTitle,
    };

    private string? WhyClosed => _overview switch
    {
        { Pending.EndsAt: var end } => RefusalText.Of(new Refusal.ReplacementPending(end), _overview.Now, Zone),
        { RestrictedUntil: { } until } => RefusalText.Of(new Refusal.Restricted(until), _overview.Now, Zone),
        _ => null,
    };

    protected override Task OnInitializedAsync() => RefreshAsync();

    private async Task<Refusal?> AddAsync(Contact contact)
    {
        var refusal = await _gate.RunAsync(() => DoAsync(Service.AddMethodAsync(Owner, contact, Leaving)));
        await RefreshAsync();
        if (refusal is null && _overview?.Unconfirmed.FirstOrDefault(method => Is(method, contact)) is { } added)
            Navigation.NavigateTo(Here(added.Id));
        StateHasChanged();
        return refusal;
    }

    private async Task AddAppAsync()
    {
        _why = await _gate.RunAsync(() => DoAsync(Service.AddAppAsync(Owner, Leaving)));
        await RefreshAsync();
        if (_why is null && _overview?.Unconfirmed.LastOrDefault(method => method.Kind == MethodKind.AuthenticatorApp) is { } added)
            Navigation.NavigateTo(Here(added.Id));
        StateHasChanged();
    }

    /// <summary>A passkey is there at once; what is left is to call it by a name of one's own.</summary>
    private async Task ShowNewestAsync()
    {
        await RefreshAsync();
        var newest = _overview!.Methods.Where(method => method.Kind == MethodKind.Passkey).MaxBy(method => method.AddedAt)!;
        snackbar.Tell(InfoWords.Add_Done.With(newest.Shown));
        Navigation.NavigateTo(LocalPath.Or(ReturnUrl, InfoPath.Card(newest.Id, InfoPath.Rename)), replace: true);
    }

    /// <summary>Where the proof has run out the code is not looked at, and so not used up, before there is another.</summary>
    private async Task<Refusal?> ConfirmAsync(string typed)
    {
        if (Added is not { } added || Code is not { } code)
            return new Refusal.NoCodeAsked();

        var refusal = await _gate.RunAsync(() => DoAsync(Service.ConfirmMethodAsync(Owner, code.Id, typed, Leaving)));
        if (refusal is null)
            Finish(added);
        else
            await RefreshAsync();
        StateHasChanged();
        return refusal;
    }

    private async Task<Refusal?> SendAgainAsync()
    {
        await RefreshAsync();
        if (Added is not { } added)
            return new Refusal.NoSuchMethod();

        // What an app shows is not sent: it can only be asked for.
        var refusal = await _gate.RunAsync(() => DoAsync(Code is { } code && added.Kind != MethodKind.AuthenticatorApp
            ? Service.SendAgainAsync(Owner, code.Id, Leaving)
            : Service.AskForCodeAsync(Owner, Purpose.ConfirmMethod, added.Id, Leaving)));
        await RefreshAsync();
        StateHasChanged();
        return refusal;
    }

    private async Task<Refusal?> CallAsync()
    {
        if (Added is not { } added)
            return new Refusal.NoSuchMethod();

        var refusal = await _gate.RunAsync(() => DoAsync(Service.CallWithCodeAsync(Owner, Purpose.ConfirmMethod, added.Id, Leaving)));
        await RefreshAsync();
        StateHasChanged();
        return refusal;
    }

    private async Task ChangeContactAsync()
    {
        _ = await DoAsync(Service.DiscardUnconfirmedAsync(Owner, Added!.Id, Leaving));
        await RefreshAsync();
        Navigation.NavigateTo(Here(added: null), replace: true);
    }

    private void Finish(MethodView added)
    {
        snackbar.Tell(InfoWords.Add_Done.With(added.Shown));
        Navigation.NavigateTo(LocalPath.Or(ReturnUrl, InfoPath.Card(added.Id)), replace: true);
    }

    private string Here(MethodId? added) =>
        Navigation.GetUriWithQueryParameters(InfoPath.Add, new Dictionary<string, object?> { ["method"] = added?.ToString(), ["returnUrl"] = ReturnUrl });

    private async Task RefreshAsync() => _overview = await OverviewAsync() ?? _overview;

    private static bool Is(MethodView method, Contact contact) => contact.Kind switch
    {
        MethodKind.Email => method.Shown.Equals(contact.Value, StringComparison.OrdinalIgnoreCase),
        MethodKind.Phone => method.Shown == PhoneNumber.Spaced(contact.Value),
        _ => false,
    };
}
