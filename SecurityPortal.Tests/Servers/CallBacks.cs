using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Servers;

/// <summary>A page that a gateway calls to tell what became of a text; it keeps what was asked.</summary>
internal sealed class CallBacks : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<Uri> _calls = new();
    private readonly CancellationTokenSource _over = new();
    private readonly Task _serving;

    public CallBacks()
    {
        Address = new($"http://127.0.0.1:{FreePort()}/");
        _listener.Prefixes.Add(Address.OriginalString);
        _listener.Start();
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>The first calls so far, once there are that many.</summary>
    public async Task<IReadOnlyList<Uri>> WaitForAsync(int count) =>
        await Waiting.ForAsync(() => Task.FromResult(_calls.Count >= count ? _calls.ToArray() : null), 10.Seconds)
            ?? throw new InvalidOperationException($"Only these calls came: {string.Join(' ', _calls)}");

    public async ValueTask DisposeAsync()
    {
        // A listener that is closed while a call comes in may never answer whoever waits for the next.
        await _over.CancelAsync();
        await _serving;
        _listener.Close();
        _over.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var call = await _listener.GetContextAsync().WaitAsync(_over.Token);
                _calls.Enqueue(call.Request.Url!);
                call.Response.Close();
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
