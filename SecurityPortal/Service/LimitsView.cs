using System.Collections.Immutable;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>Every limit of an account and of the network it is looked at from (R-BLOCK-8).</summary>
/// <param name="Here">What comes from this network, for this account or for all.</param>
/// <param name="Account">What is the account's, wherever from.</param>
public sealed record LimitsView(DateTimeOffset Now, ImmutableArray<MethodLimits> Methods, ImmutableArray<LimitView> Here, ImmutableArray<LimitView> Account);

public sealed record MethodLimits(MethodId Method, MethodKind Kind, string Shown, ImmutableArray<LimitView> Limits);

public enum LimitKind
{
    CodesAnHour,
    CodesADay,
    Tests,

    /// <summary>Codes that were asked for from this source and not entered.</summary>
    CodesFromHere,

    /// <summary>The same of all sources that lie beside it.</summary>
    CodesFromNearby,
    NewContacts,
    WrongPasswords,
    WrongContacts,
    ReplacementStarts,
}

/// <summary>One limit, and what is left of it.</summary>
/// <param name="NextAt">When something of what is used is free again; null where nothing is used.</param>
/// <param name="AllAt">When all of it is, if nothing more is used.</param>
public sealed record LimitView(LimitKind Kind, int Most, int Used, DateTimeOffset? NextAt, DateTimeOffset? AllAt)
{
    public int Left => Most - Used;

    public static LimitView Of(LimitKind kind, CodeLimit limit, Throttle counted, DateTimeOffset now) => new(
        kind,
        limit.Most,
        Math.Min(limit.Most, counted.Used(limit.Within, now)),
        counted.FullUntil(limit.Most, limit.Within, now) ?? counted.Refills(limit.Within, now)?.Next,
        counted.Refills(limit.Within, now)?.All);

    /// <param name="used">When; the oldest first.</param>
    public static LimitView Of(LimitKind kind, int most, TimeSpan within, IEnumerable<DateTimeOffset> used, DateTimeOffset now)
    {
        DateTimeOffset[] ends = [.. used.Select(at => at + within).Where(end => now < end).Order().TakeLast(most)];
        return new(kind, most, ends.Length, ends.Length == 0 ? null : ends[0], ends.Length == 0 ? null : ends[^1]);
    }
}
