using System.Globalization;
using SecurityPortal.Resources;

namespace SecurityPortal.Components.Shared;

/// <summary>The time of the day, for what happened minutes ago: <c>14:02</c>.</summary>
public static class ShortTime
{
    public static string Of(DateTimeOffset instant, TimeZoneInfo zone) => Write(instant, zone, "HH:mm");

    public static string WithSeconds(DateTimeOffset instant, TimeZoneInfo zone) => Write(instant, zone, "HH:mm:ss");

    // A zone that nobody told us is better named than guessed.
    private static string Write(DateTimeOffset instant, TimeZoneInfo zone, string format) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString(format, CultureInfo.InvariantCulture) is var time && zone == TimeZoneInfo.Utc
            ? FactWords.Exact_Utc.With(time)
            : time;
}
