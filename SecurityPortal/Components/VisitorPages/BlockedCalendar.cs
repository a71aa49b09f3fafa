using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Web;

namespace SecurityPortal.Components.VisitorPages;

/// <summary>The end of a block as a calendar file (R-BLOCK-5), for names that no account has as well.</summary>
internal static class BlockedCalendar
{
    public const string Path = "/sign-in/blocked.ics";

    private const string FileName = "sign-in.ics";

    public static async Task<IResult> FileAsync(HttpContext context, SecurityInfoService service, TypedName names, TimeProvider clock, [FromQuery] string? method) =>
        await FoundBlock.ForAsync(context, method, service, names) is { Name: { } name, Block.Until: { } until } block
            ? Results.File(CalendarFile.Of(EntryOf(block, name, until), clock.GetUtcNow()), CalendarFile.ContentType, FileName)
            : Results.LocalRedirect(Wayfinding.To(BlockedPage.Path, Wayfinding.WantedBy(context)));

    // A reminder a day before would come when there is nothing to be done yet.
    private static CalendarEntry EntryOf(FoundBlock block, string name, DateTimeOffset until) => new(
        string.Create(CultureInfo.InvariantCulture, $"block-{block.Method?.Id.ToString() ?? "name"}-{until.ToUnixTimeSeconds()}@security-info"),
        until,
        SignInWords.Blocked_CalendarEvent,
        SignInWords.Blocked_CalendarText.With(name),
        RemindsBefore: TimeSpan.Zero);
}
