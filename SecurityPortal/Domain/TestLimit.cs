namespace SecurityPortal.Domain;

/// <summary>How many test messages a method gets: they cost money and help nobody in numbers.</summary>
public static class TestLimit
{
    public const int AnHour = 5;

    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly TimeSpan s_between = TimeSpan.FromMinutes(1);

    /// <param name="sent">Those of the last hour, newest first.</param>
    public static DateTimeOffset? NextAt(IReadOnlyList<DateTimeOffset> sent) => sent.Count switch
    {
        0 => null,
        < AnHour => sent[0] + s_between,
        _ => sent[AnHour - 1] + Hour,
    };
}
