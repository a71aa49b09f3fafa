using System.Collections.Immutable;

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
}

/// <summary>A network that has its own figure, because many people share it.</summary>
/// <param name="Network">In CIDR notation.</param>
public sealed record NetworkLimit(string Network, int AnHour);
