using System.Globalization;

namespace SecurityPortal.Resources;

/// <summary>
/// An instant in words, in the language of the thread: how far away it is (<c>in 29 days</c>) and exactly
/// (<c>Tuesday, 22 December 2026, 14:05</c>).
/// </summary>
public static class InstantWords
{
    /// <summary>Waits are counted in days, as the rules count them; what lies back gets rougher with distance.</summary>
    public static string Relative(DateTimeOffset instant, DateTimeOffset now) =>
        instant > now ? Ahead(instant - now) : Back(now - instant);

    public static string Exact(DateTimeOffset instant, TimeZoneInfo zone) => ExactIn(CultureInfo.CurrentUICulture, instant, zone);

    /// <summary>For a reader who is not the visitor of the thread.</summary>
    public static string ExactIn(CultureInfo language, DateTimeOffset instant, TimeZoneInfo zone)
    {
        var there = TimeZoneInfo.ConvertTime(instant, zone).ToString(In(nameof(FactWords.Exact_Format), language), language);
        // A zone that nobody told us is better named than guessed.
        return zone == TimeZoneInfo.Utc ? string.Format(language, In(nameof(FactWords.Exact_Utc), language), there) : there;
    }

    /// <summary>In numbers alone, for a text, in which every letter counts.</summary>
    public static string ShortIn(CultureInfo language, DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(In(nameof(FactWords.Text_Time), language), language);

    private static string In(string key, CultureInfo language) => FactWords.ResourceManager.GetString(key, language)!;

    private static string Ahead(TimeSpan distance) => Rounded(distance) switch
    {
        (0, _, _) => WhenWords.Now_Future,
        (1, _, _) => WhenWords.In_Minute,
        ( < 60, _, _) and var (minutes, _, _) => WhenWords.In_Minutes.With(minutes),
        (_, 1, _) => WhenWords.In_Hour,
        (_, < 48, _) and var (_, hours, _) => WhenWords.In_Hours.With(hours),
        (_, _, <= 100) and var (_, _, days) => WhenWords.In_Days.With(days),
        (_, _, < 730) and var (_, _, days) => WhenWords.In_Months.With(days / 30),
        var (_, _, days) => WhenWords.In_Years.With(days / 365),
    };

    private static string Back(TimeSpan distance) => Rounded(distance) switch
    {
        (0, _, _) => WhenWords.Now_Past,
        (1, _, _) => WhenWords.Ago_Minute,
        ( < 60, _, _) and var (minutes, _, _) => WhenWords.Ago_Minutes.With(minutes),
        (_, 1, _) => WhenWords.Ago_Hour,
        (_, < 24, _) and var (_, hours, _) => WhenWords.Ago_Hours.With(hours),
        (_, _, 1) => WhenWords.Ago_Day,
        (_, _, < 14) and var (_, _, days) => WhenWords.Ago_Days.With(days),
        (_, _, < 60) and var (_, _, days) => WhenWords.Ago_Weeks.With(days / 7),
        (_, _, < 730) and var (_, _, days) => WhenWords.Ago_Months.With(days / 30),
        var (_, _, days) => WhenWords.Ago_Years.With(days / 365),
    };

    private static (int Minutes, int Hours, int Days) Rounded(TimeSpan distance) =>
        (Nearest(distance.TotalMinutes), Nearest(distance.TotalHours), Nearest(distance.TotalDays));

    private static int Nearest(double amount) => (int)Math.Round(amount, MidpointRounding.AwayFromZero);
}
