using System.Net;
using System.Net.Sockets;

namespace SecurityPortal.Web;

/// <summary>Where a request comes from: its network, canonical, for counting; and its browser, by name, for people.</summary>
public sealed record VisitorSource(string Network, string Browser)
{
    public static VisitorSource Of(HttpContext context) => new(
        NetworkOf(context.Connection.RemoteIpAddress),
        BrowserWords.Of(context.Request.Headers.UserAgent.ToString()));

    /// <summary>One IPv4 address, or the /64 of an IPv6 one, because a household gets the whole of it.</summary>
    public static string NetworkOf(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        _ when IPAddress.IsLoopback(address) => address.ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"{First64(address)}/64",
        _ => address.ToString(),
    };

    private static IPAddress First64(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new(bytes);
    }
}
