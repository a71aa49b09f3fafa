using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// How many codes were sent, in windows that slide: whichever hour is looked at, no more than the limit lie in it, and
// each makes room again exactly when it is an hour old.
public sealed partial class Throttle
{
    /// <summary>
    /// So many instants are kept one by one. Beyond that those that lie close together are counted as if they had all
    /// happened with the last of them: a row stays small whatever its limit, and never lets more through for it.
    /// </summary>
    private const int MostInstants = 96;

    private const int GrainsOfWindow = 64;

    private static readonly TimeSpan s_fine = LimitPolicy.Hour / GrainsOfWindow;

    private static readonly TimeSpan s_coarse = LimitPolicy.Day / GrainsOfWindow;

    /// <summary>One key as the store counts codes under it; its block is read elsewhere.</summary>
    public static Throttle Counting(string key, ImmutableArray<Counted> sent) => new() { Key = key, Sent = sent };

    public int Used(TimeSpan within, DateTimeOffset now) =>
        (int)Math.Min(int.MaxValue, Sent.Where(sent => now < sent.At + within).Sum(sent => (long)sent.Count));

    /// <summary>When one more can be sent; null where that is now.</summary>
    public DateTimeOffset? FullUntil(int most, TimeSpan within, DateTimeOffset now)
    {
        var newer = 0L;
        for (var i = Sent.Length - 1; i >= 0; i--)
        {
            newer += Sent[i].Count;
            if (newer >= most)
                return Sent[i].At + within is var at && now < at ? at : null;
        }

        return null;
    }

    /// <summary>When one of those that count makes room again, and when all have; null where none counts.</summary>
    public (DateTimeOffset Next, DateTimeOffset All)? Refills(TimeSpan within, DateTimeOffset now) =>
        Sent.FirstOrDefault(sent => now < sent.At + within) is { } oldest ? (oldest.At + within, Sent[^1].At + within) : null;

    /// <param name="within">The longest window in which it is looked for.</param>
    public void Count(TimeSpan within, DateTimeOffset now)
    {
        // Another machine's clock may be ahead; what comes later never counts as earlier.
        var at = Sent is [.., var last] && last.At > now ? last.At : now;
        Sent = Sent.RemoveAll(sent => now >= sent.At + within).Add(new(at));
        if (Sent.Length > MostInstants)
            Sent = Merged(Sent, now);
        LastAt = at;
    }

    /// <summary>What was counted then does not count any more.</summary>
    public void Uncount(DateTimeOffset at)
    {
        if (Sent.FirstOrDefault(sent => sent.At >= at) is not { } found)
            return;

        var index = Sent.IndexOf(found);
        Sent = found.Count > 1 ? Sent.SetItem(index, found with { Count = found.Count - 1 }) : Sent.RemoveAt(index);
    }

    private static ImmutableArray<Counted> Merged(ImmutableArray<Counted> sent, DateTimeOffset now)
    {
        var merged = ImmutableArray.CreateBuilder<Counted>();
        foreach (var next in sent)
        {
            if (merged is [.., var last] && GrainOf(last.At, now) == GrainOf(next.At, now))
                merged[^1] = new(next.At, (int)Math.Min(int.MaxValue, (long)last.Count + next.Count));
            else
                merged.Add(next);
        }

        return merged.ToImmutable();
    }

    /// <summary>What is younger than an hour is told apart finely, because some limits count within an hour and some within a day.</summary>
    private static (TimeSpan Grain, long Number) GrainOf(DateTimeOffset at, DateTimeOffset now)
    {
        var grain = now - at < LimitPolicy.Hour ? s_fine : s_coarse;
        return (grain, at.UtcTicks / grain.Ticks);
    }
}
