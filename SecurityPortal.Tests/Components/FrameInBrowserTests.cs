using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Components;

/// <summary>The frame of every plain page, in a real browser.</summary>
public sealed class FrameInBrowserTests(PortalServer portal, Browser browser) : IClassFixture<PortalServer>
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 320)]
    public Task Is_accessible_and_never_wider_than_the_screen(ColorScheme scheme, int width) => browser.VisitAsync(
        portal,
        async page =>
        {
            await page.GotoAsync("/error");

            Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        },
        new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });

    [Fact]
    public Task Changes_its_language_and_stays_on_the_page() => browser.VisitAsync(
        portal,
        async page =>
        {
            await page.GotoAsync("/error?a=b");

            await page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();

            await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Bei uns ist etwas schiefgegangen");
            Assert.EndsWith("/error?a=b", page.Url, StringComparison.Ordinal);
        });

    [Fact]
    public Task Works_without_a_script() => browser.VisitAsync(
        portal,
        async page =>
        {
            await page.GotoAsync("/error");

            await page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();

            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        },
        new() { JavaScriptEnabled = false });

    [Fact]
    public Task Tells_the_portal_the_visitors_time_zone() => browser.VisitAsync(
        portal,
        async page =>
        {
            await page.GotoAsync("/error");

            var cookie = Assert.Single(await page.Context.CookiesAsync(), cookie => cookie.Name == "tz");
            Assert.Equal("Asia/Tokyo", cookie.Value);
            Assert.Equal(SameSiteAttribute.Lax, cookie.SameSite);
        },
        new() { TimezoneId = "Asia/Tokyo" });

    [Fact]
    public Task Loads_no_framework_on_a_plain_page() => browser.VisitAsync(
        portal,
        async page =>
        {
            List<string> loaded = [];
            page.Request += (_, request) => loaded.Add(new Uri(request.Url).AbsolutePath);

            await page.GotoAsync("/error", new() { WaitUntil = WaitUntilState.NetworkIdle });

            Assert.InRange(loaded.Count, 3, 5);
            Assert.DoesNotContain(loaded, path => path.Contains("blazor", StringComparison.Ordinal) || path.Contains("MudBlazor", StringComparison.Ordinal));
        });

    [Fact]
    public Task Brings_the_keyboard_past_its_head() => browser.VisitAsync(
        portal,
        async page =>
        {
            await page.GotoAsync("/no/such/page");

            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");

            Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
            Assert.EndsWith("/no/such/page#main", page.Url, StringComparison.Ordinal);
        },
        expected: 404);
}
