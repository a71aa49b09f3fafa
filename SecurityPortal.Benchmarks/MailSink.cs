using System.Net;
using System.Net.Sockets;

namespace SecurityPortal.Benchmarks;

/// <summary>A mail server that says yes at once and counts: what is measured is whoever talks to it.</summary>
public sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;
    private int _taken;

    public MailSink()
    {
        _listener.Start(64);
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Taken => Volatile.Read(ref _taken);

    /// <summary>When the last mail was in.</summary>
    public long LastAt { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stopping.IsCancellationRequested)
            _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token));
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var _ = client;
        client.NoDelay = true;
        using StreamReader reader = new(client.GetStream());
        await using StreamWriter writer = new(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 sink");
        while (await reader.ReadLineAsync(_stopping.Token) is { } line)
        {
            if (line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase))
                await writer.WriteLineAsync("250-sink\r\n250-PIPELINING\r\n250 8BITMIME");
            else if (line.Equals("DATA", StringComparison.OrdinalIgnoreCase))
                await TakeAsync(reader, writer);
            else if (line.Equals("QUIT", StringComparison.OrdinalIgnoreCase))
                return;
            else
                await writer.WriteLineAsync("250 ok");
        }
    }

    private async Task TakeAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 go");
        while (await reader.ReadLineAsync(_stopping.Token) is not ("." or null))
        {
        }

        LastAt = System.Diagnostics.Stopwatch.GetTimestamp();
        _ = Interlocked.Increment(ref _taken);
        await writer.WriteLineAsync("250 2.0.0 queued");
    }
}
