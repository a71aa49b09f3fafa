using Microsoft.Playwright;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Stories;

/// <summary>
/// Whole flows in a real browser over the real portal, in a rehearsal: the clock is moved and messages are read, nothing
/// else is special. Stories of one class share a portal, so each is about another account.
/// </summary>
public abstract class Story(PortalServer portal, Browser browser) : IClassFixture<PortalServer>, IDisposable
{
    private static readonly string[] s_aboutTheLine =
    [
        "Connection disconnected", "WebSocket failed to connect", "WebSocket closed with status code",
        "Cannot send data if the connection is not in the 'Connected' State",
    ];

    protected Backstage Backstage { get; } = new(portal);

    public void Dispose()
    {
        Backstage.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody with a browser of their own; whatever it calls an error fails the story.</summary>
    protected async Task PlayAsync(Func<Person, Task> story, BrowserNewContextOptions? with = null, params int[] expected)
    {
        await Neighbours.MoveInAsync(portal);
        await browser.VisitAsync(portal, page => story(new(page, Backstage)), with, expected);
    }

    /// <summary>The same on a bad line, of which the framework's script complains.</summary>
    protected async Task PlayOnABadLineAsync(Func<Person, Task> story)
    {
        await Neighbours.MoveInAsync(portal);
        await browser.VisitAsync(portal, page => story(new(page, Backstage)), null, IsAboutTheLine);
    }

    // Whether the page finds the line dead at rest or in the middle of a word is chance.
    private static bool IsAboutTheLine(string error) =>
        s_aboutTheLine.Any(words => error.Contains(words, StringComparison.Ordinal));
}
