namespace SecurityPortal.Domain;

/// <summary>What a block, or a limit that is used up, holds back (R-BLOCK-1).</summary>
public enum BlockScope
{
    /// <summary>One method at one source.</summary>
    MethodAtSource,

    /// <summary>One method, wherever it is asked for from; remembered browsers pass.</summary>
    Method,

    /// <summary>One mailbox or number, whoever has codes sent there.</summary>
    Destination,

    Account,

    AccountAtSource,

    Source,

    Region,
}

public static class BlockScopes
{
    extension(BlockScope scope)
    {
        /// <summary>Codes that are out already cannot be entered either; the other scopes hold back only the sending.</summary>
        public bool HoldsEntering => scope is BlockScope.MethodAtSource or BlockScope.Method or BlockScope.Account or BlockScope.AccountAtSource;
    }
}

public enum BlockReason
{
    UnusualActivity,
    TooManyRequests,
    TermsOfService,
    Region,
    ReportedLost,
}
