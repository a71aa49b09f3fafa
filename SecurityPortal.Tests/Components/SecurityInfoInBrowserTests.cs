using System.Net.Http.Json;
using System.Text.Json;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SecurityPortal.Rehearsal;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Components;

/// <summary>Updating info in a real browser: what a test without one cannot see.</summary>
public sealed class SecurityInfoInBrowserTests(PortalServer portal, Browser browser) : IClassFixture<PortalServer>
{
    private const string Card = "button[aria-expanded=true]";

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "rachel")]
    [InlineData(ColorScheme.Dark, 320, "dormant")]
    public Task Is_accessible_and_never_wider_than_the_screen(ColorScheme scheme, int width, string name) => browser.VisitAsync(
        portal,
        async page =>
        {
            await SignInAsync(page, name);
            await IsFineAsync(page);

            await page.Locator("button.method").First.ClickAsync();
            await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
            await IsFineAsync(page);
            await ProveAsync(page);
            await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("What remains:");
            await IsFineAsync(page);

            await GoAsync(page, "/security-info/add");
            await IsFineAsync(page);
            await GoAsync(page, "/security-info/advanced");
            await IsFineAsync(page);
        },
        new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 800 } });

    [Fact]
    public Task Back_closes_the_dialog_and_then_leaves_the_card_open() => browser.VisitAsync(portal, async page =>
    {
        await SignInAsync(page, "dormant");
        await GoAsync(page, "/security-info?step=verify");
        await ProveAsync(page);
        await page.Locator("button.method").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();

        await page.GoBackAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".method-panel")).ToBeVisibleAsync();
    });

    [Fact]
    public Task The_keyboard_goes_on_where_it_was_or_from_what_came_in_its_place() => browser.VisitAsync(portal, async page =>
    {
        await SignInAsync(page, "omar");
        await GoAsync(page, "/security-info?step=verify");
        await page.Locator(".flow button.method").First.ClickAsync();
        await IsInAsync("#proof-code");
        await PressAsync("Try another way");
        await IsInAsync(".flow .lead");
        await ProveAsync(page);
        await IsInAsync(".behind");

        await page.Locator("button.method").Nth(1).ClickAsync();
        await PressAsync("Rename");
        await IsInAsync("#name");
        await PressAsync("Cancel");
        await IsInAsync(Card);
        await page.Locator(".menu-item", new() { HasText = "Message language" }).ClickAsync();
        await IsInAsync("#language");
        await PressAsync("Save");
        await IsInAsync(Card);
        await PressAsync("Make default");
        await IsInAsync(Card);
        await PressAsync("I can't find it");
        await PressAsync("Cancel");
        await IsInAsync(Card);
        await PressAsync("I can't find it");
        await PressAsync("Suspend it");
        await IsInAsync(Card);
        await PressAsync("Bring it back");
        await IsInAsync(Card);
        await PressAsync("Remove");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await IsInAsync("h1");

        await GoAsync(page, "/security-info/add");
        await page.GetByText("E-mail address", new() { Exact = true }).First.ClickAsync();
        await page.FillAsync("#email", "omar@post.example");
        await PressAsync("Send a code");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Enter the code");
        await IsInAsync("h1");

        async Task PressAsync(string name) => await page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

        async Task IsInAsync(string place) => await Assertions.Expect(page.Locator(place)).ToBeFocusedAsync();
    });

    [Fact]
    public Task Ten_thousand_characters_are_refused_in_words_and_stay_where_they_are() => browser.VisitAsync(portal, async page =>
    {
        await SignInAsync(page, "rachael");
        await GoAsync(page, "/security-info/add");
        var faces = string.Concat(Enumerable.Repeat("\U0001F600", 10_000));

        await page.GetByText("E-mail address", new() { Exact = true }).First.ClickAsync();
        await page.FillAsync("#email", faces);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send a code" }).ClickAsync();

        await Assertions.Expect(page.Locator("#email-error")).ToContainTextAsync("longer than an e-mail address can be");
        Assert.Equal(faces, await page.InputValueAsync("#email"));
    });

    private async Task SignInAsync(IPage page, string name)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("Account name").FillAsync($"{name}@contoso.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await page.GetByLabel("Password").FillAsync(DemoAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator("button.method").First.ClickAsync();
        await EnterCodeAsync(page);
        await IsInteractiveAsync(page);
    }

    private async Task ProveAsync(IPage page)
    {
        await page.Locator(".flow button.method").First.ClickAsync();
        await EnterCodeAsync(page);
    }

    private async Task EnterCodeAsync(IPage page)
    {
        var reference = await page.Locator(".reference").TextContentAsync();
        using var visitor = portal.Visitor();
        var sent = await visitor.GetFromJsonAsync<JsonElement[]>("/rehearsal/messages", TestContext.Current.CancellationToken);
        var code = sent!.First(message => message.GetProperty("reference").GetString() == reference).GetProperty("code").GetString();
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(code!);
        await page.GetByRole(AriaRole.Button, new() { Name = "Verify", Exact = true }).ClickAsync();
    }

    private static async Task GoAsync(IPage page, string address)
    {
        await page.GotoAsync(address);
        await IsInteractiveAsync(page);
    }

    private static Task IsInteractiveAsync(IPage page) =>
        page.WaitForSelectorAsync("[data-interactive=\"1\"]", new() { State = WaitForSelectorState.Attached });

    private static async Task IsFineAsync(IPage page)
    {
        // The address of a step comes before what is drawn for it.
        _ = await page.WaitForFunctionAsync("() => document.querySelector('.skip').href.split('#')[0] === location.href.split('#')[0]");
        // What fades in has other colours on the way.
        _ = await page.EvaluateAsync("() => Promise.allSettled(document.getAnimations().map(fading => fading.finished)).then(() => null)");
        Assert.Empty((await page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}"));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }
}
