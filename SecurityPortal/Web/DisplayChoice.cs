namespace SecurityPortal.Web;

/// <summary>How a visitor sees things, kept in cookies by portal.js: the time zone, and light or dark if they chose.</summary>
public sealed record DisplayChoice(string? ZoneId, string? Theme)
{
    public static DisplayChoice Of(HttpContext context) => new(
        VisitorZone.IdFrom(context.Request.Cookies["tz"]),
        context.Request.Cookies["theme"] is "light" or "dark" ? context.Request.Cookies["theme"] : null);
}
