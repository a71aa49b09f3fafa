using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace SecurityPortal.Components.Shared;

/// <summary>The first stop of the keyboard: past the head of the page.</summary>
public sealed partial class SkipLink(NavigationManager navigation) : IDisposable
{
    // A page that runs in a circuit has a base address, from which a bare fragment would count.
    private string Target => (AssignedRenderMode is null ? "" : new Uri(navigation.Uri).PathAndQuery) + "#main";

    public void Dispose() => navigation.LocationChanged -= Follow;

    // A step within a page changes the address, and draws nothing of what stands around the page.
    protected override void OnInitialized() => navigation.LocationChanged += Follow;

    private void Follow(object? sender, LocationChangedEventArgs to) => _ = InvokeAsync(StateHasChanged);
}
