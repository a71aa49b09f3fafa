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

    /// <summary>What came from there was too unusual, right password or not (R-RISK-2).</summary>
    public void Shut(BlockPolicy blocks, DateTimeOffset now)
    {
        (WrongInARow, LastTryAt, BlockedSince) = (0, now, now);
        BlockedUntil = now + blocks.Ladder[0];
    }

    public void CountWrong(PasswordPolicy policy, BlockPolicy blocks, DateTimeOffset now)
    {
        WrongInARow = now < LastTryAt + Memory ? WrongInARow + 1 : 1;
        LastTryAt = now;
        if (WrongInARow < policy.WrongInARow)
            return;

        WrongInARow = 0;
        BlockedSince = now;
        BlockedUntil = now + blocks.Ladder[0];
    }
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
