using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>What was entered, and the way to correct it.</summary>
public sealed partial class PendingNewInfo
{
    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;
}
