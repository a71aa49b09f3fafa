using System.Collections.Immutable;
using System.Net;

namespace SecurityPortal.Domain;

/// <summary>How many codes are sent (R-BLOCK-7).</summary>
/// <param name="MethodAnHour">To one method, and to one destination over all accounts.</param>
/// <param name="SourceAnHour">Asked for by one source and not answered.</param>
/// <param name="NetworkAnHour">The same of a source's network: its /24, or the /48 of an IPv6 one.</param>
/// <param name="RangeAnHour">To a range of numbers that no account has confirmed.</param>
/// <param name="AlertAt">Which part of the portal's own limits is told to those who run it.</param>
public sealed record LimitPolicy(
    int MethodAnHour,
    int MethodADay,
    int SourceAnHour,
    int NetworkAnHour,
    ImmutableArray<NetworkLimit> Networks,
    int RangeAnHour,
    int TextsToNewAnHour,
    int TextsToKnownAnHour,
    double AlertAt)
{
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static readonly TimeSpan Day = TimeSpan.FromHours(24);

    /// <summary>The own figure of the smallest named network that a source lies in; null where it lies in none.</summary>
    public int? OfNetwork(string source) => Networks.IsEmpty || ThrottleKey.AddressOf(source) is not { } address
        ? null
        : Networks.Where(network => network.Holds(address)).MaxBy(network => network.Length)?.AnHour;
}

/// <summary>A network that has its own figure, because many people share it.</summary>
/// <param name="Network">In CIDR notation.</param>
public sealed record NetworkLimit(string Network, int AnHour)
{
    private readonly IPNetwork _network = IPNetwork.TryParse(Network, out var read) ? read : default;

    public int Length => _network.PrefixLength;

    public bool Holds(IPAddress address) => address.AddressFamily == _network.BaseAddress.AddressFamily && _network.Contains(address);
}
