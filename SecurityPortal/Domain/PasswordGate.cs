namespace SecurityPortal.Domain;

/// <summary>
/// Wrong passwords in a row for one typed name from one source. It is the same for names that no account has
/// (R-SIGN-2), and it never blocks the account itself, only the source that guesses (R-BLOCK-6).
/// </summary>
public sealed class PasswordGate
{
    /// <summary>After a day without a try the next one counts as the first.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(24);

    public required string NameKey { get; init; }

    /// <summary>Where the tries come from; a browser that the account remembers counts for itself.</summary>
    public required string Source { get; init; }

    public int WrongInARow { get; private set; }

    public DateTimeOffset LastTryAt { get; private set; }

    public DateTimeOffset? BlockedSince { get; private set; }

    public DateTimeOffset? BlockedUntil { get; private set; }

    /// <summary>Which of the ladder's steps the block is, from 0 (R-BLOCK-2).</summary>
    public int Rung { get; private set; }

    public bool IsShut(DateTimeOffset now) => now < BlockedUntil;

    /// <summary>Wrong ones in a row that still count.</summary>
    public int InARow(DateTimeOffset now) => now < LastTryAt + Memory ? WrongInARow : 0;

    /// <summary>Also where what came from there was too unusual, right password or not (R-RISK-2).</summary>
    public void Shut(BlockPolicy blocks, DateTimeOffset now)
    {
        Rung = blocks.RungAfter(Rung, BlockedUntil, now);
        (WrongInARow, LastTryAt, BlockedSince, BlockedUntil) = (0, now, now, now + blocks.Ladder[Rung]);
    }

    /// <summary>A try while it is shut moves its end (R-BLOCK-3); any other counts.</summary>
    public void CountWrong(PasswordPolicy policy, BlockPolicy blocks, DateTimeOffset now)
    {
        if (IsShut(now))
        {
            TakeTry(now);
            return;
        }

        WrongInARow = now < LastTryAt + Memory ? WrongInARow + 1 : 1;
        LastTryAt = now;
        if (WrongInARow >= policy.WrongInARow)
            Shut(blocks, now);
    }

    /// <summary>Any password while it is shut; none is looked at.</summary>
    public void TakeTry(DateTimeOffset now) =>
        (BlockedUntil, LastTryAt) = (BlockPolicy.EndAfterTry(BlockedSince!.Value, BlockedUntil!.Value, now), now);

    /// <summary>The right password ends the row, and leaves in mind that there was a block.</summary>
    public void EndRow() => WrongInARow = 0;

    /// <summary>Nothing of it matters any more: neither a row nor a block that the next would follow.</summary>
    public bool IsForgotten(DateTimeOffset now) => WrongInARow == 0 && !(now < BlockedUntil + BlockPolicy.Memory);
}

/// <param name="MinLength">R-PASS-1; the longest is 128 characters.</param>
/// <param name="WrongOfSource">Over all accounts within an hour; more of them slow the source (R-BLOCK-7).</param>
/// <param name="SourceBlock">For how long at first; it doubles up to a day.</param>
public sealed record PasswordPolicy(int MinLength, int WrongInARow, int WrongOfSource, TimeSpan SourceBlock)
{
    public const int MaxLength = 128;

    // A shorter name stands in many a word by chance.
    private const int LeastTelling = 4;

    public PasswordFault? FaultOf(string password, string accountName) => password switch
    {
        _ when password.Length < MinLength => PasswordFault.TooShort,
        _ when password.Length > MaxLength => PasswordFault.TooLong,
        _ when accountName.Split('@')[0] is { Length: >= LeastTelling } name && password.Contains(name, StringComparison.OrdinalIgnoreCase) => PasswordFault.ContainsName,
        _ => null,
    };
}
