using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SecurityPortal.Tests.Servers;

/// <summary>Listens on a port of its own and talks to each who connects as it is told to.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly List<Task> _talks = [];
    private readonly Func<Stream, CancellationToken, Task> _talk;
    private readonly Task _serving;

    public Listener(Func<Stream, CancellationToken, Task> talk)
    {
        _talk = talk;
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static async Task SayAsync(Stream stream, string words, TimeSpan pause, CancellationToken cancel)
    {
        var bytes = Encoding.ASCII.GetBytes(words);
        if (pause == TimeSpan.Zero)
            await stream.WriteAsync(bytes, cancel);
        else
            foreach (var one in bytes)
            {
                await Task.Delay(pause, cancel);
                await stream.WriteAsync(new[] { one }, cancel);
            }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _serving;
        await Task.WhenAll(_talks);
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                _talks.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_closing.Token)));
        }
        catch (Exception closed) when (closed is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
            try
            {
                await _talk(client.GetStream(), _closing.Token);
            }
            catch (Exception gone) when (gone is OperationCanceledException or IOException)
            {
                // The other side has had enough, or the test is over.
            }
    }
}
