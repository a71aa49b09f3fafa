using System.Collections.Immutable;
using System.Diagnostics;
using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Resources;

/// <summary>What made something unusual, in words: filed in <see cref="RiskWords"/> under the signal, for staff and for the user (R-RISK-1).</summary>
public static class RiskText
{
    public static string ForStaff(RiskSignal signal) => Words($"Staff_{signal}");

    /// <summary>Why the whole number or address is to be typed (R-CODE-8).</summary>
    public static string WhyWhole(ImmutableArray<RiskSignal> signals) => string.Join(' ', ForUser(signals).Append(RiskWords.Whole_So));

    /// <param name="delay">How long a code takes that is asked for now, where it is known to take long.</param>
    public static string OfAttack(bool isClosed, TimeSpan? delay) => (isClosed, delay) switch
    {
        (true, _) => RiskWords.Attack_Closed,
        (false, { } takes) => RiskWords.Attack_Delay.With(HealthText.About(takes)),
        (false, null) => RiskWords.Attack,
    };

    private static IEnumerable<string> ForUser(ImmutableArray<RiskSignal> signals)
    {
        RiskSignal[] both = [RiskSignal.NewBrowser, RiskSignal.NewNetwork];
        return both.All(signals.Contains)
            ? signals.Except(both).Select(Of).Prepend(RiskWords.User_NewBrowserAndNetwork)
            : signals.Select(Of);
    }

    private static string Of(RiskSignal signal) => Words($"User_{signal}");

    private static string Words(string key) =>
        RiskWords.ResourceManager.GetString(key, RiskWords.Culture) ?? throw new UnreachableException($"No words for {key}.");
}
