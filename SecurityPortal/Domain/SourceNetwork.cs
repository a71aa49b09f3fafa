using System.Net;
using System.Net.Sockets;

namespace SecurityPortal.Domain;

/// <summary>The networks around a source, in CIDR notation. A source is an IPv4 address or the /64 of an IPv6 one.</summary>
public static class SourceNetwork
{
    /// <summary>What one household or office has.</summary>
    public static string Near(string source) => Around(source, 24, 48);

    /// <summary>What one provider has.</summary>
    public static string Wide(string source) => Around(source, 16, 32);

    public static bool IsNetwork(string network) => IPNetwork.TryParse(network, out _);

    public static bool Holds(string network, string source) =>
        IPNetwork.TryParse(network, out var known) && AddressOf(source) is { } address && known.Contains(address);

    /// <summary>A source that has no address, such as the portal itself, is a network of its own.</summary>
    private static string Around(string source, int bitsOf4, int bitsOf6)
    {
        if (AddressOf(source) is not { } address)
            return source;

        var bits = address.AddressFamily == AddressFamily.InterNetworkV6 ? bitsOf6 : bitsOf4;
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, bits / 8, bytes.Length - (bits / 8));
        return $"{new IPAddress(bytes)}/{bits}";
    }

    private static IPAddress? AddressOf(string source) =>
        IPAddress.TryParse(source.AsSpan(0, source.IndexOf('/') is >= 0 and var end ? end : source.Length), out var address) ? address : null;
}
