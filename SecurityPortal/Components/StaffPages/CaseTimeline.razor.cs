using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>What happened in a case, the oldest first, with what was written down.</summary>
public sealed partial class CaseTimeline
{
    [Parameter]
    [EditorRequired]
    public CaseView Case { get; set; } = null!;

    private static string? ByOf(CaseEntry entry) => entry.What == CaseHappening.Answered ? CaseWords.By_Applicant : entry.By;

    private static bool IsApproval(CaseEntry entry) => entry.What is CaseHappening.ApprovedByOne or CaseHappening.Approved;
}
