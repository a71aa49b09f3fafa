using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>Step 1: what may help at once, and what the replacement does and when.</summary>
public sealed partial class ReplaceAbout
{
    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public EventCallback OnBegin { get; set; }
}
