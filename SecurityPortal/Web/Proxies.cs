using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using IPNetwork = System.Net.IPNetwork;

namespace SecurityPortal.Web;

/// <summary>Who else may say where a request came from: nobody, but for the proxies that are named.</summary>
public static class Proxies
{
    extension(IServiceCollection services)
    {
        public void AddKnownProxies() => services.AddOptions<ForwardedHeadersOptions>()
            .Configure<IOptions<PortalOptions>>((forwarded, portal) => Trust(forwarded, portal.Value.KnownProxies));
    }

    private static void Trust(ForwardedHeadersOptions forwarded, IReadOnlyList<string> known)
    {
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var proxy in known)
            forwarded.KnownIPNetworks.Add(Network(proxy));

        forwarded.ForwardLimit = null;
        forwarded.ForwardedHeaders = known is []
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
    }

    private static IPNetwork Network(string proxy) => IPAddress.TryParse(proxy, out var address)
        ? new(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.Parse(proxy);
}
