namespace SecurityPortal.Domain.Risk;

/// <summary>
/// What is known when a right password is given. Failures are those of the asker's own source or browser: what a stranger
/// does elsewhere never makes the owner look suspicious.
/// </summary>
public sealed record RiskScene
{
    public required DateTimeOffset Now { get; init; }

    public required Habits Habits { get; init; }

    /// <summary>Null where the browser holds no cookie.</summary>
    public string? BrowserId { get; init; }

    public required string Source { get; init; }

    public Place? Place { get; init; }

    /// <summary>Wrong passwords in a row, and wrong codes that still count.</summary>
    public int FailuresHere { get; init; }

    /// <summary>Right passwords of the last minutes.</summary>
    public int PasswordsHere { get; init; }

    /// <summary>On how many names that source has failed within the hour.</summary>
    public int AccountsFailed { get; init; }

    /// <summary>The network or country it comes from is under heavy attack.</summary>
    public bool IsAttacked { get; init; }
}
