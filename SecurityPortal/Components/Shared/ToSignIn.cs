using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>A circuit whose session has ended leaves for the sign-in page, which only a request can show.</summary>
public sealed class ToSignIn(NavigationManager navigation) : ComponentBase
{
    protected override void OnInitialized() =>
        navigation.NavigateTo($"/sign-in?returnUrl={Uri.EscapeDataString("/" + navigation.ToBaseRelativePath(navigation.Uri))}", forceLoad: true);
}
