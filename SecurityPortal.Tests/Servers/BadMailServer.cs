using System.Text;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Servers;

public enum MailFault
{
    /// <summary>Takes the connection and says nothing.</summary>
    SilentFromTheStart,

    /// <summary>Hangs up before a word.</summary>
    HangsUpAtOnce,

    /// <summary>Says everything, but a letter at a time.</summary>
    Slow,

    /// <summary>Answers DATA with 421 and hangs up.</summary>
    ClosesAtData,

    /// <summary>Has read the final dot, and hangs up without an answer: nobody knows whether it took the mail.</summary>
    CutsAfterTheFinalDot,

    /// <summary>Has read the final dot and says nothing more.</summary>
    SilentAfterTheFinalDot,
}

/// <summary>A mail server that fails in a way in which Postfix cannot be made to fail.</summary>
public sealed class BadMailServer : IAsyncDisposable
{
    private readonly MailFault _fault;
    private readonly Listener _listener;
    private int _connections;
    private int _mails;

    public BadMailServer(MailFault fault)
    {
        _fault = fault;
        _listener = new(TalkAsync);
    }

    public int Port => _listener.Port;

    /// <summary>What a slow one waits before each letter.</summary>
    public TimeSpan Pause { get; init; } = 100.Milliseconds;

    public int Connections => _connections;

    /// <summary>How many it has read to the final dot.</summary>
    public int Mails => _mails;

    public ValueTask DisposeAsync() => _listener.DisposeAsync();

    private async Task TalkAsync(Stream client, CancellationToken cancel)
    {
        _ = Interlocked.Increment(ref _connections);
        if (_fault is MailFault.HangsUpAtOnce)
            return;
        if (_fault is MailFault.SilentFromTheStart)
            await Task.Delay(Timeout.Infinite, cancel);

        using StreamReader lines = new(client, Encoding.ASCII);
        await SayAsync("220 bad.test ESMTP");
        while (await lines.ReadLineAsync(cancel) is { } line)
            switch (line.Split(' ', ':')[0].ToUpperInvariant())
            {
                case "DATA" when _fault is MailFault.ClosesAtData:
                    await SayAsync("421 4.3.2 bad.test Service shutting down");
                    return;
                case "DATA":
                    await SayAsync("354 End data with <CR><LF>.<CR><LF>");
                    while (await lines.ReadLineAsync(cancel) is { } text && text != ".")
                        continue;
                    _ = Interlocked.Increment(ref _mails);
                    if (_fault is MailFault.CutsAfterTheFinalDot)
                        return;
                    if (_fault is MailFault.SilentAfterTheFinalDot)
                        await Task.Delay(Timeout.Infinite, cancel);
                    await SayAsync("250 2.0.0 Ok");
                    break;
                case "QUIT":
                    await SayAsync("221 2.0.0 Bye");
                    return;
                default:
                    await SayAsync("250 2.0.0 Ok");
                    break;
            }

        Task SayAsync(string words) =>
            Listener.SayAsync(client, $"{words}\r\n", _fault is MailFault.Slow ? Pause : TimeSpan.Zero, cancel);
    }
}
