using System.Text;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Servers;

public enum GatewayFault
{
    /// <summary>Has read what is asked and says nothing.</summary>
    Silent,

    /// <summary>Answers as a gateway does that took the text, but a letter at a time.</summary>
    Slow,

    /// <summary>Has read what is asked and hangs up: nobody knows whether it took the text.</summary>
    CutsOff,

    /// <summary>500, as of a proxy whose gateway has fallen over.</summary>
    Fails,

    /// <summary>503, asking for patience.</summary>
    Busy,

    /// <summary>200 and a page for people, as of a proxy that wants a password.</summary>
    Babbles,
}

/// <summary>A gateway that fails in a way in which Kannel cannot be made to fail.</summary>
public sealed class BadGateway : IAsyncDisposable
{
    private readonly GatewayFault _fault;
    private readonly Listener _listener;
    private int _requests;

    public BadGateway(GatewayFault fault)
    {
        _fault = fault;
        _listener = new(TalkAsync);
    }

    public Uri SendSms => new($"http://127.0.0.1:{_listener.Port}/cgi-bin/sendsms");

    /// <summary>What a slow one waits before each letter.</summary>
    public TimeSpan Pause { get; init; } = 100.Milliseconds;

    public int Requests => _requests;

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private async Task TalkAsync(Stream client, CancellationToken cancel)
    {
        using StreamReader lines = new(client, Encoding.ASCII);
        while (await lines.ReadLineAsync(cancel) is { Length: > 0 })
            continue;
        _ = Interlocked.Increment(ref _requests);
        switch (_fault)
        {
            case GatewayFault.Silent:
                await Task.Delay(Timeout.Infinite, cancel);
                break;
            case GatewayFault.Slow:
                await AnswerAsync("202 Accepted", "0: Accepted for delivery", Pause);
                break;
            case GatewayFault.CutsOff:
                break;
            case GatewayFault.Fails:
                await AnswerAsync("500 Internal Server Error", "Proxy error", TimeSpan.Zero);
                break;
            case GatewayFault.Busy:
                await AnswerAsync("503 Service Unavailable\r\nRetry-After: 30", "Try again later", TimeSpan.Zero);
                break;
            case GatewayFault.Babbles:
                await AnswerAsync("200 OK", "<html><title>Sign in</title></html>", TimeSpan.Zero);
                break;
        }

        Task AnswerAsync(string status, string body, TimeSpan pause) => Listener.SayAsync(
            client, $"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}", pause, cancel);
    }
}
