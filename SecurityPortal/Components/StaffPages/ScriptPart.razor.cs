using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.StaffPages;

/// <summary>One heading of a script with its sentences.</summary>
public sealed partial class ScriptPart
{
    [Parameter]
    [EditorRequired]
    public string Id { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public IEnumerable<string> Lines { get; set; } = [];

    /// <summary>One after the other.</summary>
    [Parameter]
    public bool IsInOrder { get; set; }
}
