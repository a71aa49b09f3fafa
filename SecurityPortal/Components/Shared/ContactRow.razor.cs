using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.Shared;

/// <summary>A method to be read, not pressed; what can be done with it stands at its end.</summary>
public sealed partial class ContactRow
{
    [Parameter]
    [EditorRequired]
    public MethodKind Kind { get; set; }

    [Parameter]
    [EditorRequired]
    public string Shown { get; set; } = "";

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string Words => Kind switch
    {
        MethodKind.Email => ReplacementWords.Method_Email,
        MethodKind.Phone => ReplacementWords.Method_Phone,
        MethodKind.AuthenticatorApp => MethodWords.AuthenticatorApp,
        MethodKind.Passkey => MethodWords.Passkey,
        MethodKind.RecoveryCodes => MethodWords.RecoveryCodes,
    };
}
