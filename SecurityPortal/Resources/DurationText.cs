namespace SecurityPortal.Resources;

/// <summary>A length of time in words, in the largest unit that says it whole: <c>30 days</c>, <c>90 minutes</c>.</summary>
public static class DurationText
{
    public static string Of(TimeSpan length) => length.TotalSeconds switch
    {
        var seconds when IsWhole(seconds, 86_400) => In(seconds / 86_400, FigureWords.Day, FigureWords.Days),
        var seconds when IsWhole(seconds, 3_600) => In(seconds / 3_600, FigureWords.Hour, FigureWords.Hours),
        var seconds when IsWhole(seconds, 60) => In(seconds / 60, FigureWords.Minute, FigureWords.Minutes),
        var seconds => In(Math.Round(seconds), FigureWords.Second, FigureWords.Seconds),
    };

    private static bool IsWhole(double seconds, double unit) => seconds >= unit && seconds % unit == 0;

    private static string In(double count, string one, string many) => count == 1 ? one : many.With(count);
}
