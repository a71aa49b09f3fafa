using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>What is shown instead of an empty answer: for a fault of ours, and for every request that was turned down.</summary>
public sealed partial class ErrorPage
{
    [Parameter]
    public int? Status { get; set; }

    [CascadingParameter]
    private HttpContext Context { get; set; } = null!;

    // Typed by hand it is a page that does not exist. After a fault the status is set already, and not part of the address.
    private int Shown => Context.IsAboutAProblem ? Status ?? StatusCodes.Status500InternalServerError : StatusCodes.Status404NotFound;

    private (string Title, string Text) Words => Shown switch
    {
        400 => (ProblemWords.Stale_Title, ProblemWords.Stale_Text),
        403 when OriginCheck.HasRefused(Context) => (ProblemWords.OtherSite_Title, ProblemWords.OtherSite_Text),
        403 => (ProblemWords.NotAllowed_Title, ProblemWords.NotAllowed_Text),
        404 => (ProblemWords.NotFound_Title, ProblemWords.NotFound_Text),
        413 => (ProblemWords.TooLarge_Title, ProblemWords.TooLarge_Text),
        >= 500 => (ProblemWords.Failure_Title, ProblemWords.Failure_Text),
        _ => (ProblemWords.Refused_Title, ProblemWords.Refused_Text),
    };

    protected override void OnInitialized()
    {
        if (Shown is >= 400 and < 600 && !Context.Response.HasStarted)
            Context.Response.StatusCode = Shown;
    }
}
