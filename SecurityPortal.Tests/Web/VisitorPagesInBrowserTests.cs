using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>The plain pages as people see them: accessible, and never wider than the screen, in light and dark, with and without script.</summary>
public sealed class VisitorPagesInBrowserTests(Browser browser)
{
    private static readonly string? s_pictures = Environment.GetEnvironmentVariable("PORTAL_PICTURES");

    public static TheoryData<ColorScheme, int, string, bool> Looks => new()
    {
        { ColorScheme.Light, 1280, "en-GB", true },
        { ColorScheme.Dark, 1280, "de-DE", true },
        { ColorScheme.Light, 320, "de-DE", false },
        { ColorScheme.Dark, 320, "en-GB", false },
    };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task The_way_in_can_be_read_and_used_everywhere(ColorScheme scheme, int width, string language, bool hasScript)
    {
        await using var portal = await WebPortal.OpenAsync();
        await browser.VisitAsync(portal.Server, page => SignInAsync(portal, new(page, $"in-{scheme}-{width}-{language}", hasScript)), Person(scheme, width, language, hasScript));
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Blocks_and_links_can_be_read_and_used_everywhere(ColorScheme scheme, int width, string language, bool hasScript)
    {
        await using var portal = await WebPortal.OpenAsync();
        await browser.VisitAsync(portal.Server, page => BlockAndUndoAsync(portal, new(page, $"out-{scheme}-{width}-{language}", hasScript)), Person(scheme, width, language, hasScript), 404);
    }

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task What_nobody_asked_for_can_be_read_and_answered_everywhere(ColorScheme scheme, int width, string language, bool hasScript)
    {
        await using var portal = await WebPortal.OpenAsync();
        await browser.VisitAsync(portal.Server, page => NotAskedForAsync(portal, new(page, $"unasked-{scheme}-{width}-{language}", hasScript)), Person(scheme, width, language, hasScript));
    }

    private static BrowserNewContextOptions Person(ColorScheme scheme, int width, string language, bool hasScript) => new()
    {
        ColorScheme = scheme,
        ViewportSize = new() { Width = width, Height = 720 },
        Locale = language,
        TimezoneId = "Europe/Berlin",
        JavaScriptEnabled = hasScript,
    };

    private static async Task SignInAsync(WebPortal portal, Look look)
    {
        var page = look.Page;
        await look.AtAsync("/sign-in", "name");
        await look.EnterAsync("#account", "", "name-empty");
        await look.EnterAsync("#account", People.Rachel, "password");
        await look.EnterAsync("#password", "not the right one", "password-wrong");
        await look.EnterAsync("#password", Portal.Password, "verify");
        await look.AtAsync("/sign-in/code", "code-none");
        await look.AtAsync("/sign-in/unrecognised", "unrecognised");
        _ = await portal.Inside.StartReplacementAsync();
        await look.AtAsync("/sign-in/verify", "verify-pending");
        await look.PressAsync(page.Locator("button.method").Nth(1), "code");
        await look.EnterAsync("#code", "abc", "code-letters");
        await look.EnterAsync("#code", "000000", "code-wrong");
        await look.EnterAsync("#code", await portal.CodeToAsync(People.RachelsPhone), null);
        await look.AtAsync("/sign-out", "sign-out");
        await look.PressAsync(page.Locator("main form button"), "signed-out");
    }

    private static async Task BlockAndUndoAsync(WebPortal portal, Look look)
    {
        await look.AtAsync("/message", "word");
        await look.EnterAsync("#word", "nonsense", "link-unknown");
        _ = await portal.Inside.StartReplacementAsync();
        await look.AtAsync(await LinkAsync(portal, "ReplacementStarted"), "link-cancel");
        await look.PressAsync(look.Page.Locator("main .button"), "link-cancelled");

        var owner = await portal.Inside.SignInAsync();
        await portal.Inside.ProveAsync(owner);
        await portal.Inside.AddAsync(owner, People.NewPhone);
        await look.AtAsync(await LinkAsync(portal, "MethodAdded"), "link-report");
        foreach (var contact in new[] { People.RachelsPhone, People.RachelsMail })
            Assert.Null(await portal.Inside.Service.RemoveMethodAsync(owner, await portal.Inside.MethodAsync(owner, contact), knowingly: true, TestContext.Current.CancellationToken));
        await look.AtAsync(await LinkAsync(portal, "EverythingChanged"), "link-undo");
        await look.EnterAsync("#password", Portal.Password, "undo-ask");
        await look.PressAsync(look.Page.Locator("main .button"), "undo-code");
        await look.Page.FillAsync("#code", await portal.CodeToAsync(People.RachelsMail));
        await look.PressAsync(look.Page.Locator("[value=stranger]"), "undone");

        portal.Clock.Advance(1.Minutes);
        await look.EnterAsync("#account", People.Rachel, null);
        await look.EnterAsync("#password", Portal.Password, null);
        await look.PressAsync(look.Page.Locator("button.method").First, null);
        await look.EnterAsync("#code", await portal.CodeToAsync(People.RachelsMail), "change-password");
        await look.EnterAsync("#password", "short", "change-password-short");
        await look.BlockAsync();
    }

    private static async Task NotAskedForAsync(WebPortal portal, Look look)
    {
        var page = look.Page;
        await look.AtAsync("/sign-in", null);
        await look.EnterAsync("#account", People.Rachel, null);
        await look.EnterAsync("#password", Portal.Password, null);
        await look.PressAsync(page.Locator("button.method").First, null);
        var link = await LinkAsync(portal, "Code");
        await look.AtAsync(link, "question");
        await look.PressAsync(page.Locator("main .button-danger"), "reported");

        await look.AtAsync("/sign-in", null);
        await look.EnterAsync("#password", Portal.Password, null);
        await look.PressAsync(page.Locator("button.method").Nth(1), "whole-number");
        await look.PressAsync(page.Locator("main .links a").First, null);
        await look.PressAsync(page.Locator("button.method").First, "whole-address");
        await look.EnterAsync("#contact", "rachel", "whole-unreadable");
        await look.EnterAsync("#contact", "rachelle@mail.example", "whole-wrong");

        await look.AtAsync(link + "/not-mine", "not-mine");
        await look.PressAsync(page.Locator("main .button"), "not-mine-code");
        await look.EnterAsync("#code", "12", "not-mine-wrong");
        await look.EnterAsync("#code", await portal.CodeToAsync(People.RachelsMail), "not-mine-done");
    }

    private static async Task<string> LinkAsync(WebPortal portal, string kind) =>
        new Uri((await portal.SentToAsync(People.RachelsMail)).Last(message => message.Kind == kind).Links[0]).AbsolutePath;

    /// <summary>One page after another, each looked at as it comes.</summary>
    private sealed record Look(IPage Page, string Name, bool HasScript)
    {
        private int _pictures;

        public async Task AtAsync(string address, string? picture)
        {
            await Page.GotoAsync(address);
            await CheckAsync(picture);
        }

        public async Task EnterAsync(string field, string text, string? picture)
        {
            await Page.FillAsync(field, text);
            await LeaveAsync(() => Page.PressAsync(field, "Enter"));
            await CheckAsync(picture);
        }

        public async Task PressAsync(ILocator button, string? picture)
        {
            await LeaveAsync(() => button.ClickAsync());
            await CheckAsync(picture);
        }

        public async Task BlockAsync()
        {
            await Page.Context.ClearCookiesAsync();
            await AtAsync("/sign-in", null);
            await EnterAsync("#account", "nobody@contoso.example", null);
            for (var tries = 0; tries < 9; tries++)
                await EnterAsync("#password", "not the right one", null);
            await EnterAsync("#password", "not the right one", "blocked");
        }

        /// <summary>Waits until another page is there, which may have the same address.</summary>
        private async Task LeaveAsync(Func<Task> act)
        {
            _ = await Page.EvaluateAsync("document.documentElement.dataset.left = ''");
            await act();
            await Assertions.Expect(Page.Locator("html:not([data-left])")).ToHaveCountAsync(1);
            await Page.WaitForLoadStateAsync();
        }

        private async Task CheckAsync(string? picture)
        {
            if (picture is null)
                return;

            if (s_pictures is not null)
                await Page.ScreenshotAsync(new() { Path = Path.Combine(s_pictures, $"{Name}-{_pictures++:00}-{picture}.png"), FullPage = true });
            Assert.Equal(1, await Page.Locator("h1").CountAsync());
            Assert.NotEmpty(await Page.TitleAsync());
            Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{picture} is too wide");
            if (HasScript)
                Assert.Empty((await Page.RunAxe()).Violations.Select(violation => $"{picture}: {violation.Id} {string.Join(", ", violation.Nodes.Select(node => node.Html))}"));
        }
    }
}
