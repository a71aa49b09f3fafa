using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>
/// Asks for the proof that a change of security info takes (R-METH-10): one of the owner's methods, then its code.
/// A code that is open already is entered, so a reload sends nothing.
/// </summary>
public sealed partial class StepUp(SecurityInfoService service, NavigationManager navigation, PasskeyBrowser browser) : PortalPage(service, navigation)
{
    private SecurityOverview _overview = null!;
    private SecurityOverview? _given;
    private MethodId? _method;
    private Refusal? _refusal;
    private ElementReference _lead;
    private bool _isChoosing;
    private bool _choosesAgain;
    private bool _wasAsked;
    private bool _isBusy;
    private string? _why;
    private bool _usesRecoveryCode;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public EventCallback OnProved { get; set; }

    /// <summary>Only a method that counts as established will do (R-METH-13).</summary>
    [Parameter]
    public bool EstablishedOnly { get; set; }

    /// <summary>Of staff a passkey or an app is wanted, for what they are about to do (R-HELP-7).</summary>
    [Parameter]
    public Purpose Purpose { get; set; } = Purpose.ChangeSecurityInfo;

    private bool IsOfStaff => Purpose != Purpose.ChangeSecurityInfo;

    private IEnumerable<MethodView> Offered =>
        _overview.Usable.Where(method => (method.IsEstablished || !EstablishedOnly) && (!IsOfStaff || MethodPolicy.IsStrong(method.Kind)));

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_given, Overview))
            return;

        _overview = _given = Overview;
        _method ??= Overview.Challenges.LastOrDefault(IsOffered)?.Method;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_choosesAgain)
            return;

        _choosesAgain = false;
        await _lead.FocusAsync();
    }

    private static string WordsOf(MethodView method) => method switch
    {
        { Kind: MethodKind.Email } => InfoWords.StepUp_Email,
        { Kind: MethodKind.AuthenticatorApp } => MethodWords.App_SignIn,
        { Kind: MethodKind.Passkey } => MethodWords.Passkey_Use,
        { TakesTexts: true } => InfoWords.StepUp_Text,
        _ => WayWords.StepUp_Call,
    };

    private string? Why => _refusal is null ? _why : RefusalText.Of(_refusal, _overview.Now, Zone);

    private bool IsOffered(ChallengeView open) =>
        open.Purpose == Purpose && Offered.Any(method => method.Id == open.Method && method.MayEnter);

    private bool IsApp(MethodId id) => _overview.Methods.Any(method => method.Id == id && method.Kind == MethodKind.AuthenticatorApp);

    private ChallengeView? Open(MethodId method) => _overview.ChallengeFor(Purpose, method);

    /// <summary>Neither can its code be entered nor another be asked for: only the others are left.</summary>
    private bool IsHeld(MethodId id) =>
        _overview.Methods.FirstOrDefault(method => method.Id == id) is { IsOpen: false } method && !(method.MayEnter && Open(id) is not null);

    private void Choose() => (_isChoosing, _choosesAgain, _usesRecoveryCode, _refusal, _why) = (true, true, false, null, null);

    private async Task AskAsync(MethodView method)
    {
        if (_isBusy)
            return;

        (_isBusy, _why) = (true, null);
        if (method.Credential is { } credential)
            await ProveAsync(credential);
        else if ((_refusal = await SendAsync(method.Id)) is null)
            (_method, _isChoosing, _wasAsked) = (method.Id, false, true);
        _isBusy = false;
    }

    /// <summary>A passkey is proved at once, in the browser's own window.</summary>
    private async Task ProveAsync(string credential)
    {
        _refusal = null;
        var (answer, token, fault) = await browser.ProveAsync(await Service.AskForPasskeyAsync(Owner, Purpose, Leaving), credential);
        if (answer is null)
            _why = fault;
        else if (await DoAsync(IsOfStaff ? Service.ProveAsStaffByPasskeyAsync(Owner, Purpose, token, answer, Leaving) : Service.ProveByPasskeyAsync(Owner, token, answer, Leaving)) is { } refusal)
            _refusal = await ReadAfterAsync(refusal);
        else
            await OnProved.InvokeAsync();
    }

    private async Task<Refusal?> UseRecoveryCodeAsync(string typed)
    {
        if (await DoAsync(Service.ProveByRecoveryCodeAsync(Owner, typed, Leaving)) is { } refusal)
            return await ReadAfterAsync(refusal);

        await OnProved.InvokeAsync();
        return null;
    }

    private async Task<Refusal?> SendAsync(MethodId method) =>
        await ReadAfterAsync(await DoAsync(Service.AskForCodeAsync(Owner, Purpose, method, Leaving)));

    private async Task<Refusal?> SendAgainAsync() => Open(_method!.Value) is { } open
        ? await ReadAfterAsync(await DoAsync(Service.SendAgainAsync(Owner, open.Id, Leaving)))
        : await SendAsync(_method.Value);

    private async Task<Refusal?> CallAsync() =>
        await ReadAfterAsync(await DoAsync(Service.CallWithCodeAsync(Owner, Purpose, _method!.Value, Leaving)));

    private async Task<Refusal?> VerifyAsync(string typed)
    {
        if (Open(_method!.Value) is not { } open)
            return new Refusal.NoCodeAsked();

        if (await DoAsync(IsOfStaff ? Service.ProveAsStaffAsync(Owner, Purpose, open.Id, typed, Leaving) : Service.ProveAsync(Owner, open.Id, typed, Leaving)) is { } refusal)
            return await ReadAfterAsync(refusal);

        await OnProved.InvokeAsync();
        return null;
    }

    /// <summary>Whatever was answered, tries and times are read anew; the child that asked draws only itself.</summary>
    private async Task<Refusal?> ReadAfterAsync(Refusal? answer)
    {
        _overview = await OverviewAsync() ?? _overview;
        if (_method is { } chosen && !_isChoosing && IsHeld(chosen))
        {
            Choose();
            (_method, _refusal) = (null, answer);
        }

        StateHasChanged();
        return answer;
    }
}
