using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>In the row of a method that a code can be asked for: that its codes are slow at present.</summary>
public sealed partial class MethodAreaNote
{
    [Parameter]
    [EditorRequired]
    public MethodView Method { get; set; } = null!;
}
