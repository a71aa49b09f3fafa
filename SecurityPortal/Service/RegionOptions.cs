using System.ComponentModel.DataAnnotations;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>When a country, a calling code or a network counts as under heavy attack, and how its codes go then (R-RISK-3).</summary>
public sealed class RegionOptions
{
    [Range(typeof(TimeSpan), "00:05:00", "01:00:00")]
    public TimeSpan Window { get; set; }

    [Range(10, 1_000_000)]
    public int Failures { get; set; }

    [Range(2, 100_000)]
    public int Accounts { get; set; }

    [Range(10, 100_000)]
    public int Numbers { get; set; }

    [Range(0.0, 0.5)]
    public double RightBelow { get; set; }

    [Range(typeof(TimeSpan), "00:05:00", "1.00:00:00")]
    public TimeSpan Lasts { get; set; }

    [Range(1, 10_000)]
    public int Pace { get; set; }

    public RegionPolicy ToPolicy() => new(Window, Failures, Accounts, Numbers, RightBelow, Lasts, Pace);
}
