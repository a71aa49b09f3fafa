using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>By what the health of a channel is judged, and how codes go to an area that is limited (R-DEL-9, R-RISK-3).</summary>
/// <param name="Window">How far back messages are looked at.</param>
/// <param name="Least">Fewer of them say nothing.</param>
/// <param name="LimitedBelow">The part of them that must have arrived.</param>
/// <param name="SlowFrom">The time that half of them took.</param>
/// <param name="SilentAfter">When a report that usually comes is not waited for any longer.</param>
/// <param name="LimitedFor">How long a measured limit stands without being measured again.</param>
/// <param name="Pace">How many codes a minute go to a limited area.</param>
/// <param name="Said">What the settings say of areas, whatever is measured.</param>
public sealed record HealthPolicy(
    TimeSpan Window,
    int Least,
    double LimitedBelow,
    double UnavailableBelow,
    TimeSpan SlowFrom,
    TimeSpan SilentAfter,
    TimeSpan LimitedFor,
    int Pace,
    ImmutableArray<SaidStatus> Said)
{
    /// <summary>Of one destination no more count: one dead phone is no country.</summary>
    public const int MostOfOne = 3;

    /// <summary>So long before its end a code is to leave at the latest.</summary>
    public static readonly TimeSpan Margin = TimeSpan.FromMinutes(2);

    /// <summary>How long an area is remembered as one that reports what became of messages.</summary>
    public static readonly TimeSpan ReportsFor = TimeSpan.FromDays(7);

    /// <summary>How long what was measured of an area is kept after it was last measured.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    public bool IsTooFewArriving(double rate) => rate < LimitedBelow;

    /// <summary>A limit ends early only where things are clearly better, or it would come and go by the minute.</summary>
    public bool IsClearlyWell(double rate, TimeSpan? median) => rate >= (1 + LimitedBelow) / 2 && !(median > SlowFrom / 2);
}

/// <param name="Until">Null when it stands until it is taken back.</param>
public sealed record SaidStatus(Channel Channel, string Area, ChannelStatus Status, DateTimeOffset? Until);
