using System.Net;
using System.Net.WebSockets;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>A circuit's socket opens for the portal's own pages alone: no rule of browsers keeps others from trying.</summary>
public sealed class CircuitSocketTests(PortalServer portal) : IClassFixture<PortalServer>
{
    [Theory]
    [InlineData("http://localhost:{0}", true)]
    [InlineData("http://elsewhere.example", false)]
    [InlineData("http://localhost:1", false)]
    [InlineData("https://localhost:{0}", false)]
    [InlineData("http://localhost.elsewhere.example:{0}", false)]
    [InlineData("null", false)]
    public async Task A_socket_opens_for_the_own_origin_alone(string origin, bool isOpen)
    {
        using ClientWebSocket socket = new();
        var address = new Uri(portal.Url);
        socket.Options.SetRequestHeader("Origin", origin.Replace("{0}", $"{address.Port}", StringComparison.Ordinal));
        socket.Options.CollectHttpResponseDetails = true;

        var failure = await Record.ExceptionAsync(() => socket.ConnectAsync(new Uri($"ws://localhost:{address.Port}/_blazor"), TestContext.Current.CancellationToken));

        Assert.Equal(isOpen, failure is null);
        Assert.Equal(isOpen ? HttpStatusCode.SwitchingProtocols : HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }
}
