using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>The latest tries to sign in, with their causes and signals.</summary>
public sealed partial class AccountSignIns
{
    [Parameter]
    [EditorRequired]
    public StaffAccountView Account { get; set; } = null!;
}
