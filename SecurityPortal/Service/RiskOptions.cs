using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Service;

/// <summary>What makes a sign-in unusual, and from when on that has consequences (R-RISK).</summary>
public sealed class RiskOptions
{
    /// <summary>What each signal adds to the score.</summary>
    [Required]
    public Dictionary<RiskSignal, int> Weights { get; set; } = [];

    [Range(1, 100)]
    public int Medium { get; set; }

    [Range(1, 100)]
    public int High { get; set; }

    public RiskPolicy ToPolicy() => new(Weights.ToImmutableDictionary(), Medium, High);
}
