using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>What was just done, above the page.</summary>
public sealed partial class SaidBanner
{
    [Parameter]
    [EditorRequired]
    public Said? Said { get; set; }
}
