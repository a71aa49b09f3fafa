using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Web;

/// <summary>The end of a pending replacement as a calendar file (R-PEND-3).</summary>
public static class PendingCalendar
{
    private const string FileName = "security-info.ics";

    public static void MapPendingCalendar(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/pending.ics", (HttpContext context) => context.Overview is { Pending: { } pending } overview
                ? Results.File(CalendarFile.Of(EntryOf(overview, pending), overview.Now), CalendarFile.ContentType, FileName)
                : Results.LocalRedirect("/pending"))
            .RequireAuthorization(Reach.LimitedPolicy);

    private static CalendarEntry EntryOf(SecurityOverview overview, PendingView pending) => new(
        $"{pending.Id}@security-info",
        pending.EndsAt,
        ReplacementWords.Calendar_Summary.With(overview.AccountName),
        ReplacementWords.Calendar_Text,
        RemindsBefore: TimeSpan.FromDays(1));
}
