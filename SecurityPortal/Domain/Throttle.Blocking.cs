namespace SecurityPortal.Domain;

// A block over all accounts: of a mailbox or a number, or of a source (R-BLOCK-1).
public sealed partial class Throttle
{
    public bool IsByStaff => Note is not null;

    public bool Stands(DateTimeOffset now) => BlockedSince is not null && !(BlockedUntil <= now);

    /// <param name="until">Null where only staff lift it.</param>
    /// <param name="note">Why staff have set it; null where the portal does.</param>
    public void Block(BlockReason reason, DateTimeOffset? until, string? note, DateTimeOffset now)
    {
        (Reason, Note) = (reason, note);
        (BlockedSince, BlockedUntil, LastAt) = (now, until, now);
    }

    /// <param name="why">In the words of staff; it stays with the row.</param>
    public void Lift(string why, DateTimeOffset now) => (BlockedUntil, Rung, Note, LastAt) = (now, 0, why, now);

    /// <summary>A try while it stands (R-BLOCK-3).</summary>
    public void TakeTry(DateTimeOffset now)
    {
        if (AsBlock(BlockScope.Source) is { } block)
            BlockedUntil = block.AfterTry(now).EndsAt;
    }

    /// <summary>As the blocks that an account keeps itself; null where there never was one.</summary>
    public Block? AsBlock(BlockScope scope) => BlockedSince is not { } since ? null : new()
    {
        Scope = scope,
        ContactKey = scope == BlockScope.Destination ? Key[(Key.IndexOf(':', StringComparison.Ordinal) + 1)..] : "",
        Source = scope == BlockScope.Source ? Key[(Key.IndexOf(':', StringComparison.Ordinal) + 1)..] : "",
        Reason = Reason ?? BlockReason.UnusualActivity,
        StartedAt = since,
        EndsAt = BlockedUntil,
        Rung = Rung,
        Note = Note,
    };
}
