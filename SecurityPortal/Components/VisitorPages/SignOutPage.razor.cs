using Microsoft.AspNetCore.Components;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>For those who come by its address; the button on every signed-in page goes straight to <see cref="VisitorActions"/>.</summary>
public sealed partial class SignOutPage(NavigationManager navigation) : VisitorPage(navigation)
{
    public const string Path = "/sign-out";

    protected override void OnInitialized()
    {
        if (Context.Owner is null)
            GoTo(SignInPage.Path);
    }
}
