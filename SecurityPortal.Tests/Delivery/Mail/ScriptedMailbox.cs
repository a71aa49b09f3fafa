using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>A mailbox that is read by IMAP: as much of it as reading, marking, deleting and waiting need.</summary>
internal sealed class ScriptedMailbox : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentBag<TcpClient> _open = [];
    private readonly Lock _changing = new();
    private readonly List<Kept> _mails = [];
    private readonly Task _accepting;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _lastId;
    private int _connections;

    public ScriptedMailbox(int port = 0)
    {
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public bool CanIdle { get; set; } = true;

    public ConcurrentQueue<string> Heard { get; } = new();

    public int Connections => _connections;

    public int Count => Locked(() => _mails.Count);

    public int Seen => Locked(() => _mails.Count(mail => mail.IsSeen));

    public void Put(string mail)
    {
        lock (_changing)
        {
            _mails.Add(new(++_lastId, mail.ReplaceLineEndings("\r\n")));
            _news.TrySetResult();
        }
    }

    public void CutAll()
    {
        while (_open.TryTake(out var client))
            client.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        CutAll();
        await _accepting;
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_closing.Token);
                _ = Interlocked.Increment(ref _connections);
                _open.Add(client);
                _ = TalkAsync(client);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                var stream = client.GetStream();
                using StreamReader reader = new(stream, Encoding.Latin1);
                await SayAsync(stream, "* OK ready");
                while (await reader.ReadLineAsync(_closing.Token) is { } line)
                {
                    Heard.Enqueue(line);
                    await ObeyAsync(stream, reader, line.Split(' ', 3));
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
        }
    }

    private async Task ObeyAsync(NetworkStream stream, StreamReader reader, string[] words)
    {
        var rest = words.Length > 2 ? words[2] : "";
        if (words[1] == "IDLE")
            await IdleAsync(stream, reader);
        else
            await SayAsync(stream, Untagged(words[1] == "UID" ? $"UID {rest}" : words[1]));
        await SayAsync(stream, $"{words[0]} OK {(words[1] == "SELECT" ? "[READ-WRITE] " : "")}done");
    }

    private string Untagged(string command) => command.Split(' ') switch
    {
        ["CAPABILITY"] => $"* CAPABILITY IMAP4rev1 UIDPLUS{(CanIdle ? " IDLE" : "")}",
        ["NAMESPACE"] => "* NAMESPACE ((\"\" \"/\")) NIL NIL",
        ["LIST"] => "* LIST () \"/\" INBOX",
        ["SELECT"] => $"* FLAGS (\\Seen \\Deleted)\r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted)] kept\r\n* {Count} EXISTS\r\n* OK [UIDVALIDITY 1] valid\r\n* OK [UIDNEXT 999] next",
        ["NOOP"] => $"* {Count} EXISTS",
        ["UID", "SEARCH", ..] => $"* SEARCH{Locked(() => string.Concat(_mails.Where(mail => !mail.IsSeen).Select(mail => $" {mail.Id}")))}",
        ["UID", "FETCH", var id, .. var what] => Fetch(int.Parse(id, null), string.Join(' ', what)),
        ["UID", "STORE", var id, ..] => Mark(int.Parse(id, null)),
        ["UID", "EXPUNGE", var id] => Expunge(int.Parse(id, null)),
        _ => "",
    };

    private string Fetch(int id, string what) => Locked(() =>
    {
        var at = _mails.FindIndex(mail => mail.Id == id);
        var text = _mails[at].Text;
        return what.Contains("RFC822.SIZE", StringComparison.Ordinal)
            ? $"* {at + 1} FETCH (UID {id} RFC822.SIZE {text.Length})"
            : $"* {at + 1} FETCH (UID {id} BODY[] {{{text.Length}}}\r\n{text})";
    });

    private string Mark(int id) => Locked(() =>
    {
        _mails.Single(mail => mail.Id == id).IsSeen = true;
        return "";
    });

    private string Expunge(int id) => Locked(() =>
    {
        var at = _mails.FindIndex(mail => mail.Id == id);
        _mails.RemoveAt(at);
        return $"* {at + 1} EXPUNGE";
    });

    private async Task IdleAsync(NetworkStream stream, StreamReader reader)
    {
        Locked(() => _news = new(TaskCreationOptions.RunContinuationsAsynchronously));
        await SayAsync(stream, $"* {Count} EXISTS\r\n+ idling");
        var done = reader.ReadLineAsync(_closing.Token).AsTask();
        if (await Task.WhenAny(done, _news.Task) != done)
            await SayAsync(stream, $"* {Count} EXISTS");
        _ = await done ?? throw new IOException("Nobody is there any more.");
    }

    private async Task SayAsync(NetworkStream stream, string words)
    {
        if (words != "")
            await stream.WriteAsync(Encoding.Latin1.GetBytes(words + "\r\n"), _closing.Token);
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_changing)
            return read();
    }

    private sealed class Kept(int id, string text)
    {
        public int Id => id;

        public string Text => text;

        public bool IsSeen { get; set; }
    }
}
