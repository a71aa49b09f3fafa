using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

public sealed class HostAndOriginTests(PortalServer portal) : IClassFixture<PortalServer>
{
    private int Port => new Uri(portal.Url).Port;

    [Theory]
    [InlineData("localhost:{0}", 200)]
    [InlineData("LOCALHOST:{0}", 200)]
    [InlineData("127.0.0.1:{0}", 200)]
    [InlineData("[::1]:{0}", 200)]
    [InlineData("localhost:1", 400)]
    [InlineData("localhost", 400)]
    [InlineData("elsewhere.example:{0}", 400)]
    [InlineData("localhost.elsewhere.example:{0}", 400)]
    public async Task The_portal_answers_to_its_own_names_only(string host, int status)
    {
        using var answer = await SendAsync(HttpMethod.Get, "/message", request => request.Headers.Host = With(host));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_foreign_host_gets_plain_words_and_no_page()
    {
        using var answer = await SendAsync(HttpMethod.Get, "/message", request => request.Headers.Host = "elsewhere.example");

        Assert.Equal("text/plain", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            $"This portal is not served at this address. Open {portal.Url} instead.",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    // 400 is the answer of the next check, which misses the form's token.
    [Theory]
    [InlineData("http://localhost:{0}", null, 400)]
    [InlineData(null, null, 400)]
    [InlineData(null, "same-origin", 400)]
    [InlineData(null, "none", 400)]
    [InlineData(null, "same-site", 403)]
    [InlineData(null, "cross-site", 403)]
    [InlineData("null", null, 403)]
    [InlineData("null", "same-origin", 403)]
    [InlineData("", null, 403)]
    [InlineData("https://localhost:{0}", null, 403)]
    [InlineData("http://localhost:1", null, 403)]
    [InlineData("http://127.0.0.1:{0}", null, 403)]
    [InlineData("http://elsewhere.example", "same-origin", 403)]
    [InlineData("nonsense", null, 403)]
    public async Task Only_its_own_pages_may_post(string? origin, string? site, int status)
    {
        using var answer = await SendAsync(HttpMethod.Post, "/language", request => Say(request, origin, site));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Theory]
    [InlineData("GET", "/_blazor", "http://elsewhere.example", true)]
    [InlineData("GET", "/_blazor", "null", true)]
    [InlineData("GET", "/_BLAZOR", "http://elsewhere.example", true)]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1", "http://elsewhere.example", true)]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1", "http://localhost:{0}", false)]
    public async Task Only_its_own_pages_may_open_a_circuit(string method, string path, string origin, bool refused)
    {
        using var answer = await SendAsync(new(method), path, request => Say(request, origin, site: null));

        Assert.Equal(refused, (int)answer.StatusCode == 403);
        Assert.Equal(!refused, answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_post_from_elsewhere_is_told_so_on_a_page()
    {
        using var answer = await SendAsync(HttpMethod.Post, "/language", request => Say(request, "http://elsewhere.example", site: null));

        Assert.Contains(
            "This did not come from our own pages",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, Action<HttpRequestMessage> prepare)
    {
        using var visitor = portal.Visitor();
        using HttpRequestMessage request = new(method, path);
        prepare(request);
        return await visitor.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private void Say(HttpRequestMessage request, string? origin, string? site)
    {
        if (origin is not null)
            request.Headers.TryAddWithoutValidation("Origin", With(origin));

        if (site is not null)
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
    }

    private string With(string address) => address.Replace("{0}", $"{Port}", StringComparison.Ordinal);
}
