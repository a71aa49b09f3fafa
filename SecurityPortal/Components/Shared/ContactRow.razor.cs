using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;

namespace SecurityPortal.Components.Shared;

/// <summary>A method to be read, not pressed; what can be done with it stands at its end.</summary>
public sealed partial class ContactRow
{
    [Parameter]
    [EditorRequired]
    public MethodKind Kind { get; set; }

    [Parameter]
    [EditorRequired]
    public string Shown { get; set; } = "";

    [Parameter]
    public RenderFragment? ChildContent { get; set; }
}
