using System.Globalization;

namespace SecurityPortal.Components.StaffPages;

/// <summary>A time as a field for one has it: by the visitor's clock, to the minute.</summary>
internal static class LocalInstant
{
    private const string Local = "yyyy-MM-ddTHH:mm";

    public static string Write(DateTimeOffset? at, TimeZoneInfo zone) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, zone).ToString(Local, CultureInfo.InvariantCulture) : "";

    // A browser leaves out seconds that are nought. An hour that the clock leaps over is that before the leap.
    public static DateTimeOffset? Read(string typed, TimeZoneInfo zone) =>
        DateTime.TryParse(typed, CultureInfo.InvariantCulture, out var local) ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime() : null;
}
