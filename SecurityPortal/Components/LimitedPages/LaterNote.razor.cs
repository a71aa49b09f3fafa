using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>Said before anything is typed in vain: there were as many starts as there may be (R-PEND-8).</summary>
public sealed partial class LaterNote
{
    [Parameter]
    [EditorRequired]
    public DateTimeOffset Until { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }
}
