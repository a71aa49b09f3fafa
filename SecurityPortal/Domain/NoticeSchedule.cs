using System.Collections.Immutable;

namespace SecurityPortal.Domain;

/// <summary>On which days after the start of a wait its parties are told of it again (R-PEND-4).</summary>
public sealed record NoticeSchedule(ImmutableArray<TimeSpan> After)
{
    public int CountBy(DateTimeOffset now, DateTimeOffset start) => After.Count(after => start + after <= now);

    public DateTimeOffset? Next(int sent, DateTimeOffset start) => sent < After.Length ? start + After[sent] : null;

    public bool Equals(NoticeSchedule? other) => other is not null && After.SequenceEqual(other.After);

    public override int GetHashCode() => After.Length;
}
