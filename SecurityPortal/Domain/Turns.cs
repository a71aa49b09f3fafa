namespace SecurityPortal.Domain;

/// <summary>Where codes go one after another, each at its own instant (R-RISK-3).</summary>
internal static class Turns
{
    /// <summary>The next turn, and from when on the one after it is; one that would come too late to be of use is left to others.</summary>
    public static (DateTimeOffset Turn, DateTimeOffset? Next) Take(DateTimeOffset? next, DateTimeOffset end, int aMinute, DateTimeOffset now)
    {
        var turn = next > now ? next.Value : now;
        return (turn, turn < end ? turn + (TimeSpan.FromMinutes(1) / aMinute) : next);
    }

    /// <summary>How long a code waits that is asked for now; null where it would hardly be noticed.</summary>
    public static TimeSpan? Told(TimeSpan wait) => wait >= TimeSpan.FromSeconds(30) ? wait : null;
}
