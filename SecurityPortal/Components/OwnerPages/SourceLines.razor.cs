using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>From where a browser came: its network, and its place where that is known.</summary>
public sealed partial class SourceLines
{
    [Parameter]
    [EditorRequired]
    public string Source { get; set; } = "";

    [Parameter]
    public Place? Place { get; set; }
}
