using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Servers;

/// <summary>
/// A private Postfix with a Dovecot that serves its mailbox of bounces: real ones, on ports of their own. What becomes of a
/// mail depends on its recipient, as <see cref="Recipients"/> tells.
/// </summary>
public sealed class MailServer : IAsyncLifetime
{
    public const string Host = "127.0.0.1";
    public const string User = "portal";
    public const string Password = "portal-secret";
    public const string BouncesUser = "bounces";
    public const string BouncesPassword = "bounces-secret";

    private static readonly string[] s_needed = ["/usr/lib/postfix/sbin/master", "/usr/sbin/dovecot", "/usr/lib/dovecot/imap", "/usr/bin/openssl"];

    // In "new" is what no IMAP client has seen yet.
    private static readonly string[] s_folders = ["readers/new", "readers/cur", "bounces/new", "bounces/cur"];

    private readonly ServerScript _script = new("mail");
    private IReadOnlyDictionary<string, int> _ports = new Dictionary<string, int>();

    /// <summary>Settings of Postfix that are to differ, such as <c>maximal_queue_lifetime=3s</c>.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    public int SmtpPort => Port("smtp");

    /// <summary>Plain, with STARTTLS.</summary>
    public int ImapPort => Port("imap");

    public int ImapsPort => Port("imaps");

    /// <summary>PEM, self-signed, for localhost and 127.0.0.1; SMTP and IMAP have the same.</summary>
    public string CertificateFile => Path.Combine(_script.Folder, "cert.pem");

    /// <summary>What Postfix says it does.</summary>
    public string LogFile => Path.Combine(_script.Folder, "maillog");

    /// <summary>To be asked when a client is shown a certificate.</summary>
    public bool IsItsOwn(X509Certificate? shown)
    {
        using var own = X509CertificateLoader.LoadCertificateFromFile(CertificateFile);
        return shown?.GetCertHashString() == own.GetCertHashString();
    }

    /// <summary>For the constructor of a test class that has this as its fixture: a fixture itself cannot skip.</summary>
    public static void SkipIfMissing()
    {
        foreach (var file in s_needed)
            Assert.SkipUnless(File.Exists(file), $"{file} is missing: SecurityPortal.Tests/run installs it");
    }

    public async ValueTask InitializeAsync()
    {
        if (Array.TrueForAll(s_needed, File.Exists))
            await StartAsync();
    }

    /// <summary>Again after a stop: on the same ports, with the mail that was there.</summary>
    public async Task StartAsync()
    {
        SkipIfMissing();
        _ports = await _script.RunAsync("start", Settings);
    }

    public Task StopAsync() => _script.RunAsync("stop");

    /// <summary>What has arrived for an address so far, the latest last; bounces are found by the address they went back to.</summary>
    public async Task<IReadOnlyList<MimeMessage>> MessagesToAsync(string address)
    {
        SkipIfMissing();
        List<MimeMessage> messages = [];
        foreach (var file in Mail().OrderBy(File.GetLastWriteTimeUtc))
            if (await ReadAsync(file) is { } message && IsFor(message, address))
                messages.Add(message);
        return messages;
    }

    public async Task<MimeMessage> WaitForMessageAsync(string address, Predicate<MimeMessage>? which = null, TimeSpan? most = null) =>
        await Waiting.ForAsync(async () => (await MessagesToAsync(address)).LastOrDefault(message => which?.Invoke(message) ?? true), most ?? 10.Seconds)
            ?? throw new InvalidOperationException($"Nothing came for {address}. {LogFile} ends:\n{string.Join('\n', File.ReadLines(LogFile).TakeLast(20))}");

    public async ValueTask DisposeAsync()
    {
        if (_ports.Count > 0)
            await StopAsync();
        _script.Dispose();
    }

    private IEnumerable<string> Mail() =>
        from folder in s_folders
        from file in Directory.EnumerateFiles(Path.Combine(_script.Folder, "mail", folder))
        select file;

    private static async Task<MimeMessage?> ReadAsync(string file)
    {
        try
        {
            return await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken);
        }
        catch (FileNotFoundException)
        {
            // Dovecot moves a mail once it was seen: it is met again under its new name.
            return null;
        }
    }

    private static bool IsFor(MimeMessage message, string address) =>
        string.Equals(message.Headers["X-Original-To"], address, StringComparison.OrdinalIgnoreCase);

    private int Port(string name)
    {
        SkipIfMissing();
        return _ports[name];
    }
}
