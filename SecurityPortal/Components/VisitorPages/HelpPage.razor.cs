using Microsoft.AspNetCore.Components;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>All help with codes, for everybody (R-DEL-3).</summary>
public sealed partial class HelpPage
{
    [CascadingParameter]
    public HttpContext Context { get; set; } = null!;

    private bool IsSignedIn => Context.Overview?.IsFull == true;
}
