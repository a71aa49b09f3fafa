using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.Shared;

/// <summary>The line above a flow that says where one is.</summary>
public sealed partial class Steps
{
    [Parameter]
    [EditorRequired]
    public IReadOnlyList<string> Words { get; set; } = [];

    /// <summary>Counted from 0.</summary>
    [Parameter]
    [EditorRequired]
    public int Current { get; set; }

    private string Where => SharedWords.Steps_Label.With(Current + 1, Words.Count);
}
