using Microsoft.AspNetCore.Components;
using SecurityPortal.Web;

namespace SecurityPortal.Components;

/// <summary>The pages, and the zone in which each of them says when something is.</summary>
public sealed partial class Routes
{
    private TimeZoneInfo _zone = TimeZoneInfo.Utc;

    [Parameter]
    public string? ZoneId { get; set; }

    protected override void OnInitialized() => _zone = VisitorZone.Named(ZoneId);
}
