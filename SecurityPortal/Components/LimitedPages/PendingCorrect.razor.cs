using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>The password and a code to one of the new destinations open what was entered for correction (R-PEND-8).</summary>
public sealed partial class PendingCorrect(SecurityInfoService service, NavigationManager navigation) : PortalPage(service, navigation)
{
    private SecurityOverview _overview = null!;
    private SecurityOverview? _given;
    private MethodId? _chosen;
    private Refusal? _refusal;
    private bool _choosesAgain;
    private bool _wasAsked;
    private bool _isBusy;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_given, Overview))
            Take(_given = Overview);
    }

    private void Take(SecurityOverview overview)
    {
        _overview = overview;
        if (!_choosesAgain)
            _chosen ??= overview.ChallengeFor(Purpose.CorrectReplacement)?.Method;
    }

    private ChallengeView? Open(MethodId info) => _overview.ChallengeFor(Purpose.CorrectReplacement, info);

    private void ChooseAgain() => (_chosen, _refusal, _choosesAgain) = (null, null, true);

    private async Task ChooseAsync(MethodId info)
    {
        if (_isBusy)
            return;

        _isBusy = true;
        _refusal = await AskAsync(info);
        if (_refusal is null)
            (_chosen, _choosesAgain, _wasAsked) = (info, false, true);
        _isBusy = false;
    }

    private Task<Refusal?> ConfirmPasswordAsync(string password) =>
        ThenReadAsync(Service.ConfirmPasswordAsync(Owner, password, Leaving));

    private Task<Refusal?> AskAsync(MethodId info) =>
        ThenReadAsync(Service.AskForCodeAsync(Owner, Purpose.CorrectReplacement, info, Leaving));

    private Task<Refusal?> SendAgainAsync() => Open(_chosen!.Value) is { } open
        ? ThenReadAsync(Service.SendAgainAsync(Owner, open.Id, Leaving))
        : AskAsync(_chosen.Value);

    private Task<Refusal?> CallAsync() =>
        ThenReadAsync(Service.CallWithCodeAsync(Owner, Purpose.CorrectReplacement, _chosen!.Value, Leaving));

    private async Task<Refusal?> VerifyAsync(string typed)
    {
        if (Open(_chosen!.Value) is not { } open)
            return new Refusal.NoCodeAsked();

        if (await ThenReadAsync(Service.OpenCorrectionAsync(Owner, open.Id, typed, Leaving)) is { } refusal)
            return refusal;

        Navigation.NavigateTo("/replace");
        return null;
    }

    private async Task<Refusal?> ThenReadAsync(Task<Refusal?> command)
    {
        var refusal = await DoAsync(command);
        if (await OverviewAsync() is { Pending: not null } overview)
            Take(overview);
        StateHasChanged();
        return refusal;
    }
}
