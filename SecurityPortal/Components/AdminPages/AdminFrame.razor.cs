using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Service;

namespace SecurityPortal.Components.AdminPages;

/// <summary>What all pages of the administration have around them: title, way back, why nothing is shown, and the proof before a change.</summary>
public sealed partial class AdminFrame
{
    private StepUpGate? _gate;

    [Parameter]
    [EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string Lead { get; set; } = "";

    /// <summary>Why this session is not shown the page.</summary>
    [Parameter]
    public string? Why { get; set; }

    /// <summary>Null while the page is read.</summary>
    [Parameter]
    [EditorRequired]
    public SecurityOverview? Overview { get; set; }

    [Parameter]
    public EventCallback OnProved { get; set; }

    [Parameter]
    public bool IsHome { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    public Task<Refusal?> RunAsync(Func<Task<Refusal?>> change, StaffAct act) => _gate!.RunAsync(change, purpose: StaffRights.PurposeOf(act)!.Value);
}
