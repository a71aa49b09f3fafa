using System.Globalization;
using Microsoft.AspNetCore.Components;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Components.LimitedPages;

/// <summary>When it ends, and how far it has come.</summary>
public sealed partial class PendingState
{
    [Parameter]
    [EditorRequired]
    public SecurityOverview Overview { get; set; } = null!;

    [CascadingParameter]
    public TimeZoneInfo VisitorZone { get; set; } = TimeZoneInfo.Utc;

    private PendingView Pending => Overview.Pending!;

    private int Share => (int)(1000 * (Overview.Now - Pending.StartedAt) / (Pending.EndsAt - Pending.StartedAt));

    private string Day => ReplacementWords.Pending_Day.With(Pending.DaysBy(Overview.Now), Pending.WaitInDays);

    private string Date => TimeZoneInfo.ConvertTime(Pending.EndsAt, VisitorZone).ToString("d MMM", CultureInfo.CurrentCulture);
}
