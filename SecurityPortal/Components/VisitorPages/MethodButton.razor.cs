using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>One method as a submit button that holds its icon and its mask; greyed, with the end, while it is blocked.</summary>
public sealed partial class MethodButton
{
    [Parameter]
    [EditorRequired]
    public MethodView Method { get; set; } = null!;

    /// <summary>A code that is out for it already: pressing the row leads to it and sends nothing.</summary>
    [Parameter]
    public ChallengeView? Open { get; set; }

    /// <summary>The message with that code will not arrive.</summary>
    [Parameter]
    public bool HasStopped { get; set; }

    /// <summary>Enough codes were sent: the next one can be sent then (R-BLOCK-7).</summary>
    [Parameter]
    public DateTimeOffset? FullUntil { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    private (IconName Icon, string Words) Kind => Method switch
    {
        { Kind: MethodKind.Email } => (IconName.Email, SignInWords.Method_Email),
        { Kind: MethodKind.AuthenticatorApp } => (IconName.Shield, MethodWords.App_SignIn),
        { Kind: MethodKind.Passkey } => (IconName.Key, MethodWords.Passkey_Use),
        { TakesTexts: true } => (IconName.Text, SignInWords.Method_Text),
        _ => (IconName.Phone, WayWords.Method_Call),
    };
}
