using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>It is done; where nothing is left, with the pass that is shown this once (R-HELP-3).</summary>
public sealed partial class ClearDone
{
    [Parameter]
    [EditorRequired]
    public ClearAnswer Done { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public AccountId Account { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }
}
