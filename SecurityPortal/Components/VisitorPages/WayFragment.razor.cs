using Microsoft.AspNetCore.Components;
using SecurityPortal.Components.Shared;
using SecurityPortal.Service;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>The parts of a code page that follow the message.</summary>
public sealed partial class WayFragment
{
    [Parameter]
    [EditorRequired]
    public CodeWay Way { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public WaysOffered Offered { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;
}
