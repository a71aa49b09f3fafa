using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(SecurityPortal.Tests.Support.Browser))]

namespace SecurityPortal.Tests.Support;

/// <summary>
/// One Chromium for all tests that look at pages; it starts with the first. A visit fails on anything the console calls an
/// error, because a page that breaks the content security policy may still seem to work.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string s_chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";

    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    /// <summary>A busy machine answers late; a page that never gets there still fails.</summary>
    static Browser() => Assertions.SetDefaultExpectTimeout(15_000);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Plays the story; <c>expected</c> are the answers like 404 that belong to it, which the console calls errors.</summary>
    public Task VisitAsync(
        PortalServer portal, Func<IPage, Task> story, BrowserNewContextOptions? person = null, params int[] expected) =>
        VisitAsync(portal, story, person, error => Array.Exists(expected, status => error.Contains($"status of {status}", StringComparison.Ordinal)));

    /// <summary>Plays a story in which the console may say what is expected.</summary>
    public async Task VisitAsync(PortalServer portal, Func<IPage, Task> story, BrowserNewContextOptions? person, Predicate<string> isExpected)
    {
        Assert.SkipUnless(File.Exists(s_chromium), $"{s_chromium} is missing: SecurityPortal.Tests/run installs it");

        person ??= new();
        person.BaseURL = portal.Url;
        await using var context = await (await StartedAsync()).NewContextAsync(person);
        context.SetDefaultTimeout(30_000);
        var faults = Watch(context, isExpected);
        var page = await context.NewPageAsync();
        try
        {
            await story(page);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{await WhereAsync(page)}\n{string.Join('\n', faults)}\n{failure.Message}", failure);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
            await _chromium.DisposeAsync();

        _playwright?.Dispose();
        _starting.Dispose();
    }

    private static List<string> Watch(IBrowserContext context, Predicate<string> isExpected)
    {
        List<string> faults = [];
        context.WebError += (_, error) => Note(error.Error);
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
                Note(message.Text);
        };
        return faults;

        // The same words come either way: what a script does not catch is no message of the console's.
        void Note(string error)
        {
            if (!isExpected(error))
                faults.Add(error);
        }
    }

    private static async Task<string> WhereAsync(IPage page)
    {
        var picture = Path.Combine(Path.GetTempPath(), "portal-failures", $"{Path.GetRandomFileName()}.png");
        await page.ScreenshotAsync(new() { Path = picture, FullPage = true });
        return $"at {page.Url}, as in {picture}";
    }

    private async Task<IBrowser> StartedAsync()
    {
        await _starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            return _chromium ??= await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = s_chromium,
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                ],
            });
        }
        finally
        {
            _starting.Release();
        }
    }
}
