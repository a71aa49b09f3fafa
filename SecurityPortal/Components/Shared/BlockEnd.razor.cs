using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>A block's one true end; one that staff have set without an end says so.</summary>
public sealed partial class BlockEnd
{
    [Parameter]
    [EditorRequired]
    public BlockView Block { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }
}
