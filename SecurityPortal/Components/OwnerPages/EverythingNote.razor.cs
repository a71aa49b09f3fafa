using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.OwnerPages;

/// <summary>That something changes all security info at once, until when that restricts, and from when on it would not (R-RESTRICT-1).</summary>
public sealed partial class EverythingNote
{
    [Parameter]
    [EditorRequired]
    public DateTimeOffset Until { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    /// <summary>What is to go.</summary>
    [Parameter]
    [EditorRequired]
    public string Shown { get; set; } = "";

    /// <summary>From when on the first of those counts as established, nothing would be closed.</summary>
    [Parameter]
    [EditorRequired]
    public IEnumerable<MethodView> Remaining { get; set; } = [];
}
