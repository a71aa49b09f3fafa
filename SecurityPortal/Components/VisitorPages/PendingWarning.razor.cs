using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>Said before a code of old info is sent, and before it is entered: that is what cancels the replacement (R-PEND-5).</summary>
public sealed partial class PendingWarning
{
    [Parameter]
    [EditorRequired]
    public PendingView? Pending { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }
}
