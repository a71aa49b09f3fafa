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
    public const int Most = 100;

    public static readonly RiskScore None = new(0, []);

    private static readonly ImmutableArray<IRiskSignal> s_signals =
    [
        new NewBrowserSignal(),
        new NewNetworkSignal(),
        new NewCountrySignal(),
        new ImpossibleTravelSignal(),
        new FailuresInARowSignal(),
        new VelocitySignal(),
        new ManyAccountsSignal(),
        new AttackedRegionSignal(),
    ];

    public static RiskScore Of(RiskScene scene, RiskPolicy policy) =>
        Of(s_signals.Where(signal => signal.Shows(scene)).Select(signal => signal.Name), policy);

    public static RiskScore Of(IEnumerable<RiskSignal> shown, RiskPolicy policy)
    {
        ImmutableArray<RiskSignal> signals = [.. shown.Distinct().Order()];
        return signals.IsEmpty ? None : new(Math.Min(Most, signals.Sum(signal => policy.Weights.GetValueOrDefault(signal))), signals);
    }

    /// <summary>From here on the whole contact is typed, no remembered browser stands for a code, and the owner is told (R-RISK-2).</summary>
    public bool IsMedium(RiskPolicy policy) => Score >= policy.Medium;

    /// <summary>From here on the account is blocked at that source.</summary>
    public bool IsHigh(RiskPolicy policy) => Score >= policy.High;

    /// <summary>What either shows.</summary>
    public RiskScore And(RiskScore other, RiskPolicy policy) =>
        other.Signals.All(Signals.Contains) ? this : Of(Signals.Concat(other.Signals), policy);
}

/// <param name="Weights">What each signal adds; one that is missing adds nothing.</param>
/// <param name="Medium">From here on the whole contact is typed and the owner is told (R-RISK-2).</param>
/// <param name="High">From here on the account is blocked at that source.</param>
public sealed record RiskPolicy(ImmutableDictionary<RiskSignal, int> Weights, int Medium, int High)
{
    /// <summary>No signal weighs anything: none needs to be looked for.</summary>
    public bool IsOff { get; } = Weights.Values.All(weight => weight == 0);
}
