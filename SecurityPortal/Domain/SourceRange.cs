using System.Net;
using System.Net.Sockets;

namespace SecurityPortal.Domain;

/// <summary>
/// One source, or a whole network of them, as the texts under which sources are stored: those from
/// <paramref name="From"/> until before <paramref name="End"/>, and <paramref name="Also"/>, which is spelled otherwise.
/// </summary>
public sealed record SourceRange(string From, string? End, string Also)
{
    private const int BytesOf6 = 16;

    public bool IsOne => End is null;

    /// <summary>
    /// An address, or a network that ends between two groups of its address: /8, /16 and /24, or /32, /48 and /64. Null
    /// where it is none.
    /// </summary>
    public static SourceRange? Read(string typed)
    {
        var text = typed.Trim();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (text == ActivityEntry.Portal)
            return One(text);

        if (!IPAddress.TryParse(slash < 0 ? text : text[..slash], out var address))
            return null;

        var bits = 0;
        if (slash >= 0 && !int.TryParse(text.AsSpan(slash + 1), out bits))
            return null;

        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Of6(address, slash < 0 ? 64 : bits) : Of4(address, slash < 0 ? 32 : bits);
    }

    private static SourceRange? Of4(IPAddress address, int bits) => bits switch
    {
        32 => One($"{address}"),
        8 or 16 or 24 => Beginning(string.Concat(address.GetAddressBytes().Take(bits / 8).Select(part => $"{part}.")), ""),
        _ => null,
    };

    /// <summary>A source is a /64, so the smallest network is one source. The one whose other groups are all nought is spelled shorter.</summary>
    private static SourceRange? Of6(IPAddress address, int bits)
    {
        if (bits is not (32 or 48 or 64))
            return null;

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, bits / 8, BytesOf6 - (bits / 8));
        var shortest = $"{new IPAddress(bytes)}/64";
        if (bits == 64)
            return One(shortest);

        var groups = Enumerable.Range(0, bits / 16).Select(group => $"{(bytes[group * 2] << 8) | bytes[(group * 2) + 1]:x}:");
        return Beginning(string.Concat(groups), shortest);
    }

    private static SourceRange One(string source) => new(source, null, source);

    // A semicolon comes next after a colon, a slash after a dot.
    private static SourceRange Beginning(string part, string also) => new(part, part[..^1] + (char)(part[^1] + 1), also);
}
