using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>A mail server that says what it is told to say, and can fall silent or break off at any point.</summary>
internal sealed class ScriptedMailServer : IAsyncDisposable
{
    /// <summary>Instead of an answer, or after it.</summary>
    public const string Silence = "(silence)";
    public const string Cut = "(cut)";

    public const string Greeting = "greeting";

    /// <summary>The end of a message.</summary>
    public const string Dot = ".";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentBag<TcpClient> _open = [];
    private readonly Task _accepting;
    private readonly ConcurrentDictionary<string, string> _once = new();
    private int _connections;

    public ScriptedMailServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it answers to each command, if not that all is well.</summary>
    public ConcurrentDictionary<string, string> Answers { get; } = new();

    public string Offers { get; set; } = "250 DSN";

    public X509Certificate2? Certificate { get; set; }

    public bool IsTlsFromTheStart { get; set; }

    public ConcurrentQueue<string> Heard { get; } = new();

    public ConcurrentQueue<string> Mails { get; } = new();

    /// <summary>How many were opened in all.</summary>
    public int Connections => _connections;

    /// <summary>To the next such command, and then as ever.</summary>
    public void AnswerOnce(string command, string answer) => _once[command] = answer;

    public async Task HearsAsync(string command)
    {
        while (!Heard.Contains(command))
            await Task.Delay(5, TestContext.Current.CancellationToken);
    }

    /// <summary>As a server does that finds its guests idle.</summary>
    public void CutAll()
    {
        while (_open.TryTake(out var client))
            client.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        _listener.Stop();
        CutAll();
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
                Stream stream = client.GetStream();
                if (IsTlsFromTheStart)
                    stream = await SecureAsync(stream);
                if (await AnswerAsync(stream, Greeting) && await ListenAsync(stream) == "STARTTLS")
                    _ = await ListenAsync(await SecureAsync(stream));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException or AuthenticationException)
        {
        }
    }

    private async Task<Stream> SecureAsync(Stream stream)
    {
        SslStream secured = new(stream);
        await secured.AuthenticateAsServerAsync(Certificate!);
        return secured;
    }

    /// <summary>Answers with the command that ended it.</summary>
    private async Task<string?> ListenAsync(Stream stream)
    {
        using StreamReader reader = new(stream, Encoding.Latin1, leaveOpen: true);
        while (await reader.ReadLineAsync(_closing.Token) is { } line)
        {
            Heard.Enqueue(line);
            var command = line.Split(' ', ':')[0].ToUpperInvariant();
            if (!await AnswerAsync(stream, command) || command == "STARTTLS")
                return command;

            if (command != "DATA" || Answers.ContainsKey("DATA"))
                continue;

            Mails.Enqueue(await MailAsync(reader));
            if (!await AnswerAsync(stream, Dot))
                return command;
        }

        return null;
    }

    private async Task<string> MailAsync(StreamReader reader)
    {
        StringBuilder mail = new();
        while (await reader.ReadLineAsync(_closing.Token) is { } line and not ".")
            _ = mail.Append(line).Append("\r\n");
        return mail.ToString();
    }

    /// <summary>Whether it goes on listening.</summary>
    private async Task<bool> AnswerAsync(Stream stream, string command)
    {
        var answer = _once.TryRemove(command, out var once) ? once : Answers.GetValueOrDefault(command) ?? Usual(command);
        var words = answer.Replace(Silence, "", StringComparison.Ordinal).Replace(Cut, "", StringComparison.Ordinal);
        if (words != "")
            await stream.WriteAsync(Encoding.UTF8.GetBytes(words.ReplaceLineEndings("\r\n") + "\r\n"), _closing.Token);

        if (answer.EndsWith(Silence, StringComparison.Ordinal))
            await Task.Delay(Timeout.InfiniteTimeSpan, _closing.Token);
        return !answer.EndsWith(Cut, StringComparison.Ordinal);
    }

    private string Usual(string command) => command switch
    {
        Greeting => "220 mail.example ESMTP",
        "EHLO" => $"250-mail.example\n{Offers}",
        "STARTTLS" => "220 2.0.0 Go on",
        "AUTH" => "235 2.7.0 Welcome",
        "DATA" => "354 Go on",
        Dot => "250 2.0.0 Ok: queued as 4F1T2z",
        "QUIT" => $"221 2.0.0 Bye{Cut}",
        _ => "250 2.0.0 Ok",
    };
}
