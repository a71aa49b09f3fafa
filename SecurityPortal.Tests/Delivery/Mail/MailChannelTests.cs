using Microsoft.Extensions.Time.Testing;
using SecurityPortal.Delivery.Mail;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Delivery.Mail.Mails;
using static SecurityPortal.Tests.Delivery.Mail.ScriptedMailServer;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>Connections are kept while they are of use, and never more than were allowed.</summary>
public sealed class MailChannelTests : IAsyncLifetime
{
    private readonly ScriptedMailServer _server = new();
    private readonly FakeTimeProvider _clock = new(WrittenAt);
    private MailChannel _channel = null!;

    public ValueTask InitializeAsync()
    {
        _channel = Channel(Options(_server.Port), _clock);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task It_carries_mail_alone()
    {
        Assert.Equal([SecurityPortal.Domain.Channel.Email], _channel.Carries);
        Assert.Equal(0, _server.Connections);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task One_connection_carries_many_messages()
    {
        for (var number = 0; number < 5; number++)
            await TakenAsync();

        Assert.Equal(1, _server.Connections);
        Assert.Equal(5, _server.Mails.Count);
    }

    [Fact]
    public async Task A_refused_message_costs_no_connection()
    {
        _server.Answers["RCPT"] = "550 5.1.1 No such user";
        Assert.IsType<SendAnswer.Never>(await SendAsync());
        _server.Answers.Clear();

        await TakenAsync();

        Assert.Equal(1, _server.Connections);
    }

    [Fact]
    public async Task Never_more_are_open_than_were_allowed()
    {
        _server.Answers[Dot] = Silence;
        using CancellationTokenSource deadline = new(1.Seconds);

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => _channel.SendAsync(Code, deadline.Token)));

        Assert.Equal(2, _server.Connections);
        Assert.All(answers, answer => Assert.Equal(DeliveryCause.ChannelSlow, Assert.IsType<SendAnswer.Later>(answer).Cause));
    }

    [Fact]
    public async Task A_kept_connection_that_died_is_replaced_in_silence()
    {
        await TakenAsync();
        _server.CutAll();

        await TakenAsync();

        Assert.Equal((2, 2), (_server.Connections, _server.Mails.Count));
    }

    [Theory]
    [InlineData("421 4.4.2 Idle for too long")]
    [InlineData("421 4.7.0 Enough messages for one connection" + Cut)]
    [InlineData(Cut)]
    public async Task So_is_one_that_is_closed_when_it_is_used_again(string said)
    {
        await TakenAsync();
        _server.AnswerOnce("MAIL", said);

        await TakenAsync();

        Assert.Equal((2, 2), (_server.Connections, _server.Mails.Count));
    }

    [Fact]
    public async Task It_is_replaced_once_and_no_more()
    {
        await TakenAsync();
        _server.Answers["MAIL"] = Cut;

        Assert.Equal(DeliveryCause.ChannelDown, Assert.IsType<SendAnswer.Later>(await SendAsync()).Cause);

        Assert.Equal(2, _server.Connections);
    }

    [Fact]
    public async Task A_message_that_was_begun_is_not_begun_again_in_silence()
    {
        await TakenAsync();
        _server.Answers["RCPT"] = Cut;

        Assert.Equal(DeliveryCause.ChannelDown, Assert.IsType<SendAnswer.Later>(await SendAsync()).Cause);

        Assert.Equal(1, _server.Connections);
    }

    [Fact]
    public async Task What_was_cut_off_is_used_no_more()
    {
        _server.AnswerOnce(Dot, Silence);
        using (CancellationTokenSource deadline = new(500.Milliseconds))
            Assert.IsType<SendAnswer.Later>(await _channel.SendAsync(Code, deadline.Token));

        await TakenAsync();

        Assert.Equal(2, _server.Connections);
    }

    [Fact]
    public async Task An_idle_connection_is_closed()
    {
        await TakenAsync();

        _clock.Advance(45.Seconds);
        Assert.DoesNotContain("QUIT", _server.Heard);
        _clock.Advance(45.Seconds);

        await _server.HearsAsync("QUIT");
        await TakenAsync();
        Assert.Equal(2, _server.Connections);
    }

    [Fact]
    public async Task At_the_end_they_are_closed_in_good_manners()
    {
        await TakenAsync();

        await _channel.DisposeAsync();

        await _server.HearsAsync("QUIT");
    }

    [Fact]
    public async Task Many_at_once_are_each_sent_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(number =>
            _channel.SendAsync(Code with { To = $"reader{number}@mail.example" }, TestContext.Current.CancellationToken)));

        Assert.All(answers, answer => Assert.IsType<SendAnswer.Taken>(answer));
        Assert.Equal(60, _server.Heard.Where(heard => heard.StartsWith("RCPT", StringComparison.Ordinal)).Distinct().Count());
        Assert.Equal((2, 60), (_server.Connections, _server.Mails.Count));
    }

    private async Task TakenAsync() => Assert.IsType<SendAnswer.Taken>(await SendAsync());

    private Task<SendAnswer> SendAsync() => _channel.SendAsync(Code, TestContext.Current.CancellationToken);
}
