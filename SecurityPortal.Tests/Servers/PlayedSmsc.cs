using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Servers;

/// <summary>
/// An operator's SMSC as far as a test plays it, because Kannel's fake one knows only success. It speaks SMPP 3.4 to Kannel:
/// takes texts or refuses them, and tells later what became of them.
/// </summary>
public sealed class PlayedSmsc : IAsyncDisposable
{
    // A refusal of submit_sm: a number that does not exist, which is final, and a full queue, which is not.
    public const int NoSuchNumber = 0x0b;
    public const int QueueFull = 0x14;

    private const uint SubmitSm = 0x4, DeliverSm = 0x5, Unbind = 0x6, BindTransceiver = 0x9, EnquireLink = 0x15, Response = 0x80000000;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentQueue<Taken> _taken = new();
    private readonly ConcurrentDictionary<string, int> _refusals = new();
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Task _serving;
    private Stream _gateway = Stream.Null;
    private int _count;

    public PlayedSmsc()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Every text to the number is refused from now on; 0 takes them again.</summary>
    public void Refuse(string number, int status) => _refusals[number] = status;

    public async Task<Taken> WaitForTextAsync(string number) =>
        await Waiting.ForAsync(() => Task.FromResult(_taken.LastOrDefault(text => text.To == number)), 10.Seconds)
            ?? throw new InvalidOperationException($"No text came for {number}.");

    /// <summary>A delivery receipt. DELIVRD becomes type 1 of Kannel; UNDELIV, EXPIRED, DELETED and REJECTD 2; ACCEPTD and ENROUTE 4.</summary>
    public Task ReportAsync(Taken text, string state, string error = "000")
    {
        var receipt = $"id:{text.Id} sub:001 dlvrd:001 submit date:2601011200 done date:2601011201 stat:{state} err:{error} text:";
        byte[] body =
        [
            0, 1, 1, .. Terminated(text.To), 1, 1, .. Terminated(text.From),
            // This is a receipt; not replaced, no times, nothing asked, in the default alphabet.
            4, 0, 0, 0, 0, 0, 0, 0, 0, (byte)receipt.Length, .. Encoding.ASCII.GetBytes(receipt),
        ];
        return WriteAsync(DeliverSm, 0, (uint)Interlocked.Increment(ref _count), body);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Dispose();
        await _serving;
        _closing.Dispose();
        _writing.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_closing.IsCancellationRequested)
            try
            {
                using var connection = await _listener.AcceptTcpClientAsync(_closing.Token);
                _gateway = connection.GetStream();
                while (true)
                    await AnswerAsync();
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
            {
                // The gateway was stopped and may come again, or the test is over.
            }
    }

    private async Task AnswerAsync()
    {
        var header = new byte[16];
        await _gateway.ReadExactlyAsync(header, _closing.Token);
        var (length, command, sequence) = (Number(header, 0), Number(header, 4), Number(header, 12));
        var body = new byte[length - header.Length];
        await _gateway.ReadExactlyAsync(body, _closing.Token);

        var (status, answer) = command switch
        {
            SubmitSm => Take(body),
            BindTransceiver => (0, Terminated("SMSC")),
            _ => (0, []),
        };
        if (command is SubmitSm or BindTransceiver or EnquireLink or Unbind)
            await WriteAsync(command | Response, status, sequence, answer);
    }

    private (int Status, byte[] Body) Take(byte[] body)
    {
        // service type; ton, npi and source; ton, npi and destination; class, protocol, priority; two times; four octets, of
        // which the third is the alphabet; length and text.
        var at = 0;
        _ = Text();
        at += 2;
        var from = Text();
        at += 2;
        var to = $"+{Text().TrimStart('+')}";
        at += 3;
        _ = Text();
        _ = Text();
        var alphabet = body[at + 2];
        var text = (alphabet == 8 ? Encoding.BigEndianUnicode : Encoding.Latin1).GetString(body, at + 5, body[at + 4]);

        if (_refusals.GetValueOrDefault(to) is var status and not 0)
            return (status, []);
        Taken taken = new($"{Interlocked.Increment(ref _count):x8}", from, to, text);
        _taken.Enqueue(taken);
        return (0, Terminated(taken.Id));

        string Text()
        {
            var end = Array.IndexOf(body, (byte)0, at);
            var text = Encoding.ASCII.GetString(body, at, end - at);
            at = end + 1;
            return text;
        }
    }

    private async Task WriteAsync(uint command, int status, uint sequence, byte[] body)
    {
        var message = new byte[16 + body.Length];
        uint[] header = [(uint)message.Length, command, (uint)status, sequence];
        for (var i = 0; i < header.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(4 * i), header[i]);
        body.CopyTo(message, 16);
        await _writing.WaitAsync(_closing.Token);
        try
        {
            await _gateway.WriteAsync(message, _closing.Token);
        }
        finally
        {
            _ = _writing.Release();
        }
    }

    private static uint Number(byte[] header, int at) => BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(at));

    private static byte[] Terminated(string text) => [.. Encoding.ASCII.GetBytes(text), 0];

    public sealed record Taken(string Id, string From, string To, string Text);
}
