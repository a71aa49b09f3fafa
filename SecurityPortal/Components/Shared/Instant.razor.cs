using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace SecurityPortal.Components.Shared;

/// <summary>An instant said twice: in words (<c>in 29 days</c>) and exactly, in the visitor's zone and language.</summary>
public sealed partial class Instant
{
    [Parameter]
    [EditorRequired]
    public DateTimeOffset At { get; set; }

    [Parameter]
    [EditorRequired]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    public InstantShow Show { get; set; }

    [CascadingParameter]
    public TimeZoneInfo VisitorZone { get; set; } = TimeZoneInfo.Utc;

    private string Machine => At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
