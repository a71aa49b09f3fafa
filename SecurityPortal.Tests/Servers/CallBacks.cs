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
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var call = await _listener.GetContextAsync();
                _calls.Enqueue(call.Request.Url!);
                call.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
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
