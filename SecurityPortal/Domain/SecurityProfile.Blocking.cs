using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// stands ── a try ──▶ stands longer, a week at most ── its end ──▶ remembered for 30 days: the next lasts longer
//   └── lifted by staff ──▶ forgotten
public sealed partial class SecurityProfile
{
    /// <summary>So many that have ended are remembered, and so many stand at once at most: sources are without number.</summary>
    private const int MostEnded = 100;
    private const int MostStanding = 500;

    /// <summary>Those that stand, and of each scope the last that did (R-BLOCK-2).</summary>
    public ImmutableArray<Block> Blocks { get; private set; } = [];

    /// <summary>What holds back the whole account.</summary>
    public ImmutableArray<Block> AccountBlocks(Asker by, DateTimeOffset now) => BlocksOf("", by, now);

    public Block? BlockOf(SecurityMethod method, Asker by, DateTimeOffset now) => BlocksOf(method, by, now).FirstOrDefault();

    /// <summary>All that keeps a method's codes back here, what lasts longest first.</summary>
    public ImmutableArray<Block> BlocksOf(SecurityMethod method, Asker by, DateTimeOffset now) => BlocksOf(CountedAs(method), by, now);

    /// <summary>What keeps this very challenge from being answered or sent again here.</summary>
    public ImmutableArray<Block> BlocksOf(Challenge challenge, Asker by, DateTimeOffset now) => BlocksOf(challenge.ContactKey, by, now);

    /// <summary>The code that was refused because of a block, so that the history can tell of it; null where none stands.</summary>
    public HeldBackCode? HeldBack(Asker by, Purpose purpose, MethodId method, DateTimeOffset now) =>
        DestinationOf(by, purpose, method) is { } to && BlocksOf(to.CountedAs, by, now) is [var block, ..]
            ? new(method, to.To, to.Language, block)
            : null;

    /// <summary>
    /// Whether a try of theirs moves its end: at their own source always, elsewhere only where they have proved another
    /// method or are known for long, or a stranger could hold up the owner (R-BLOCK-3).
    /// </summary>
    public bool MayLengthen(Block block, Asker by, DateTimeOffset now) =>
        block.IsAtSource || Find(by.Session)?.FullAt is not null || RememberedOf(by.BrowserId, now) is not null;

    private ImmutableArray<Block> BlocksOf(string key, Asker by, DateTimeOffset now)
    {
        if (Blocks.IsEmpty)
            return [];

        var isTrusted = IsTrusted(by, now);
        return
        [
            .. Blocks.Where(block => block.Stands(now) && Holds(block, key, by.Source, isTrusted))
                .OrderByDescending(block => block.EndsAt ?? DateTimeOffset.MaxValue).ThenByDescending(block => block.Scope),
        ];
    }

    private bool Holds(Block block, string key, string source, bool isTrusted) => block.Scope switch
    {
        BlockScope.Account => true,
        BlockScope.AccountAtSource => block.Source == source && (block.IsByStaff || !isTrusted),
        BlockScope.MethodAtSource => block.ContactKey == key && block.Source == source && (block.IsByStaff || !isTrusted),

        // While it is being replaced each source has its own tries of the old info, or a thief could use up the owner's (R-PEND-5).
        BlockScope.Method => block.ContactKey == key && (block.IsByStaff || !(isTrusted || IsBeingReplaced(key))),
        _ => false,
    };

    private bool IsBeingReplaced(string key) => Pending is not null && _methods.Exists(method => method.IsConfirmed && CountedAs(method) == key);

    /// <summary>Asking for or entering a code is a try: it moves the ends that it may move, and is told the one true end (R-BLOCK-3).</summary>
    private Refusal.Blocked? WhyBlocked(string key, Asker by, DateTimeOffset now)
    {
        foreach (var block in BlocksOf(key, by, now).Where(block => MayLengthen(block, by, now)))
            Put(block.AfterTry(now), now);
        return Holding(key, by, now);
    }

    /// <summary>The same for what is no try.</summary>
    private Refusal.Blocked? Holding(string key, Asker by, DateTimeOffset now) =>
        BlocksOf(key, by, now) is [var longest, ..] ? longest.AsRefusal() : null;

    /// <summary>The next block of its scope: one step up the ladder (R-BLOCK-2). One that stands is enough.</summary>
    private void Begin(BlockScope scope, string key, string source, SecurityPolicy policy, DateTimeOffset now)
    {
        var last = Blocks.FirstOrDefault(block => block.IsOfSame(scope, key, source));
        if (last?.Stands(now) == true)
            return;

        var rung = policy.Blocks.RungAfter(last?.Rung ?? 0, last?.EndsAt, now);
        Put(
            new()
            {
                Scope = scope,
                ContactKey = key,
                Source = source,
                Reason = BlockReason.UnusualActivity,
                StartedAt = now,
                EndsAt = now + policy.Blocks.Ladder[rung],
                Rung = rung,
            },
            now);
    }

    /// <summary>In place of what blocked the same; whoever waits for its end waits for the new one.</summary>
    private void Put(Block block, DateTimeOffset now)
    {
        Blocks = Blocks.RemoveAll(other => other.IsOfSame(block.Scope, block.ContactKey, block.Source)).Add(block);
        MoveTellings(block);
        ForgetBlocksBeyond(MostEnded, block => !block.Stands(now));
        ForgetBlocksBeyond(MostStanding, block => block.Stands(now) && block is { IsByStaff: false, Source.Length: > 0 });
    }

    private void ForgetBlocksBeyond(int most, Func<Block, bool> which)
    {
        if (Blocks.Length > most && Blocks.Where(which).ToArray() is { Length: var count } counted && count > most)
            Blocks = Blocks.RemoveRange(counted.OrderBy(block => block.EndsAt ?? DateTimeOffset.MaxValue).Take(count - most));
    }

    private void ForgetBlocks(DateTimeOffset now)
    {
        if (Blocks.Any(block => now >= block.EndsAt + BlockPolicy.Memory))
            Blocks = Blocks.RemoveAll(block => now >= block.EndsAt + BlockPolicy.Memory);
    }
}
