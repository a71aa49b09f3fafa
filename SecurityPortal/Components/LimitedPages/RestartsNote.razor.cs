using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>Said before a correction: the wait begins anew (R-PEND-8).</summary>
public sealed partial class RestartsNote
{
    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;
}
