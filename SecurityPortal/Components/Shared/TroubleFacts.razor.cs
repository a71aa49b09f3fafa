using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.Shared;

/// <summary>Why a code is not there, with what helps best of what the page offers, and how its genuine message is known (R-DEL-3).</summary>
public sealed partial class TroubleFacts
{
    [Parameter]
    [EditorRequired]
    public CodeWay Way { get; set; } = null!;

    [Parameter]
    [EditorRequired]
    public WaysOffered Offered { get; set; } = null!;

    [CascadingParameter]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;
}
