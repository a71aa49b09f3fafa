using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

public sealed class SecurityHeadersTests(PortalServer portal) : IClassFixture<PortalServer>
{
    [Theory]
    [InlineData("GET", "/message", 200)]
    [InlineData("GET", "/error", 404)]
    [InlineData("GET", "/not-found", 404)]
    [InlineData("GET", "/no/such/page", 404)]
    [InlineData("GET", "/portal.css", 200)]
    [InlineData("GET", "/portal.js", 200)]
    [InlineData("GET", "/_framework/blazor.web.js", 200)]
    [InlineData("GET", "/healthz", 200)]
    [InlineData("POST", "/language", 400)]
    [InlineData("DELETE", "/language", 405)]
    public async Task Stand_on_every_answer(string method, string path, int status)
    {
        using var visitor = portal.Visitor();

        using var answer = await visitor.SendAsync(new(new(method), path), TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        AssertSafe(answer);
    }

    [Fact]
    public async Task Stand_on_redirects_and_on_refusals()
    {
        using var visitor = portal.Visitor();
        var cancel = TestContext.Current.CancellationToken;
        var page = await visitor.GetStringAsync("/message", cancel);

        using var redirect = await visitor.PostAsync("/language", Forms.Of(("__RequestVerificationToken", Forms.TokenIn(page))), cancel);
        using HttpRequestMessage foreign = new(HttpMethod.Get, "/message") { Headers = { Host = "elsewhere.example" } };
        using var refused = await visitor.SendAsync(foreign, cancel);

        Assert.Equal(302, (int)redirect.StatusCode);
        AssertSafe(redirect);
        Assert.Equal(400, (int)refused.StatusCode);
        AssertSafe(refused);
    }

    [Fact]
    public async Task Keep_pages_out_of_every_cache_and_files_in_it()
    {
        using var visitor = portal.Visitor();
        var cancel = TestContext.Current.CancellationToken;

        using var page = await visitor.GetAsync("/message", cancel);
        using var file = await visitor.GetAsync("/portal.css", cancel);

        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        Assert.NotEqual("no-store", file.Headers.CacheControl?.ToString());
    }

    private static void AssertSafe(HttpResponseMessage answer)
    {
        var content = Header(answer, "Content-Security-Policy");
        Assert.Contains("default-src 'none'; script-src 'self';", content, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", content, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", content, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("DENY", Header(answer, "X-Frame-Options"));
        Assert.Equal("same-origin", Header(answer, "Referrer-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    private static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
