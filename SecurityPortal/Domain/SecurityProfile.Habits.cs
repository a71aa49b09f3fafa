using System.Collections.Immutable;

namespace SecurityPortal.Domain;

// From where this account is signed in to, and what does not fit (R-RISK-1).
public sealed partial class SecurityProfile
{
    public Habits? Habits { get; private set; }

    public ImmutableArray<UnfinishedSignIn> Unfinished { get; private set; } = [];

    public DateTimeOffset? UnfinishedToldAt { get; private set; }
}
