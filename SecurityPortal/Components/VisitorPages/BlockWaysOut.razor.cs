using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>What really helps with this block, and nothing that does not (R-BLOCK-5).</summary>
public sealed partial class BlockWaysOut
{
    [Parameter]
    [EditorRequired]
    public FoundBlock Found { get; set; } = null!;

    /// <summary>Methods that a code can be sent to now.</summary>
    [Parameter]
    [EditorRequired]
    public MethodView[] Others { get; set; } = [];

    /// <summary>No block of methods holds them up (R-BLOCK-6).</summary>
    [Parameter]
    public bool HasRecoveryCodes { get; set; }

    [Parameter]
    public bool IsFull { get; set; }

    private bool HasOther => Found.Method is not null && Others is not [];

    /// <summary>No method is left that could be used, and new info can still be entered.</summary>
    private bool IsLost => Found.Method is not null && !HasOther && Found.Block?.HelpsOther != false;
}
