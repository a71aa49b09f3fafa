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

    /// <summary>What was said of the field at fault; taken from the page, and said there.</summary>
    protected Said? TakeSaidOf(string field)
    {
        var said = Said?.Field == field ? Said : null;
        if (said is not null)
            Said = null;
        return said;
    }

    protected override void OnInitialized()
    {
        // A form finds its handler only on a page that is shown in full; leaving is then for the handler.
        if (PostedForm is null && !LeavesWhenDone())
            Said = saying.Hear(Context);
    }

    /// <summary>Come back to when all is done, by the back button say, the page has nothing to do any more.</summary>
    protected bool LeavesWhenDone()
    {
        if (Overview.IsFull)
            GoTo(Wayfinding.Next(Overview, Wayfinding.WantedBy(Context)));
        return Overview.IsFull;
    }
}
