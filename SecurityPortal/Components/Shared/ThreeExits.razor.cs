using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>What every dead end offers: another way, waiting until a time, and the help desk.</summary>
public sealed partial class ThreeExits
{
    [Parameter]
    public RenderFragment? AnotherWay { get; set; }

    [Parameter]
    public RenderFragment? Wait { get; set; }
}
