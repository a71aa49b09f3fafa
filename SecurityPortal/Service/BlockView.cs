using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>A block as whoever meets it is told of it: what, why, until when, and what really helps (R-BLOCK-5).</summary>
/// <param name="Scope">Of all that holds it back the widest; <paramref name="Until"/> is the end of what lasts longest.</param>
/// <param name="Until">Null where only staff lift it.</param>
/// <param name="IsLengthened">A try of theirs moves its end (R-BLOCK-3).</param>
/// <param name="HelpsElsewhere">Nothing holds it back from another network.</param>
/// <param name="HelpsOther">Nothing holds back another method.</param>
public sealed record BlockView(
    BlockScope Scope, BlockReason Reason, DateTimeOffset? Until, bool IsByStaff, bool IsLengthened, bool HelpsElsewhere, bool HelpsOther)
{
    private static readonly BlockScope[] s_byWidth =
    [
        BlockScope.MethodAtSource, BlockScope.Method, BlockScope.Destination, BlockScope.Region, BlockScope.AccountAtSource, BlockScope.Source, BlockScope.Account,
    ];

    /// <summary>A browser that the account remembers is not held up.</summary>
    public bool HelpsRememberedBrowser { get; init; }

    /// <summary>A code that is out already cannot be entered either.</summary>
    public bool HoldsEntering { get; init; }

    /// <param name="holding">All that stands in the way.</param>
    /// <param name="mayLengthen">Whether a try of whoever asks moves the end of one.</param>
    public static BlockView? Of(IEnumerable<Block> holding, Func<Block, bool> mayLengthen)
    {
        Block[] all = [.. holding];
        if (all is [])
            return null;

        var longest = all.MaxBy(block => block.EndsAt ?? DateTimeOffset.MaxValue)!;
        var widest = all.MaxBy(block => Array.IndexOf(s_byWidth, block.Scope))!;
        return new(
            widest.Scope,
            widest.Reason,
            longest.EndsAt,
            widest.IsByStaff,
            longest.CanLast && mayLengthen(longest),
            all.All(block => block.IsAtSource),
            all.All(block => block.IsOfMethod))
        {
            HoldsEntering = all.Any(block => block.Scope.HoldsEntering),
            HelpsRememberedBrowser = all.All(block => block is { IsByStaff: false, Scope: not BlockScope.Destination }),
        };
    }

    /// <summary>Of a name that too many wrong passwords were typed for.</summary>
    public static BlockView Of(PasswordGate gate) => new(
        BlockScope.AccountAtSource,
        BlockReason.UnusualActivity,
        gate.BlockedUntil,
        IsByStaff: false,
        gate.BlockedUntil < gate.BlockedSince + BlockPolicy.Longest,
        HelpsElsewhere: true,
        HelpsOther: false)
    {
        HelpsRememberedBrowser = true,
        HoldsEntering = true,
    };
}
