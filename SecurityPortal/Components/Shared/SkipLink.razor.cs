using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>The first stop of the keyboard: past the head of the page.</summary>
public sealed partial class SkipLink(NavigationManager navigation)
{
    // A page that runs in a circuit has a base address, from which a bare fragment would count.
    private string Target => (AssignedRenderMode is null ? "" : new Uri(navigation.Uri).PathAndQuery) + "#main";
}
