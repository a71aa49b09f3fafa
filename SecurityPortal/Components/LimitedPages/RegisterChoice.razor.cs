using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>
/// The strongest method that this device can do comes first, and alone: a passkey, else an app. Whoever wants another one,
/// or has those, chooses from all.
/// </summary>
public sealed partial class RegisterChoice
{
    private bool? _canMakePasskey;

    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    /// <summary>A different method was asked for.</summary>
    [Parameter]
    public bool IsOther { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnPasskey { get; set; }

    [Parameter]
    [EditorRequired]
    public EventCallback OnApp { get; set; }

    [Parameter]
    public EventCallback OnOther { get; set; }

    /// <summary>The form for a phone or an address.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private bool HasPasskey => Overview.Methods.Any(method => method.Kind == MethodKind.Passkey);

    private bool HasApp => Overview.Methods.Any(method => method.Kind == MethodKind.AuthenticatorApp);

    private bool NeedsNoPasskey => HasPasskey || _canMakePasskey == false;

    private bool IsAny => IsOther || (NeedsNoPasskey && HasApp);

    private bool OffersApp => IsAny || NeedsNoPasskey;

    private void Know(bool canMakePasskey) => _canMakePasskey = canMakePasskey;
}
