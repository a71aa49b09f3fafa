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
    public Task Is_accessible_and_never_wider_than_the_screen(ColorScheme scheme, int width) => VisitAsync(
        async page =>
        {
            await page.GotoAsync("/no/such/page");

            Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
        },
        new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });

    [Fact]
    public Task Changes_its_language_and_stays_on_the_page() => VisitAsync(
        async page =>
        {
            await page.GotoAsync("/no/such/page?a=b");

            await page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();

            await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Diese Seite gibt es nicht");
            Assert.EndsWith("/no/such/page?a=b", page.Url, StringComparison.Ordinal);
        });

    [Fact]
    public Task Works_without_a_script() => VisitAsync(
        async page =>
        {
            await page.GotoAsync("/no/such/page");

            await page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();

            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        },
        new() { JavaScriptEnabled = false });

    [Fact]
    public Task Tells_the_portal_the_visitors_time_zone() => VisitAsync(
        async page =>
        {
            await page.GotoAsync("/no/such/page");

            var cookie = Assert.Single(await page.Context.CookiesAsync(), cookie => cookie.Name == "tz");
            Assert.Equal("Asia/Tokyo", cookie.Value);
            Assert.Equal(SameSiteAttribute.Lax, cookie.SameSite);
        },
        new() { TimezoneId = "Asia/Tokyo" });

    [Fact]
    public Task Loads_no_framework_on_a_plain_page() => VisitAsync(
        async page =>
        {
            List<string> loaded = [];
            page.Request += (_, request) => loaded.Add(new Uri(request.Url).AbsolutePath);

            await page.GotoAsync("/no/such/page", new() { WaitUntil = WaitUntilState.NetworkIdle });

            Assert.InRange(loaded.Count, 3, 5);
            Assert.DoesNotContain(loaded, path => path.Contains("blazor", StringComparison.Ordinal) || path.Contains("MudBlazor", StringComparison.Ordinal));
        });

    [Fact]
    public Task Counts_down_on_a_button_by_the_portals_clock() => VisitAsync(
        async page =>
        {
            await page.GotoAsync("/no/such/page");
            await AddButtonAsync(page, "data-now='2031-01-01T00:00:00Z' data-countdown='2031-01-01T00:00:02Z'", "Send another code");
            var button = page.Locator("[data-countdown]");

            await Assertions.Expect(button).ToHaveTextAsync("Send another code (2 s)");
            await Assertions.Expect(button).ToBeDisabledAsync();

            await Assertions.Expect(button).ToHaveTextAsync("Send another code");
            await Assertions.Expect(button).ToBeEnabledAsync();
        });

    [Fact]
    public Task Remembers_whether_the_visitor_wants_it_dark() => VisitAsync(
        async page =>
        {
            await page.GotoAsync("/no/such/page");
            await AddButtonAsync(page, "data-theme-toggle", "Dark");

            await page.ClickAsync("[data-theme-toggle]");
            var served = await (await page.ReloadAsync())!.TextAsync();

            Assert.Contains("data-theme=\"dark\"", served, StringComparison.Ordinal);
            Assert.Equal("rgb(15, 22, 27)", await page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        },
        new() { ColorScheme = ColorScheme.Light });

    [Fact]
    public Task Brings_the_keyboard_past_its_head() => VisitAsync(
        async page =>
        {
            await page.GotoAsync("/no/such/page");

            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");

            Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
            Assert.EndsWith("/no/such/page#main", page.Url, StringComparison.Ordinal);
        });

    /// <summary>A page that is not there is plain and needs no account; browsers call its status an error.</summary>
    private Task VisitAsync(Func<IPage, Task> story, BrowserNewContextOptions? person = null) =>
        browser.VisitAsync(portal, story, person, expected: 404);

    private static Task AddButtonAsync(IPage page, string attributes, string words) => page.EvaluateAsync(
        "html => document.querySelector('main').insertAdjacentHTML('beforeend', html)", $"<button {attributes}>{words}</button>");
}
