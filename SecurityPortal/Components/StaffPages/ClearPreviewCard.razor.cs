using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What goes, what stays, what ends and who is told, before it is done (R-HELP-2).</summary>
public sealed partial class ClearPreviewCard
{
    [Parameter]
    [EditorRequired]
    public ClearPreview Preview { get; set; } = null!;
}
