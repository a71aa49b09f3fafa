using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>In the row of a method that no code can be asked for: why, and until when.</summary>
public sealed partial class BlockNote
{
    [Parameter]
    [EditorRequired]
    public MethodView Method { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }
}
