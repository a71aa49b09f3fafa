using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>The latest messages, how far each has come, and why no further.</summary>
public sealed partial class AccountDeliveries
{
    [Parameter]
    [EditorRequired]
    public StaffAccountView Account { get; set; } = null!;
}
