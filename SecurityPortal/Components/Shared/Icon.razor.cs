using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>One of the portal's own icons. Without a label it is decoration, and silent.</summary>
public sealed partial class Icon
{
    [Parameter]
    [EditorRequired]
    public IconName Name { get; set; }

    [Parameter]
    public string? Label { get; set; }

    [Parameter]
    public string? Class { get; set; }

    private string Classes => string.Join(' ', new[] { "icon", IconShapes.Turns(Name) ? "icon-turns" : null, Class }.OfType<string>());
}
