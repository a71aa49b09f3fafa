using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>One method: what it is and how it is doing; opened, what can be done about it.</summary>
public sealed partial class SecurityInfoCard(NavigationManager navigation)
{
    private ElementReference _button;
    private string? _changed;
    private bool _isLeft;

    [Parameter]
    [EditorRequired]
    public MethodView Method { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    [Parameter]
    public bool IsOpen { get; set; }

    [Parameter]
    public string? Change { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback<string> OnDone { get; set; }

    /// <summary>Something is known of the method that the overview does not tell yet.</summary>
    [Parameter]
    public EventCallback OnNews { get; set; }

    private string PanelId => $"method-{Method.Id}";

    private bool CanChange => Method.IsUsable && Overview is { Pending: null, RestrictedUntil: null };

    private string Title => (Method.Name, Method.Kind) switch
    {
        ({ Length: > 0 } name, _) => name,
        (_, MethodKind.Email) => InfoWords.Card_Email,
        (_, MethodKind.Phone) => InfoWords.Card_Phone,
        (_, MethodKind.AuthenticatorApp) => MethodWords.AuthenticatorApp,
        (_, MethodKind.Passkey) => MethodWords.Passkey,
        (_, MethodKind.RecoveryCodes) => MethodWords.RecoveryCodes,
    };

    private string Health => $"{Standing} · {Use}";

    private string? CameBack => Method.LastFailedAt is null ? null : HealthWords.Card_CameBack.With(HealthText.Of(Method.LastFailure));

    private string? Delivered => Method.LastDeliveredAt is { } at
        ? HealthWords.Card_Delivered.With(InstantWords.Relative(at, Overview.Now))
        : null;

    private string Standing => Method is { IsEstablished: false, EstablishedAt: { } from }
        ? InfoWords.Card_EstablishedIn.With(InstantWords.Relative(from, Overview.Now))
        : InfoWords.Card_Established;

    private string Use => Method.LastUsedAt is { } used
        ? InfoWords.Card_UsedAgo.With(InstantWords.Relative(used, Overview.Now))
        : InfoWords.Card_NotUsed;

    protected override void OnParametersSet()
    {
        _isLeft |= IsOpen && Change is null && _changed is not null;
        _changed = Change;
    }

    /// <summary>What was pressed has gone with its form; the keyboard goes on from the card.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!_isLeft)
            return;

        _isLeft = false;
        await _button.FocusAsync();
    }

    private async Task DoneAsync(string what)
    {
        await OnDone.InvokeAsync(what);
        _isLeft = true;
    }

    private void Toggle() => navigation.NavigateTo(IsOpen ? InfoPath.List : InfoPath.Card(Method.Id), replace: true);
}
