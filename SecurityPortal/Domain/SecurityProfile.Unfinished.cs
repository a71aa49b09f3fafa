using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// A right password that no code follows: somebody may know it (R-ACT-1).
public sealed partial class SecurityProfile
{
    public ImmutableArray<UnfinishedSignIn> Unfinished { get; private set; } = [];

    public DateTimeOffset? UnfinishedToldAt { get; private set; }

    /// <summary>When the first of them is to be told of.</summary>
    private DateTimeOffset? UnfinishedDueAt => UnfinishedToldAt is null ? null : null;

    private void BeginSignIn(Session limited, DateTimeOffset now)
    {
        _ = this;
        _ = limited;
        _ = now;
    }

    private void FinishSignIn(Session limited)
    {
        _ = this;
        _ = limited;
    }

    private void TellOfUnfinished(SecurityPolicy policy, DateTimeOffset now)
    {
        _ = this;
        _ = policy;
        _ = now;
    }
}
