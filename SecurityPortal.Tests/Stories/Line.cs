using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SecurityPortal.Tests.Stories;

/// <summary>The line between a page and its circuit, which a story can cut as a tunnel or a sleeping laptop does.</summary>
public sealed partial class Line
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<IWebSocketRoute> _open = new();

    /// <summary>A plain page has none.</summary>
    public bool IsThere => !_open.IsEmpty;

    /// <summary>From before the page is opened on.</summary>
    public static async Task<Line> OfAsync(IPage page)
    {
        Line line = new();
        await page.RouteWebSocketAsync(Circuit(), socket =>
        {
            _ = socket.ConnectToServer();
            line._open.Enqueue(socket);
        });
        return line;
    }

    /// <summary>Both ends find the line dead; answers when the page has come back to its circuit.</summary>
    public async Task CutAsync(IPage page)
    {
        var back = page.EvaluateAsync(
            "() => new Promise(back => document.getElementById('components-reconnect-modal').addEventListener("
            + "'components-reconnect-state-changed', change => { if (change.detail.state === 'hide') back(); }))");
        await HangUpAsync();
        _ = await back.WaitAsync(s_patience);
    }

    /// <summary>The server has forgotten the circuit meanwhile, as after a restart; answers when the page is loaded anew.</summary>
    public async Task LoseAsync(IPage page)
    {
        var again = page.WaitForRequestAsync(request => request.IsNavigationRequest);
        await HangUpAsync();
        _ = await again;
        await page.WaitForLoadStateAsync();
    }

    private async Task HangUpAsync()
    {
        while (_open.TryDequeue(out var socket))
            await socket.CloseAsync(new() { Code = 3001 });
    }

    [GeneratedRegex("/_blazor")]
    private static partial Regex Circuit();
}
