using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.Shared;

/// <summary>The end of a way: what happened, under which number it is found in the log, and the three exits.</summary>
public sealed partial class DeadEnd
{
    [Parameter]
    [EditorRequired]
    public string Title { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string Text { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public string Reference { get; set; } = "";

    [Parameter]
    public string ReferenceName { get; set; } = SharedWords.Request_Id;

    /// <summary>Whether the portal failed, so that waiting may help.</summary>
    [Parameter]
    public bool IsOurs { get; set; } = true;
}
