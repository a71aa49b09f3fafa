using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>In Production, where a proxy ends TLS.</summary>
public sealed class BehindProxyTests
{
    [Fact]
    public async Task A_known_proxy_is_believed_and_cookies_are_bound_to_the_host()
    {
        using var portal = Production("127.0.0.1", "::1");

        using var answer = await VisitAsync(portal);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("; secure", cookie, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Anybody_else_is_not_and_is_shown_the_way_to_the_address()
    {
        using var portal = Production("10.0.0.1");

        using var answer = await VisitAsync(portal);

        Assert.Equal(307, (int)answer.StatusCode);
        Assert.Equal("https://portal.example/message?a=b", answer.Headers.Location?.AbsoluteUri);
    }

    private static PortalServer Production(params string[] proxies)
    {
        PortalServer portal = new() { Environment = "Production", Settings = { ["Portal:BaseAddress"] = "https://portal.example" } };
        for (var i = 0; i < proxies.Length; i++)
            portal.Settings[$"Portal:KnownProxies:{i}"] = proxies[i];

        return portal;
    }

    private static async Task<HttpResponseMessage> VisitAsync(PortalServer portal)
    {
        using var visitor = portal.Visitor();
        using HttpRequestMessage request = new(HttpMethod.Get, "/message?a=b") { Headers = { Host = "portal.example" } };
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");
        return await visitor.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
