using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// Perhaps it is not the visitor's account at all: the typed name once more, large, and what people mistype. Never a name
/// that another account really has (R-SIGN-7).
/// </summary>
public sealed partial class UnrecognisedPage(TypedName names, SayOnce saying, NavigationManager navigation) : SessionPage(names, saying, navigation)
{
    public const string Path = "/sign-in/unrecognised";
}
