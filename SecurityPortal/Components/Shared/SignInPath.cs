using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

public static class SignInPath
{
    extension(NavigationManager navigation)
    {
        /// <summary>Leaves the circuit for the sign-in page, which only a request can show, and comes back here afterwards.</summary>
        public void GoToSignIn() =>
            navigation.NavigateTo($"/sign-in?returnUrl={Uri.EscapeDataString("/" + navigation.ToBaseRelativePath(navigation.Uri))}", forceLoad: true);
    }
}
