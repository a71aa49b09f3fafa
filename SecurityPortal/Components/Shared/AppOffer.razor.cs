using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>An authenticator app in the place of a phone or an address.</summary>
public sealed partial class AppOffer
{
    [Parameter]
    [EditorRequired]
    public EventCallback OnChosen { get; set; }
}
