using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What a case is about, nothing of it whole (R-HELP-1).</summary>
public sealed partial class CaseFacts
{
    [Parameter]
    [EditorRequired]
    public CaseView Case { get; set; } = null!;

    private string Holder => Case.AssignedTo switch
    {
        null => CaseWords.Held_By_Nobody,
        { IsReader: true } => CaseWords.Held_By_You,
        var holder => CaseWords.Held_By.With(holder.Name),
    };
}
