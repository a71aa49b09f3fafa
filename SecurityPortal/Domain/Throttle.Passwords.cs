using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace SecurityPortal.Domain;

// Wrong passwords of one source over all accounts: too many slow the source (R-BLOCK-7). They have a key of their own, so
// that a block on codes and this one never stand in each other's way.
public sealed partial class Throttle
{
    /// <summary>How long a wrong password, and the name it was for, counts.</summary>
    public static readonly TimeSpan WrongWithin = TimeSpan.FromHours(1);

    /// <summary>So many names are enough to tell that a source fails on many.</summary>
    public const int MostNames = 20;

    /// <summary>How long after its end a slow-down makes the next one longer.</summary>
    public static readonly TimeSpan SlowMemory = TimeSpan.FromHours(24);

    private static readonly TimeSpan s_longestSlow = TimeSpan.FromHours(24);
    private static readonly TimeSpan s_together = TimeSpan.FromMinutes(1);

    public bool IsShut(DateTimeOffset now) => now < BlockedUntil;

    /// <summary>How many names it has failed on lately.</summary>
    public int NamesAt(DateTimeOffset now) => Names.Count(name => now < name.At + WrongWithin);

    /// <summary>What is tried while the source is slowed counts for nothing: it is not judged, either.</summary>
    public void CountWrong(string nameKey, PasswordPolicy policy, DateTimeOffset now)
    {
        if (IsShut(now))
            return;

        Remember(nameKey, now);
        Wrong = Add([.. Wrong.Where(wrong => now < wrong.At + WrongWithin)], now);
        LastAt = now;
        if (Wrong.Sum(wrong => (long)wrong.Count) >= policy.WrongOfSource)
            Slow(policy, now);
    }

    /// <summary>The right password followed: somebody had only mistyped it.</summary>
    public void Forgive(string nameKey)
    {
        var hash = HashOf(nameKey);
        if (Names.Any(name => name.Hash == hash))
            Names = Names.RemoveAll(name => name.Hash == hash);
    }

    private void Remember(string nameKey, DateTimeOffset now)
    {
        var hash = HashOf(nameKey);
        Names = [new(hash, now), .. Names.Where(name => name.Hash != hash && now < name.At + WrongWithin).Take(MostNames - 1)];
    }

    private static ImmutableArray<Counted> Add(ImmutableArray<Counted> counted, DateTimeOffset now) =>
        counted is [.., var last] && now < last.At + s_together
            ? counted.SetItem(counted.Length - 1, last with { Count = last.Count + 1 })
            : counted.Add(new(now));

    private void Slow(PasswordPolicy policy, DateTimeOffset now)
    {
        Rung = now < BlockedUntil + SlowMemory ? Rung + 1 : 0;
        var doubled = policy.SourceBlock * Math.Pow(2, Math.Min(Rung, 16));
        (BlockedSince, BlockedUntil, Reason) = (now, now + (doubled < s_longestSlow ? doubled : s_longestSlow), BlockReason.TooManyRequests);
        Wrong = [];
    }

    private static string HashOf(string nameKey) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(nameKey)), 0, 9);
}
