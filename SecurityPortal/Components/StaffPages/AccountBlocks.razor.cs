using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What is blocked now, why, and until when.</summary>
public sealed partial class AccountBlocks
{
    [Parameter]
    [EditorRequired]
    public StaffAccountView Account { get; set; } = null!;
}
