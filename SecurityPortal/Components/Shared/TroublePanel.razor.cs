using Microsoft.AspNetCore.Components;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary><em>Didn't get a code?</em>: what is known of it, what is left to look into, and who helps (R-DEL-3).</summary>
public sealed partial class TroublePanel
{
    /// <summary>What is known of the code; null where none is out.</summary>
    [Parameter]
    [EditorRequired]
    public CodeWay? Way { get; set; }

    [Parameter]
    [EditorRequired]
    public WaysOffered Offered { get; set; } = null!;

    /// <summary>By which way codes go here, as long as nothing is known of one.</summary>
    [Parameter]
    [EditorRequired]
    public Channel Channel { get; set; }

    [Parameter]
    public string? Id { get; set; }

    [Parameter]
    public bool IsOpen { get; set; }

    private IEnumerable<HelpTopic> Topics => Way is { } way ? CodeTroubles.ToLookInto(way, way.Now) : CodeTroubles.TopicsOf(Channel);
}
