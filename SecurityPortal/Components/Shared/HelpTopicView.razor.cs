using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>One thing to look into, with its steps on each phone or in each mail program (R-DEL-3).</summary>
public sealed partial class HelpTopicView
{
    [Parameter]
    [EditorRequired]
    public HelpTopic Topic { get; set; }

    /// <summary>The contact that a code was sent to, masked where it has to be.</summary>
    [Parameter]
    public string? Shown { get; set; }

    /// <summary>Where links may lead to it, once on a page: it stands open, so that whoever follows one reads it.</summary>
    [Parameter]
    public string? Anchor { get; set; }
}
