namespace SecurityPortal.Domain.Audit;

/// <summary>How the records of a log are not what was written.</summary>
public abstract record AuditBreak
{
    private AuditBreak()
    {
    }

    /// <summary>Something in it was changed: it does not have the hash that it says.</summary>
    public sealed record Altered(long Number) : AuditBreak;

    /// <summary>Those between are not there, or it was given another number.</summary>
    public sealed record Missing(long From, long To) : AuditBreak;

    /// <summary>It comes after one that is as late, or later.</summary>
    public sealed record OutOfOrder(long Number, long After) : AuditBreak;

    /// <summary>It was written after another record than the one that stands before it: that one, or this, took another's place.</summary>
    public sealed record ChainBroken(long Number) : AuditBreak;
}
