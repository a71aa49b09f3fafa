using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

public static class SignInPath
{
    extension(NavigationManager navigation)
    {
        /// <summary>Leaves the circuit for the sign-in page, which only a request can show, and comes back here afterwards.</summary>
        /// <param name="ended">Why the session is over, where that is known.</param>
        public void GoToSignIn(string? ended = null) => navigation.NavigateTo(
            $"/sign-in?returnUrl={Uri.EscapeDataString("/" + navigation.ToBaseRelativePath(navigation.Uri))}{(ended is null ? "" : $"&ended={ended}")}",
            forceLoad: true);
    }
}
