using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What an account has, masked, and how each of it does.</summary>
public sealed partial class AccountMethods
{
    [Parameter]
    [EditorRequired]
    public StaffAccountView Account { get; set; } = null!;
}
