using Microsoft.AspNetCore.Components;
using SecurityPortal.Service;

namespace SecurityPortal.Components.StaffPages;

/// <summary>The log at a glance: results over time, causes, methods, countries.</summary>
public sealed partial class SignInCharts
{
    /// <summary>Null while they are being counted.</summary>
    [Parameter]
    [EditorRequired]
    public SignInCounts? Counts { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    [EditorRequired]
    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;
}
