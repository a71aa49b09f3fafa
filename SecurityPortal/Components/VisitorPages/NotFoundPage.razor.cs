using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>Shown for an address that no page has, by a request (then it is a real 404) or inside a circuit.</summary>
public sealed partial class NotFoundPage
{
    [CascadingParameter]
    private HttpContext? Context { get; set; }

    // A circuit has no request; what it did not find is not in the log either.
    private string RequestId => Context?.TraceIdentifier ?? "–";

    protected override void OnInitialized()
    {
        if (Context is { Response.HasStarted: false })
            Context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}
