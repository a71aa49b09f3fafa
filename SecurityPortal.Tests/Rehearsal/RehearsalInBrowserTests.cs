using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Rehearsal;

public sealed class RehearsalInBrowserTests(PortalServer portal, Browser browser) : IClassFixture<PortalServer>
{
    [Theory]
    [InlineData("rachel@contoso.example", ColorScheme.Light, 1280)]
    [InlineData("dormant@contoso.example", ColorScheme.Dark, 320)]
    public async Task Is_accessible_and_never_wider_than_the_screen(string name, ColorScheme scheme, int width)
    {
        await portal.StartReplacementAsync(name);
        await portal.AskForCodeAsync("rachael@contoso.example", method: 0);

        await browser.VisitAsync(
            portal,
            async page =>
            {
                await page.GotoAsync("/rehearsal");
                await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

                Assert.Empty((await page.RunAxe()).Violations.Select(violation => violation.Id));
                Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
            },
            new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });
    }

    [Fact]
    public async Task A_code_that_was_copied_twice_can_be_copied_again()
    {
        await portal.AskForCodeAsync("omar@contoso.example", method: 0);

        await browser.VisitAsync(portal, async page =>
        {
            await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
            await page.GotoAsync("/rehearsal");
            var button = page.Locator("[data-copy]").First;
            await Assertions.Expect(button).ToHaveTextAsync("Copy");

            await button.ClickAsync();
            await Assertions.Expect(button).ToHaveTextAsync("Copied");
            await button.ClickAsync();

            await Assertions.Expect(button).ToHaveTextAsync("Copy");
        });
    }

    [Fact]
    public async Task A_mail_is_shown_without_a_fault()
    {
        await portal.AskForCodeAsync("omar@contoso.example", method: 0);

        await browser.VisitAsync(portal, async page =>
        {
            await page.GotoAsync("/rehearsal");

            await page.GetByRole(AriaRole.Link, new() { Name = "Show it as a mail program does" }).First.ClickAsync();

            await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToContainTextAsync("رمز التحقق");
        });
    }
}
