using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>A suspended method was found again: its own code brings it back, or a proof by an established one (R-METH-13).</summary>
public sealed partial class SecurityInfoBringBack(SecurityInfoService service, NavigationManager navigation, PasskeyBrowser browser)
    : SecurityInfoChange(service, navigation)
{
    private SecurityOverview _overview = null!;
    private SecurityOverview? _given;
    private ElementReference _title;
    private bool _wasSent;
    private string? _fault;

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_given, Overview))
            _overview = _given = Overview;
    }

    protected override Task OnAfterRenderAsync(bool firstRender) =>
        firstRender ? _title.FocusAsync().AsTask() : Task.CompletedTask;

    private bool IsApp => Method.Kind == MethodKind.AuthenticatorApp;

    private ChallengeView? Code => _overview.ChallengeFor(Purpose.BringBack, Method.Id);

    /// <summary>One that counts as established, whose proof brings this one back.</summary>
    private bool HasAnother =>
        Overview is { HasRecoveryCodes: true, RecoveryCodes.IsEstablished: true } || Overview.Reliable.Any(method => method.IsEstablished && method.Id != Method.Id);

    /// <summary>Not of what was reported lost: whoever holds it has its code (R-HELP-5).</summary>
    private bool TakesOwn => Method is { IsDisabled: false, LostAt: null };

    private string Text => (Method.IsDisabled, HasAnother) switch
    {
        _ when Method.LostAt is not null => HasAnother ? InfoWords.BringBack_Lost : InfoWords.BringBack_LostAlone,
        (true, true) => BlockWords.BringBack_Text,
        (true, false) => BlockWords.BringBack_None,
        _ => InfoWords.BringBack_Text,
    };

    private string? WhyNot => Why ?? _fault;

    private string FirstWords => Method.Kind switch
    {
        MethodKind.AuthenticatorApp => MethodWords.App_Again,
        MethodKind.Passkey => MethodWords.Passkey_Use,
        _ => InfoWords.BringBack_Code,
    };

    private async Task FirstAsync()
    {
        if (Method.Credential is { } credential)
        {
            await ByPasskeyAsync(credential);
            return;
        }

        Refusal = await SendAsync();
        _wasSent = Refusal is null;
    }

    private async Task<Refusal?> SendAsync() => await ReadAfterAsync(await DoAsync(Code is { } open && !IsApp
        ? Service.SendAgainAsync(Owner, open.Id, Leaving)
        : Service.AskForCodeAsync(Owner, Purpose.BringBack, Method.Id, Leaving)));

    private async Task<Refusal?> CallAsync() =>
        await ReadAfterAsync(await DoAsync(Service.CallWithCodeAsync(Owner, Purpose.BringBack, Method.Id, Leaving)));

    private async Task<Refusal?> VerifyAsync(string typed)
    {
        if (Code is not { } open)
            return new Refusal.NoCodeAsked();

        if (await DoAsync(Service.BringBackByCodeAsync(Owner, open.Id, typed, Leaving)) is { } refusal)
            return await ReadAfterAsync(refusal);

        await OnDone.InvokeAsync(InfoWords.BringBack_Done.With(Method.Shown));
        return null;
    }

    private async Task ByPasskeyAsync(string credential)
    {
        (Refusal, _fault) = (null, null);
        var (answer, token, fault) = await browser.ProveAsync(await Service.AskForPasskeyAsync(Owner, Purpose.BringBack, Leaving), credential);
        if (answer is null)
            _fault = fault;
        else if (await DoAsync(Service.BringBackByPasskeyAsync(Owner, Method.Id, token, answer, Leaving)) is { } refusal)
            Refusal = await ReadAfterAsync(refusal);
        else
            await OnDone.InvokeAsync(InfoWords.BringBack_Done.With(Method.Shown));
    }

    private Task ByAnotherAsync() => ChangeAsync(
        () => Service.BringBackMethodAsync(Owner, Method.Id, Leaving),
        InfoWords.BringBack_Done.With(Method.Shown),
        establishedOnly: true);

    private async Task<Refusal?> ReadAfterAsync(Refusal? answer)
    {
        _overview = await OverviewAsync() ?? _overview;
        StateHasChanged();
        return answer;
    }
}
