using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>One row for each method that a code can be sent to, the default first. Pressing a row is what sends the code.</summary>
public sealed partial class VerifyPage(TypedName names, SayOnce saying, NavigationManager navigation) : SessionPage(names, saying, navigation)
{
    public const string Path = "/sign-in/verify";

    private MethodView[] Rows => [.. Overview.Usable];

    private MethodView? Blocked => Rows.FirstOrDefault(row => row.BlockedUntil is not null);
}
