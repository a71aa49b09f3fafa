using System.Collections.Immutable;

namespace SecurityPortal.Domain.Risk;

/// <summary>What makes a sign-in unusual. The names are published, as those of causes are (R-RISK-1).</summary>
public enum RiskSignal
{
    NewBrowser,
    NewNetwork,
    NewCountry,
    ImpossibleTravel,
    FailuresInARow,
    Velocity,
    ManyAccounts,
    AttackedRegion,
}

/// <summary>How unusual something is, from 0 to 100, and what made it so.</summary>
public sealed record RiskScore(int Score, ImmutableArray<RiskSignal> Signals)
{
    public static readonly RiskScore None = new(0, []);
}

/// <param name="Weights">What each signal adds; one that is missing adds nothing.</param>
/// <param name="Medium">From here on the whole contact is typed and the owner is told (R-RISK-2).</param>
/// <param name="High">From here on the account is blocked at that source.</param>
public sealed record RiskPolicy(ImmutableDictionary<RiskSignal, int> Weights, int Medium, int High);
