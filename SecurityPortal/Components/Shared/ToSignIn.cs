using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>What a page is replaced by when its session has ended.</summary>
public sealed class ToSignIn(NavigationManager navigation) : ComponentBase
{
    protected override void OnInitialized() => navigation.GoToSignIn();
}
