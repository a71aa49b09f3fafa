using Microsoft.Extensions.Time.Testing;
using SecurityPortal.Commands;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Delivery.Texts;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Commands;

public sealed class CheckChannelsCommandTests
{
    private static readonly ChannelTest s_mail = new(Channel.Email, "someone@mail.example");
    private static readonly ChannelTest s_text = new(Channel.Sms, "+447700900123");
    private static readonly ChannelTest s_call = new(Channel.Voice, "+447700900123");

    private readonly FakeTimeProvider _clock = new(Portal.Noon);

    [Fact]
    public async Task Says_of_each_how_far_it_came()
    {
        ScriptedChannel mails = new(Channel.Email, new SendAnswer.Taken(DeliveryStage.Accepted, "250 2.0.0 Ok: queued as 4F2"));
        ScriptedChannel texts = new(Channel.Sms, new SendAnswer.Taken());

        var (code, lines) = await RunAsync([mails, texts], s_mail, s_text);

        Assert.Equal(0, code);
        Assert.Equal(
            [
                "mail to someone@mail.example: accepted at 12:00:00 UTC, after 0.0 s: 250 2.0.0 Ok: queued as 4F2",
                "text to +447700900123: handed over at 12:00:00 UTC, after 0.0 s",
                "What becomes of these from here on is not heard here: see whether bounces are read and reports asked for, and stop the portal for the time of a check, because it listens in this place.",
            ],
            lines);
        var sent = Assert.Single(texts.Sent);
        Assert.Equal(("+447700900123", "Test", "en", Channel.Sms), (sent.To, sent.Kind, sent.Language, sent.Channel));
        Assert.Contains("This is a test", sent.Text, StringComparison.Ordinal);
        Assert.Contains("<p>This is a test", Assert.Single(mails.Sent).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_is_held_back_was_handed_over_too()
    {
        var (code, lines) = await RunAsync([new ScriptedChannel(Channel.Sms, new SendAnswer.Taken(DeliveryStage.Delayed, "3: Queued"))], s_text);

        Assert.Equal((0, "text to +447700900123: handed over, but held back at 12:00:00 UTC, after 0.0 s: 3: Queued"), (code, lines[0]));
    }

    [Fact]
    public async Task Fails_when_one_was_not_handed_over()
    {
        var (code, lines) = await RunAsync(
            [
                new ScriptedChannel(Channel.Sms, new SendAnswer.Later(DeliveryCause.ChannelDown, "Connection refused", IsChannelAtFault: true)),
                new ScriptedChannel(Channel.Email, new SendAnswer.Never(DeliveryCause.NoSuchMailbox, "550 No such user")),
            ],
            s_text,
            s_mail,
            s_call);

        Assert.Equal(1, code);
        Assert.Equal(
            [
                "text to +447700900123: not handed over, but another try may go better (our own service does not answer) at 12:00:00 UTC, after 0.0 s: Connection refused",
                "mail to someone@mail.example: refused for good (there is no such mailbox) at 12:00:00 UTC, after 0.0 s: 550 No such user",
                "call to +447700900123: not sent, because the settings Calls name no way",
            ],
            lines);
    }

    [Fact]
    public async Task A_channel_that_hangs_is_given_up_after_a_minute()
    {
        ScriptedChannel texts = new(Channel.Sms, answer: null);

        var running = RunAsync([texts], s_text);
        _clock.Advance(TimeSpan.FromSeconds(60));
        var (code, lines) = await running;

        Assert.Equal(
            (1, "text to +447700900123: not handed over, but another try may go better (our own service is slow) at 12:01:00 UTC, after 60.0 s"), (code, lines[0]));
    }

    [Theory]
    [InlineData("Usage: ")]
    [InlineData("Usage: ", "--text")]
    [InlineData("Usage: ", "--pigeon", "loft 7")]
    [InlineData("Usage: ", "--mail", "someone@mail.example", "--text")]
    [InlineData("“nobody” is no mail address.", "--mail", "nobody")]
    [InlineData("“07700900123” is no number in full, ", "--text", "07700900123")]
    [InlineData("“07700900123” is no number in full, ", "--call", "07700900123")]
    [InlineData("A check of channels knows no setting “Storage:Folder”.", "--text", "+447700900123", "--Storage:Folder=data")]
    public void Says_in_one_line_what_it_cannot_do(string said, params string[] arguments)
    {
        Assert.Null(CheckChannelsArguments.Read(arguments, out var reason));
        Assert.StartsWith(said, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Reads_which_messages_go_where()
    {
        var read = CheckChannelsArguments.Read(
            ["--Texts:Kind=Kannel", "--mail", s_mail.To, "--text", s_text.To, "--call", s_call.To], out _)!;

        Assert.Equal([s_mail, s_text, s_call], read.Tests);
        Assert.Equal(["--Texts:Kind=Kannel"], read.Settings);
    }

    [Fact]
    public async Task Works_from_the_shell_in_Production_before_anything_else_is_set_up()
    {
        await using var gateway = await ScriptedGateway.StartAsync(202, "0: Accepted for delivery");
        string[] settings = ["--Texts:Kind=Kannel", $"--Texts:Kannel:Url={gateway.Url}cgi-bin/sendsms", "--Texts:Kannel:UserName=portal"];

        var ended = await CheckAsync([.. settings, "--Texts:Kannel:Password=secret"]);
        var refused = await CheckAsync(settings);
        var misread = await CheckAsync([.. settings, "--Texts:Webhook:Report:Stages:sent=Arrived"]);

        Assert.Equal((0, ""), (ended.ExitCode, ended.Errors));
        Assert.StartsWith("text to +447700900123: handed over at ", ended.Output, StringComparison.Ordinal);
        Assert.Equal("+447700900123", Assert.Single(gateway.Heard).Headers["X-Kannel-To"]);
        Assert.Equal((1, "Texts:Kannel:Password must be set"), (refused.ExitCode, refused.Errors.TrimEnd()));
        Assert.Equal(1, misread.ExitCode);
        Assert.Contains("'Texts:Webhook:Report:Stages:sent'", Assert.Single(misread.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static Task<PortalProcess> CheckAsync(string[] settings) =>
        PortalProcess.RunAsync("Production", [CheckChannelsCommand.Name, "--text", s_text.To, .. settings]);

    [Fact]
    public async Task Follows_what_is_heard_of_to_its_end_and_no_longer_than_a_minute()
    {
        HeardReports reports = new(Channel.Email, Channel.Sms);
        ScriptedChannel mails = new(Channel.Email, new SendAnswer.Taken());
        ScriptedChannel texts = new(Channel.Sms, new SendAnswer.Taken());
        var running = RunAsync([mails, texts], reports, s_mail, s_text);

        reports.Put(new(mails.Sent.Single().Id, DeliveryStage.Bounced, DeliveryCause.MailboxFull, "552 5.2.2 full"));
        reports.Put(new(texts.Sent.Single().Id, DeliveryStage.Accepted));
        while (running.Status is TaskStatus.WaitingForActivation && !running.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(30));
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        var (code, lines) = await running;
        Assert.Equal(0, code);
        Assert.Contains(lines, line => line.StartsWith("mail to someone@mail.example: came back (the mailbox is full) at ", StringComparison.Ordinal) && line.EndsWith(": 552 5.2.2 full", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("text to +447700900123: accepted at 12:0", StringComparison.Ordinal));
        Assert.Equal("text to +447700900123: nothing more was heard of it within a minute", lines[^1]);
    }

    private Task<(int Code, string[] Lines)> RunAsync(IMessageChannel[] channels, params ChannelTest[] tests) =>
        RunAsync(channels, new HeardReports(), tests);

    private async Task<(int Code, string[] Lines)> RunAsync(IMessageChannel[] channels, HeardReports reports, params ChannelTest[] tests)
    {
        await using StringWriter output = new();
        var code = await new CheckChannelsCommand(channels, reports, _clock, output).RunAsync(tests, TestContext.Current.CancellationToken);
        return (code, output.ToString().TrimEnd().Split(Environment.NewLine));
    }

    /// <param name="answer">Null for one that never answers.</param>
    private sealed class ScriptedChannel(Channel carries, SendAnswer? answer) : IMessageChannel
    {
        public List<Dispatch> Sent { get; } = [];

        public IReadOnlyCollection<Channel> Carries { get; } = [carries];

        public async Task<SendAnswer> SendAsync(Dispatch message, CancellationToken cancel)
        {
            Sent.Add(message);
            if (answer is null)
                await Task.Delay(Timeout.Infinite, cancel);
            return answer!;
        }
    }
}
