using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>
/// What a passkey asks before it completes a sign-in while a replacement is pending: it belongs to the old info, and so
/// would cancel it (R-PEND-5).
/// </summary>
public sealed partial class CancelUpdatePage(TypedName names, SayOnce saying, NavigationManager navigation) : SessionPage(names, saying, navigation)
{
    public const string Path = "/sign-in/cancel-update";

    protected override void OnInitialized()
    {
        base.OnInitialized();

        // Too late, or come here by hand: nothing was proved that waits for a word.
        if (!Overview.AsksToCancel && !Overview.IsFull)
            GoTo(Wayfinding.Next(Overview, Wayfinding.WantedBy(Context)));
    }
}
