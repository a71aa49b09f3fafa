using System.ComponentModel.DataAnnotations;
using System.Net;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>How many codes are sent (R-BLOCK-7).</summary>
public sealed class LimitOptions
{
    private const int Most = 1_000_000_000;

    [Range(1, Most)]
    public int MethodAnHour { get; set; }

    [Range(1, Most)]
    public int MethodADay { get; set; }

    [Range(1, Most)]
    public int SourceAnHour { get; set; }

    [Range(1, Most)]
    public int NetworkAnHour { get; set; }

    /// <summary>Networks that have their own figure, because many people share them.</summary>
    [Required]
    public NetworkLimitOptions[] Networks { get; set; } = [];

    [Range(1, Most)]
    public int RangeAnHour { get; set; }

    [Range(1, Most)]
    public int TextsToNewAnHour { get; set; }

    [Range(1, Most)]
    public int TextsToKnownAnHour { get; set; }

    [Range(0.01, 1)]
    public double AlertAt { get; set; }

    internal IEnumerable<string> Faults
    {
        get
        {
            if (MethodADay < MethodAnHour)
                yield return "Security:Limits:MethodADay must not be less than Security:Limits:MethodAnHour.";

            if (NetworkAnHour < SourceAnHour)
                yield return "Security:Limits:NetworkAnHour must not be less than Security:Limits:SourceAnHour.";

            if (!Networks.All(network => network is { AnHour: > 0 } && IPNetwork.TryParse(network.Network, out _)))
                yield return "Security:Limits:Networks must be networks such as 192.0.2.0/24 with a figure of at least 1.";
        }
    }

    public LimitPolicy ToPolicy() => new(
        MethodAnHour, MethodADay, SourceAnHour, NetworkAnHour, [.. Networks.Select(network => new NetworkLimit(network.Network, network.AnHour))],
        RangeAnHour, TextsToNewAnHour, TextsToKnownAnHour, AlertAt);
}

public sealed class NetworkLimitOptions
{
    public string Network { get; set; } = "";

    public int AnHour { get; set; }
}
