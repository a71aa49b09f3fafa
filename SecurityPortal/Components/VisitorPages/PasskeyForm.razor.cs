using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// Takes a passkey's answer to the server. The script shows it, asks what is to be signed, and sends it; its buttons, in it
/// or elsewhere on the page, carry <c>data-passkey</c> with the passkey that is meant.
/// </summary>
public sealed partial class PasskeyForm
{
    /// <summary>Where the answer goes.</summary>
    [Parameter]
    [EditorRequired]
    public string Action { get; set; } = null!;

    /// <summary>Where the browser learns what to sign.</summary>
    [Parameter]
    [EditorRequired]
    public string Ask { get; set; } = null!;

    /// <summary>The field for the name offers passkeys too.</summary>
    [Parameter]
    public bool Autofill { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
