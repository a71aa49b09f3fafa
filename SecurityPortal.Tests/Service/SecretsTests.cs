using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-CODE-4: what proves something lies nowhere in plain, neither in the store nor in the log.</summary>
public sealed class SecretsTests
{
    [Fact]
    public async Task No_code_password_link_or_word_is_in_the_store_its_log_or_the_portals_log()
    {
        ConcurrentQueue<string> log = [];
        await using var portal = await Portal.OpenAsync(instead: services => services.AddLogging(logging => logging
            .SetMinimumLevel(LogLevel.Trace).AddProvider(new Listener(log))));
        await portal.SeedAsync();

        await LiveAsync(portal);

        var secrets = SecretsOf(portal);
        Assert.True(secrets.Count > 20, $"{secrets.Count}");
        Assert.NotEmpty(log);
        var places = Directory.GetFiles(portal.Folder, "portal.db*").Select(file => (Name: file, Text: Read(file))).Append(("log", string.Join('\n', log))).ToList();
        Assert.True(places.Count >= 3);
        foreach (var (place, text) in places)
            Assert.All(secrets, secret => Assert.False(IsIn(text, secret), $"{secret} is in {place}"));
    }

    /// <summary>What the search would find if it were there: the addresses that messages go to are.</summary>
    [Fact]
    public async Task The_search_finds_what_is_there()
    {
        await using var portal = await Portal.OpenAsync();
        await portal.SeedAsync();

        Assert.Contains(Directory.GetFiles(portal.Folder, "portal.db*"), file => IsIn(Read(file), RachelsMail.Value));
    }

    private static async Task LiveAsync(Portal portal)
    {
        var owner = await portal.SignInAsync();
        await portal.ProveAsync(owner);
        await portal.AddAsync(owner, NewMail);
        await portal.AddAsync(owner, NewPhone);
        _ = await portal.SignInAsync(with: RachelsPhone);
        _ = await portal.Service.SignInAsync(From("192.0.2.9"), Rachel, "A-Wrong-Guess-77", Cancel);
        _ = await portal.StartReplacementAsync(with: new(MethodKind.Email, "third@mail.example"));
        var pending = await portal.GivePasswordAsync();
        Assert.Null(await portal.Service.AskForCodeAsync(pending, Purpose.SignIn, await portal.MethodAsync(pending, RachelsMail), Cancel));
        await portal.SendMailAsync();
        _ = await portal.Service.CompleteSignInAsync(pending, (await portal.OverviewAsync(pending)).Challenges[0].Id, "1234567", Cancel);
        portal.Clock.Advance(2.Days);
        _ = await portal.Service.AdvanceDueAsync(new PortalItself(), 100, Cancel);
        await portal.SendMailAsync();
    }

    private static List<string> SecretsOf(Portal portal) =>
    [
        Portal.Password, "A-Wrong-Guess-77", "1234567",
        .. portal.Messages.All.Select(message => message.Code).OfType<string>().Distinct(),
        .. portal.Messages.All.SelectMany(message => message.Links).Select(link => link.Split('/')[^1]),
        .. portal.Messages.All.Where(message => message is { Channel: Channel.Sms, Code: null }).Select(message => message.Text.Split(' ')[^1]).Where(word => word.Length == 10),
    ];

    private static string Read(string file)
    {
        using FileStream stream = new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return Encoding.Latin1.GetString(bytes.ToArray());
    }

    /// <summary>Six digits stand in many a longer number by chance; a code would stand alone.</summary>
    private static bool IsIn(string text, string secret)
    {
        for (var at = text.IndexOf(secret, StringComparison.Ordinal); at >= 0; at = text.IndexOf(secret, at + 1, StringComparison.Ordinal))
        {
            if (!char.IsAsciiDigit(secret[0]) || (!IsDigitAt(text, at - 1) && !IsDigitAt(text, at + secret.Length)))
                return true;
        }

        return false;
    }

    private static bool IsDigitAt(string text, int place) => place >= 0 && place < text.Length && char.IsAsciiDigit(text[place]);

    private sealed class Listener(ConcurrentQueue<string> heard) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            heard.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
