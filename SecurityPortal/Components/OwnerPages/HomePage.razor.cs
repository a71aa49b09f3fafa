using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>The portal's address alone leads to the security info.</summary>
public sealed partial class HomePage(NavigationManager navigation)
{
    protected override void OnInitialized() => navigation.NavigateTo(InfoPath.List, replace: true);
}
