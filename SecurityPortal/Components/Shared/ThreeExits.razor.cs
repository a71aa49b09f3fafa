using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>What every dead end offers: another way, waiting until a time, and the help desk.</summary>
public sealed partial class ThreeExits
{
    /// <summary>The place at the foot of each page where the help desk is named.</summary>
    public const string HelpDesk = "help-desk";

    [Parameter]
    public RenderFragment? AnotherWay { get; set; }

    [Parameter]
    public RenderFragment? Wait { get; set; }
}
