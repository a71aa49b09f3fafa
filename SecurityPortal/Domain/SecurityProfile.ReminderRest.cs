namespace SecurityPortal.Domain;

// The days of the reminder stand still while it rests, to the second, however late somebody comes by (R-REM-2).
public sealed partial class SecurityProfile
{
    /// <summary>Before time ends what it rests for: whatever began since the last look has begun at its own instant.</summary>
    private void RestReminder(SecurityPolicy policy)
    {
        if (Reminder is { CountsSince: { } since } counting && RestsReminder(policy))
            Reminder = counting with { Days = counting.Days + (RestsSince(since) - since), CountsSince = null };
    }

    /// <summary>What it rested for has ended at that instant.</summary>
    private void ResumeReminder(DateTimeOffset at)
    {
        if (Reminder is { Rests: true } resting && Restriction is null && Pending is null && Freeze is null)
            Reminder = resting with { CountsSince = at };
    }

    private void TendReminder(SecurityPolicy policy, DateTimeOffset now)
    {
        if (Reminder is { Rests: true } && !RestsReminder(policy))
            ResumeReminder(now);
        if (QuietCauses.Any(quiet => now >= quiet.Until))
            QuietCauses = QuietCauses.RemoveAll(quiet => now >= quiet.Until);
    }

    /// <summary>Where nobody knows when the last method went, no time is counted.</summary>
    private DateTimeOffset RestsSince(DateTimeOffset counted)
    {
        var began = Restriction?.StartedAt ?? Pending?.StartedAt ?? Freeze?.StartedAt ?? _methods.Max(method => Latest(method.SuspendedAt, method.DisabledAt));
        return began > counted ? began.Value : counted;
    }

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => other is null || one > other ? one : other;
}
