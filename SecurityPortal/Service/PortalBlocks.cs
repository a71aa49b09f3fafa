using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>The blocks of staff that stand for all accounts, the newest first; or why they are not shown.</summary>
public sealed record PortalBlocks(Refusal? Refusal, DateTimeOffset Now, ImmutableArray<PortalBlock> Blocks);

/// <param name="Id">By which it is lifted. What it stands for cannot be read from it.</param>
/// <param name="Shown">A network, or a mailbox or number masked (R-HELP-1).</param>
/// <param name="Until">Null where only staff lift it.</param>
/// <param name="Note">Why it was set, in the words of staff.</param>
public sealed record PortalBlock(string Id, BlockScope Scope, string Shown, BlockReason Reason, DateTimeOffset Since, DateTimeOffset? Until, string Note)
{
    private const int LettersOfId = 24;

    public static PortalBlock Of(Throttle row)
    {
        var to = ThrottleKey.DestinationOf(row.Key);
        var block = row.AsBlock(to is null ? BlockScope.Source : BlockScope.Destination)!;
        return new(IdOf(row), block.Scope, to?.Masked ?? block.Source, block.Reason, block.StartedAt, block.EndsAt, block.Note ?? "");
    }

    public static string IdOf(Throttle row) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(row.Key)))[..LettersOfId];
}
