using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SecurityPortal.Domain.Risk;

namespace SecurityPortal.Service;

/// <summary>What makes a sign-in unusual, and from when on that has consequences (R-RISK).</summary>
public sealed class RiskOptions
{
    [Required]
    [ValidateObjectMembers]
    public RiskWeightOptions Weights { get; set; } = new();

    [Range(1, 100)]
    public int Medium { get; set; }

    [Range(1, 100)]
    public int High { get; set; }

    public RiskPolicy ToPolicy() => new(Weights.ToWeights(), Medium, High);
}

/// <summary>What each signal adds to the score.</summary>
public sealed class RiskWeightOptions
{
    [Range(0, RiskScore.Most)]
    public int NewBrowser { get; set; }

    [Range(0, RiskScore.Most)]
    public int NewNetwork { get; set; }

    [Range(0, RiskScore.Most)]
    public int NewCountry { get; set; }

    [Range(0, RiskScore.Most)]
    public int ImpossibleTravel { get; set; }

    [Range(0, RiskScore.Most)]
    public int FailuresInARow { get; set; }

    [Range(0, RiskScore.Most)]
    public int Velocity { get; set; }

    [Range(0, RiskScore.Most)]
    public int ManyAccounts { get; set; }

    [Range(0, RiskScore.Most)]
    public int AttackedRegion { get; set; }

    public ImmutableDictionary<RiskSignal, int> ToWeights() => ImmutableDictionary.CreateRange<RiskSignal, int>(
    [
        new(RiskSignal.NewBrowser, NewBrowser),
        new(RiskSignal.NewNetwork, NewNetwork),
        new(RiskSignal.NewCountry, NewCountry),
        new(RiskSignal.ImpossibleTravel, ImpossibleTravel),
        new(RiskSignal.FailuresInARow, FailuresInARow),
        new(RiskSignal.Velocity, Velocity),
        new(RiskSignal.ManyAccounts, ManyAccounts),
        new(RiskSignal.AttackedRegion, AttackedRegion),
    ]);
}
