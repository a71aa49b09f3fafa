using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>The one field for a code, with its end and, from three down, the tries that are left (R-CODE-9).</summary>
public sealed partial class CodeField
{
    public const string Name = "code";

    [Parameter]
    public string? Typed { get; set; }

    [Parameter]
    public string? Fault { get; set; }

    /// <summary>A wrong code has just been told, and that says how many tries are left.</summary>
    [Parameter]
    public bool TriesAreTold { get; set; }

    [Parameter]
    [EditorRequired]
    public ChallengeView? Sent { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }
}
