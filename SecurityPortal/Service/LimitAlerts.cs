using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>
/// Tells those who run the portal that its own limits are nearly used up: somebody may be making it send what costs money.
/// Once an hour for each, and nothing of whom it was sent to.
/// </summary>
public sealed partial class LimitAlerts(ILogger<LimitAlerts> logger)
{
    private readonly Dictionary<string, DateTimeOffset> _saidAt = [];

    /// <summary>Called by the writer alone.</summary>
    public void Look(CodeLimit limit, Throttle counted, LimitPolicy policy, DateTimeOffset now)
    {
        if (limit.Key is not (ThrottleKey.TextsToNew or ThrottleKey.TextsToKnown)
            || counted.Used(limit.Within, now) < limit.Most * policy.AlertAt
            || (_saidAt.TryGetValue(limit.Key, out var said) && now < said + limit.Within))
            return;

        _saidAt[limit.Key] = now;
        if (limit.Key == ThrottleKey.TextsToNew)
            LogTextsToNew(counted.Used(limit.Within, now), limit.Most);
        else
            LogTextsToKnown(counted.Used(limit.Within, now), limit.Most);
    }

    [LoggerMessage(LogLevel.Warning, "{Count} texts and calls went to numbers that are not confirmed within an hour; at {Most} no more do (Security:Limits:TextsToNewAnHour).")]
    private partial void LogTextsToNew(int count, int most);

    [LoggerMessage(LogLevel.Warning, "{Count} texts and calls went to confirmed numbers within an hour; at {Most} no more do (Security:Limits:TextsToKnownAnHour).")]
    private partial void LogTextsToKnown(int count, int most);
}
