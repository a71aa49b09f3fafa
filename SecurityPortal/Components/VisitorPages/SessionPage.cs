using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>A plain page between the right password and the second thing that is proved.</summary>
public abstract class SessionPage(TypedName names, SayOnce saying, NavigationManager navigation) : VisitorPage(navigation)
{
    /// <summary>As it was when the request came in.</summary>
    protected SecurityOverview Overview => Context.Overview!;

    protected Owner Owner => Context.Owner!;

    protected string AccountName => names.Of(Context, Overview.AccountName);

    protected Said? Said { get; private set; }

    protected override void OnInitialized()
    {
        // Shown again after all is done, by the back button say: there is nothing to do here any more.
        if (Overview.IsFull)
            GoTo(Wayfinding.Next(Overview, Wayfinding.WantedBy(Context)));
        else if (PostedForm is null)
            Said = saying.Hear(Context);
    }
}
