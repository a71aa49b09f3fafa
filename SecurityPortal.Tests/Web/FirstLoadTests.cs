using System.Net;
using AngleSharp.Html.Parser;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>The first page that anybody sees is small: no framework, no font, no picture but its icon.</summary>
public sealed class FirstLoadTests(PortalServer portal) : IClassFixture<PortalServer>
{
    private const int MostBytes = 90 * 1024;
    private const int MostRequests = 8;

    [Fact]
    public async Task The_sign_in_page_loads_in_few_requests_and_bytes()
    {
        using HttpClient browser = new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new(portal.Url) };
        browser.DefaultRequestHeaders.Add("Accept-Encoding", "gzip, br");
        var page = await browser.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        var document = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        string[] parts = [.. document.QuerySelectorAll("link[href]").Select(link => link.GetAttribute("href")!), .. document.QuerySelectorAll("script[src], img[src]").Select(part => part.GetAttribute("src")!)];

        var bytes = await SizeAsync(page);
        foreach (var part in parts)
            bytes += await SizeAsync(await browser.GetAsync(part, TestContext.Current.CancellationToken));

        Assert.InRange(parts.Length + 1, 3, MostRequests);
        Assert.InRange(bytes, 1, MostBytes);
    }

    [Fact]
    public async Task It_carries_no_framework_script_and_is_not_kept()
    {
        using var visitor = portal.Visitor();

        using var page = await visitor.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("no-store", page.Headers.CacheControl?.ToString());
        Assert.DoesNotContain("_framework", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Blazor", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    /// <summary>Else a circuit that is slow to come shows the page it was opened for under the address of the one that was asked for since.</summary>
    [Fact]
    public async Task A_link_is_the_browsers_own_until_there_is_a_circuit()
    {
        using var visitor = portal.Visitor();

        using var page = await visitor.GetAsync("/sign-in", TestContext.Current.CancellationToken);
        var document = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal("false", document.Body!.GetAttribute("data-enhance-nav"));
    }

    private static async Task<long> SizeAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var headers = answer.Headers.Concat(answer.Content.Headers).Sum(header => header.Key.Length + header.Value.Sum(value => value.Length) + 4);
        return headers + (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
    }
}
