using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>What ends the wait before its time (R-PEND-3, R-PEND-5).</summary>
public sealed partial class PendingSooner
{
    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;
}
