using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SecurityPortal.Delivery.Mail;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using SecurityPortal.Tests.Walks;
using static SecurityPortal.Tests.Delivery.Mail.Mails;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>R-DEL-2: what comes back is taken at once, and once, and nothing else that lies there is in its way.</summary>
public sealed class BounceMailboxTests : IAsyncLifetime
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<DeliveryReport> _taken = new();
    private readonly HeardLog _log = new();
    private ScriptedMailbox _server = new();
    private BounceMailbox _mailbox = null!;
    private Task _watching = Task.CompletedTask;
    private Func<DeliveryReport, Exception?> _refuses = _ => null;

    private const string Name = "SecurityPortal.Delivery.Mail.BounceMailbox";

    private static readonly string s_to = ReturnPath(Options()).Of(Code.Id);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _ = await Record.ExceptionAsync(() => _watching);
        await _server.DisposeAsync();
        _stopping.Dispose();
    }

    [Fact]
    public async Task What_lies_there_is_taken_and_deleted()
    {
        _server.Put(Bounces.Postfix(s_to));
        _server.Put(Bounces.Postfix(ReturnPath(Options()).Of(Mails.Notice.Id), "delivered", "2.0.0"));

        Watch();

        await EventuallyAsync(() => _taken.Count == 2 && _server.Count == 0);
        Assert.Equal([(Code.Id, DeliveryStage.Bounced), (Mails.Notice.Id, DeliveryStage.Delivered)], _taken.Select(report => (report.Message, report.Stage)));
    }

    [Fact]
    public async Task What_comes_later_is_taken_within_a_second()
    {
        Watch();
        await EventuallyAsync(() => _server.Heard.Any(heard => heard.EndsWith("IDLE", StringComparison.Ordinal)));

        for (var number = 1; number <= 3; number++)
        {
            _server.Put(Bounces.Postfix(s_to));
            await EventuallyAsync(() => _taken.Count == number && _server.Count == 0, seconds: 1);
        }

        Assert.Equal(1, _server.Connections);
    }

    [Fact]
    public async Task So_it_is_where_the_server_does_not_tell_of_news()
    {
        _server.CanIdle = false;
        Watch();
        await EventuallyAsync(() => _server.Heard.Any(heard => heard.Contains("SEARCH", StringComparison.Ordinal)));
        _server.Put(Bounces.Postfix(s_to));

        await EventuallyAsync(() => _server.Count == 0, seconds: 8);

        _ = Assert.Single(_taken);
    }

    [Fact]
    public async Task What_is_no_report_stays_and_is_in_nobodys_way()
    {
        _server.Put(Bounces.Answer(s_to));
        _server.Put("Content-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n--x\r\n\0\0: \r\n");
        _server.Put("");
        _server.Put(Bounces.Postfix($"bounces+{new string('a', 39)}@mail.contoso.example"));
        _server.Put($"{Bounces.Postfix(s_to)}{new string('x', 5_000_001)}");
        _server.Put(Bounces.Postfix(s_to));

        Watch();

        await EventuallyAsync(() => _taken.Count == 1 && _mailbox.Ignored == 5);
        await EventuallyAsync(() => (_server.Count, _server.Seen) == (5, 5));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task A_report_that_was_not_taken_is_offered_again_and_holds_up_no_other()
    {
        var refusals = 0;
        _refuses = report => report.Message == Code.Id && refusals++ < 2 ? new InvalidOperationException("The store is closed.") : null;
        _server.Put(Bounces.Postfix(s_to));
        _server.Put(Bounces.Postfix(ReturnPath(Options()).Of(Mails.Notice.Id)));

        Watch();

        await EventuallyAsync(() => _server.Count == 0);
        Assert.Equal([Mails.Notice.Id, Code.Id], _taken.Select(report => report.Message));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_opened_again()
    {
        Watch();
        await EventuallyAsync(() => _server.Heard.Any(heard => heard.EndsWith("IDLE", StringComparison.Ordinal)));
        _server.CutAll();
        _server.Put(Bounces.Postfix(s_to));

        await EventuallyAsync(() => _server.Count == 0);

        Assert.Equal(2, _server.Connections);
    }

    [Fact]
    public async Task A_server_that_is_gone_for_a_while_is_complained_of_once()
    {
        var port = _server.Port;
        await _server.DisposeAsync();
        Watch(port);
        await Task.Delay(3500.Milliseconds, TestContext.Current.CancellationToken);

        _server = new(port);
        _server.Put(Bounces.Postfix(s_to));

        await EventuallyAsync(() => _server.Count == 0 && _log.Lines.Count > 1);
        Assert.Equal(
            [$"{Name} Bounces on 127.0.0.1 cannot be read: Connection refused It is tried again. ", $"{Name} Bounces are read again. "],
            _log.Lines);
    }

    [Fact]
    public async Task It_ends_when_it_is_told_to()
    {
        Watch();
        await EventuallyAsync(() => _server.Heard.Any(heard => heard.EndsWith("IDLE", StringComparison.Ordinal)));

        await _stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _watching.WaitAsync(5.Seconds, TestContext.Current.CancellationToken));
    }

    private void Watch(int? port = null)
    {
        var options = Options();
        options.Bounces = new()
        {
            Host = "127.0.0.1",
            Port = port ?? _server.Port,
            Security = MailSecurity.None,
            UserName = "bounces",
            Password = "hush-hush",
            Folder = "INBOX",
        };
        _mailbox = new(new OptionsWrapper<MailOptions>(options), new(ReturnPath(options)), TimeProvider.System, new LoggerFactory([_log]).CreateLogger<BounceMailbox>());
        _watching = _mailbox.WatchAsync(TakeAsync, _stopping.Token);
    }

    private Task TakeAsync(DeliveryReport report, CancellationToken cancel)
    {
        if (_refuses(report) is { } refusal)
            return Task.FromException(refusal);

        _taken.Enqueue(report);
        return Task.CompletedTask;
    }

    private async Task EventuallyAsync(Func<bool> isSo, int seconds = 15)
    {
        using CancellationTokenSource patience = new(seconds.Seconds);
        while (!isSo())
        {
            if (patience.IsCancellationRequested)
                Assert.Fail(string.Join('\n', [.. _log.Lines, .. _server.Heard]));

            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
