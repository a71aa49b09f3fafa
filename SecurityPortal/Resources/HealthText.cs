using SecurityPortal.Domain;

namespace SecurityPortal.Resources;

/// <summary>How well messages arrive, in words; filed in <see cref="HealthWords"/> under what it is and by which channel.</summary>
public static class HealthText
{
    /// <param name="delay">How long one takes, where it is known to take long.</param>
    /// <param name="place">The calling code or the mail domain; null where the reader is shown neither.</param>
    public static string Of(Channel channel, ChannelStatus status, TimeSpan? delay, string? place)
    {
        var to = place ?? Words($"This_{channel}");
        return (status, delay) switch
        {
            (ChannelStatus.Available, _) => Words($"Fine_{channel}"),
            (ChannelStatus.Unavailable, _) => Words($"Unavailable_{channel}").With(to),
            (ChannelStatus.Limited, { } takes) => Words($"Slow_{channel}").With(to, About(takes)),
            (ChannelStatus.Limited, null) => Words($"Limited_{channel}").With(to),
        };
    }

    public static string Of(DeliveryCause? cause) =>
        cause is { } known ? Words($"Cause_{known}") : HealthWords.Cause_Unknown;

    public static string About(TimeSpan delay) =>
        Math.Max(1, (int)Math.Round(delay.TotalMinutes, MidpointRounding.AwayFromZero)) is > 1 and var minutes
            ? HealthWords.About_Minutes.With(minutes)
            : HealthWords.About_Minute;

    private static string Words(string key) =>
        HealthWords.ResourceManager.GetString(key, HealthWords.Culture) ?? throw new System.Diagnostics.UnreachableException($"No words for {key}.");
}
