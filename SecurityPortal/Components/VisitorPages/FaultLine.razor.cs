using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>What is wrong with a field, read out at once.</summary>
public sealed partial class FaultLine
{
    [Parameter]
    [EditorRequired]
    public string? Text { get; set; }
}
