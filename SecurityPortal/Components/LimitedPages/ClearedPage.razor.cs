using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>A mistaken clear is mended: each method by its own proof, after the password (R-HELP-2).</summary>
public sealed partial class ClearedPage(SecurityInfoService service, NavigationManager navigation, PasskeyBrowser browser) : PortalPage(service, navigation)
{
    private SecurityOverview? _overview;
    private MethodView? _chosen;
    private Refusal? _refusal;
    private string? _fault;
    private string? _done;
    private bool _wasAsked;
    private bool _isBusy;

    private ChallengeView? Code => _chosen is null ? null : _overview?.ChallengeFor(Purpose.MendClear, _chosen.Id);

    private string? Why => _refusal is null ? _fault : RefusalText.Of(_refusal, _overview!.Now, Zone);

    protected override async Task OnInitializedAsync()
    {
        await ReadAsync();

        // A code that is open already is entered, so a reload sends nothing.
        _chosen = _overview?.Cleared.FirstOrDefault(method => _overview.ChallengeFor(Purpose.MendClear, method.Id) is not null);
    }

    private async Task ReadAsync() => _overview = await OverviewAsync() ?? _overview;

    private void Choose() => (_chosen, _wasAsked, _refusal, _fault) = (null, false, null, null);

    private async Task BeginAsync(MethodView method)
    {
        if (_isBusy)
            return;

        (_isBusy, _refusal, _fault, _done) = (true, null, null, null);
        if (method.Credential is { } credential)
            await ByPasskeyAsync(method, credential);
        else if ((_refusal = await AskAsync(method)) is null)
            (_chosen, _wasAsked) = (method, true);
        _isBusy = false;
    }

    private Task<Refusal?> AskAsync(MethodView method) => ThenReadAsync(Service.AskForCodeAsync(Owner, Purpose.MendClear, method.Id, Leaving));

    private Task<Refusal?> SendAgainAsync() => Code is { } open
        ? ThenReadAsync(Service.SendAgainAsync(Owner, open.Id, Leaving))
        : AskAsync(_chosen!);

    private Task<Refusal?> CallAsync() => ThenReadAsync(Service.CallWithCodeAsync(Owner, Purpose.MendClear, _chosen!.Id, Leaving));

    private async Task<Refusal?> VerifyAsync(string typed)
    {
        if (Code is not { } open)
            return new Refusal.NoCodeAsked();

        var refusal = await ThenReadAsync(Service.MendClearAsync(Owner, open.Id, typed, Leaving));
        if (refusal is null)
            Finish(_chosen!);
        return refusal;
    }

    private async Task ByPasskeyAsync(MethodView method, string credential)
    {
        var (answer, token, fault) = await browser.ProveAsync(await Service.AskForPasskeyAsync(Owner, Purpose.MendClear, Leaving), credential);
        if (answer is null)
            _fault = fault;
        else if ((_refusal = await ThenReadAsync(Service.MendClearByPasskeyAsync(Owner, method.Id, token, answer, Leaving))) is null)
            Finish(method);
    }

    private void Finish(MethodView method)
    {
        _done = EnrolWords.Mend_Done.With(method.Shown);
        Choose();
        StateHasChanged();
    }

    private async Task<Refusal?> ThenReadAsync(Task<Refusal?> command)
    {
        var refusal = await DoAsync(command);
        await ReadAsync();
        StateHasChanged();
        return refusal;
    }
}
