using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What people are to look into, or have.</summary>
public sealed partial class AccountCases
{
    [Parameter]
    [EditorRequired]
    public StaffAccountView Account { get; set; } = null!;
}
