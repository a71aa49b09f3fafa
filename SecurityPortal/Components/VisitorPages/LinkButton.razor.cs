using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>A form that is nothing but its button.</summary>
public sealed partial class LinkButton
{
    [Parameter]
    [EditorRequired]
    public string Action { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string Text { get; set; } = "";
}
