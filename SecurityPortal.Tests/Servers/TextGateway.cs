using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Servers;

/// <summary>
/// A private Kannel. Numbers that begin with +358 (or any others but those below) go to its own fake SMSC, which delivers
/// whatever it is given; those with +44 go to <see cref="Smsc"/>, whose answers are the test's; nobody takes those with +672.
/// </summary>
public sealed class TextGateway : IAsyncLifetime
{
    public const string User = "portal";
    public const string Password = "portal-secret";

    private static readonly string[] s_needed = ["/usr/sbin/bearerbox", "/usr/sbin/smsbox", "/usr/lib/kannel/test/fakesmsc"];

    private readonly ServerScript _script = new("gateway");
    private readonly HttpClient _http = new();
    private IReadOnlyDictionary<string, int> _ports = new Dictionary<string, int>();

    /// <summary>Where texts are handed over.</summary>
    public Uri SendSms => new($"http://127.0.0.1:{Port("sendsms")}/cgi-bin/sendsms");

    public PlayedSmsc Smsc { get; } = new();

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

    /// <summary>Again after a stop: on the same ports.</summary>
    public async Task StartAsync()
    {
        SkipIfMissing();
        _ports = await _script.RunAsync("start", $"{Smsc.Port}");
        await AwaitSmscAsync();
    }

    /// <summary>Nobody listens where texts are handed over.</summary>
    public Task StopAsync() => _script.RunAsync("stop");

    public async Task StartSmscAsync()
    {
        _ = await _script.RunAsync("start-smsc");
        await AwaitSmscAsync();
    }

    /// <summary>The gateway takes texts, but keeps them until its fake SMSC is there again.</summary>
    public async Task StopSmscAsync()
    {
        _ = await _script.RunAsync("stop-smsc");
        await AwaitStatusAsync(status => !IsOnline(status, "fake"));
    }

    /// <summary>What the fake SMSC was given so far.</summary>
    public async Task<IReadOnlyList<SentText>> SentTextsAsync()
    {
        SkipIfMissing();
        return [.. SentText.In(await File.ReadAllLinesAsync(Path.Combine(_script.Folder, "fakesmsc.out"), TestContext.Current.CancellationToken))];
    }

    /// <summary>The latest text that the fake SMSC was given for a number.</summary>
    public async Task<SentText> WaitForTextAsync(string number, TimeSpan? most = null) =>
        await Waiting.ForAsync(async () => (await SentTextsAsync()).LastOrDefault(text => text.To == number), most ?? 10.Seconds)
            ?? throw new InvalidOperationException($"No text came for {number}. {await StatusAsync()}");

    public async ValueTask DisposeAsync()
    {
        if (_ports.Count > 0)
            await StopAsync();
        await Smsc.DisposeAsync();
        _http.Dispose();
        _script.Dispose();
    }

    private int Port(string name)
    {
        SkipIfMissing();
        return _ports[name];
    }

    private Task AwaitSmscAsync() => AwaitStatusAsync(status => IsOnline(status, "fake") && IsOnline(status, "played"));

    private async Task AwaitStatusAsync(Predicate<string> reached)
    {
        if (await Waiting.ForAsync(async () => await StatusAsync() is { } status && reached(status) ? status : null, 10.Seconds) is null)
            throw new InvalidOperationException(await StatusAsync());
    }

    private static bool IsOnline(string status, string smsc) =>
        status.Split('\n').Any(line => line.Contains($"{smsc}[{smsc}]", StringComparison.Ordinal) && line.Contains("(online", StringComparison.Ordinal));

    private Task<string> StatusAsync() => _http.GetStringAsync($"http://127.0.0.1:{Port("admin")}/status.txt", TestContext.Current.CancellationToken);
}
