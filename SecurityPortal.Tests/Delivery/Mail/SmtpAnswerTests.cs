using System.Net;
using System.Net.Sockets;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Domain.DeliveryCause;
using static SecurityPortal.Tests.Delivery.Mail.Mails;
using static SecurityPortal.Tests.Delivery.Mail.ScriptedMailServer;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>R-DEL-4: what each answer of a mail server, or none, means for the message and for all others.</summary>
public sealed class SmtpAnswerTests : IAsyncLifetime
{
    private readonly ScriptedMailServer _server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_message_that_is_taken()
    {
        var answer = await SendAsync();

        Assert.Equal(new SendAnswer.Taken(DeliveryStage.HandedOver, "2.0.0 Ok: queued as 4F1T2z"), answer);
        var mail = Assert.Single(_server.Mails);
        Assert.Contains($"Message-Id: <{Code.Id:N}@contoso.example>", mail, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("EHLO contoso.example", _server.Heard);
        Assert.Contains($"MAIL FROM:<{ReturnPath(Options()).Of(Code.Id)}> ENVID={Code.Id:N} RET=HDRS", _server.Heard);
        Assert.Contains(_server.Heard, heard => heard.StartsWith("RCPT TO:<rachel@mail.example> NOTIFY=SUCCESS,FAILURE,DELAY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_sends_no_reports_is_asked_for_none()
    {
        _server.Offers = "250 HELP";

        Assert.IsType<SendAnswer.Taken>(await SendAsync());

        Assert.Contains("RCPT TO:<rachel@mail.example>", _server.Heard);
    }

    [Theory]
    [InlineData("550 5.1.1 No such user", NoSuchMailbox)]
    [InlineData("550 5.1.0 Address rejected", NoSuchMailbox)]
    [InlineData("550 5.1.6 Mailbox has moved", NoSuchMailbox)]
    [InlineData("550 5.2.1 The account is disabled", NoSuchMailbox)]
    [InlineData("550 5.4.1 Recipient address rejected: Access denied", NoSuchMailbox)]
    [InlineData("550 No such user here", NoSuchMailbox)]
    [InlineData("550 Requested action not taken", NoSuchMailbox)]
    [InlineData("552 5.2.2 Over quota", MailboxFull)]
    [InlineData("552 The mailbox is full", MailboxFull)]
    [InlineData("550 5.1.2 Domain not found", NoSuchDomain)]
    [InlineData("550 5.4.4 Host not found", NoSuchDomain)]
    [InlineData("556 5.1.10 Domain mail.example does not accept mail (nullMX)", NoSuchDomain)]
    [InlineData("554 5.7.1 Blocked using zen.spamhaus.example", RefusedAsSpam)]
    [InlineData("550 5.7.26 Unauthenticated mail", RefusedAsSpam)]
    [InlineData("550 5.7.1 You are not allowed to write to this list", RefusedByServer)]
    [InlineData("552 5.3.4 Message too big", RefusedContent)]
    [InlineData("554 5.3.0 It is Sunday", RefusedByServer)]
    public Task A_recipient_that_is_refused_for_good(string said, DeliveryCause cause) =>
        AnswersAsync("RCPT", said, new SendAnswer.Never(cause, said));

    [Theory]
    [InlineData("554 5.7.1 Message looks like spam", RefusedAsSpam)]
    [InlineData("554 5.7.1 Policy", RefusedByServer)]
    [InlineData("552 5.3.4 Message size exceeds fixed limit", RefusedContent)]
    [InlineData("552 Too much", RefusedContent)]
    [InlineData("552 5.2.2 Quota exceeded", MailboxFull)]
    [InlineData("554 5.6.1 Media not supported", RefusedContent)]
    [InlineData("550 Not today", RefusedByServer)]
    public Task A_message_that_is_refused_for_good(string said, DeliveryCause cause) =>
        AnswersAsync(Dot, said, new SendAnswer.Never(cause, said));

    [Theory]
    [InlineData("450 4.2.1 Try again", TryLater)]
    [InlineData("451 4.7.1 Greylisted", TryLater)]
    [InlineData("452 4.2.2 Mailbox full", MailboxFull)]
    [InlineData("451 Local error", TryLater)]
    public async Task What_asks_for_patience_for_one_message(string said, DeliveryCause cause)
    {
        foreach (var command in new[] { "RCPT", "DATA", Dot })
        {
            _server.Answers.Clear();
            await AnswersAsync(command, said, new SendAnswer.Later(cause, said, IsChannelAtFault: false));
        }
    }

    [Theory]
    [InlineData(Greeting, "421 4.3.2 Shutting down", TryLater)]
    [InlineData("RCPT", "421 4.3.2 Shutting down", TryLater)]
    [InlineData("DATA", "421 4.3.2 Shutting down", TryLater)]
    [InlineData(Dot, "421 4.3.2 Shutting down", TryLater)]
    [InlineData("MAIL", "451 4.3.0 Trouble", TryLater)]
    [InlineData("MAIL", "421 4.7.0 Too many connections", TryLater)]
    [InlineData("RCPT", "452 4.3.1 Insufficient system storage", TryLater)]
    [InlineData(Greeting, "554 5.7.1 Go away", ChannelMisconfigured)]
    [InlineData("MAIL", "530 5.7.0 Authentication required", ChannelMisconfigured)]
    [InlineData("MAIL", "553 5.7.1 Sender address rejected: not owned by user", ChannelMisconfigured)]
    [InlineData("MAIL", "550 5.1.8 Sender domain not found", ChannelMisconfigured)]
    [InlineData("RCPT", "530 5.7.0 Must issue a STARTTLS command first", ChannelMisconfigured)]
    public Task What_any_message_would_have_met(string command, string said, DeliveryCause cause) =>
        AnswersAsync(command, said, new SendAnswer.Later(cause, said, IsChannelAtFault: true));

    [Theory]
    [InlineData("RCPT", "554 5.7.1 <rachel@mail.example>: Relay access denied")]
    [InlineData("RCPT", "550 relay not permitted")]
    [InlineData("RCPT", "550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain")]
    public Task A_server_that_does_not_relay_stops_no_other_message(string command, string said) =>
        AnswersAsync(command, said, new SendAnswer.Later(ChannelMisconfigured, said, IsChannelAtFault: false));

    [Fact]
    public Task A_message_whose_size_is_too_large_before_it_is_sent() =>
        AnswersAsync("MAIL", "552 5.3.4 Message size exceeds fixed limit", new SendAnswer.Never(RefusedContent, "552 5.3.4 Message size exceeds fixed limit"));

    /// <summary>The library resets the conversation after a refusal, and loses it when that fails.</summary>
    [Theory]
    [InlineData("RCPT", "550 5.1.1 No such user", Cut)]
    [InlineData("RCPT", "550 5.1.1 No such user", Silence)]
    [InlineData(Dot, "550 5.1.1 No such user", Cut)]
    public Task A_server_that_refuses_and_breaks_off(string command, string said, string then) =>
        AnswersAsync(command, said + then, new SendAnswer.Never(NoSuchMailbox, said), seconds: 1);

    [Theory]
    [InlineData(Greeting)]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(Dot)]
    public async Task A_server_that_falls_silent(string command)
    {
        await AnswersAsync(command, Silence, new SendAnswer.Later(ChannelSlow, "No answer in time.", IsChannelAtFault: true), seconds: 1);
    }

    [Theory]
    [InlineData(Greeting)]
    [InlineData("EHLO")]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    [InlineData(Dot)]
    public async Task A_server_that_breaks_off(string command)
    {
        _server.Answers[command] = Cut;

        var answer = Assert.IsType<SendAnswer.Later>(await SendAsync());

        Assert.Equal((ChannelDown, true), (answer.Cause, answer.IsChannelAtFault));
    }

    [Fact]
    public async Task After_a_cut_behind_the_last_dot_the_same_message_comes_again()
    {
        _server.Answers[Dot] = Cut;
        _ = await SendAsync();
        _server.Answers.Clear();

        Assert.IsType<SendAnswer.Taken>(await SendAsync());

        Assert.Equal(2, _server.Mails.Count);
        _ = Assert.Single(_server.Mails.Distinct());
    }

    [Fact]
    public async Task Nobody_listens()
    {
        int port;
        using (TcpListener closed = new(IPAddress.Loopback, 0))
        {
            closed.Start();
            port = ((IPEndPoint)closed.LocalEndpoint).Port;
        }

        await using var channel = Channel(Options(port));
        var answer = Assert.IsType<SendAnswer.Later>(await channel.SendAsync(Code, TestContext.Current.CancellationToken));
        Assert.Equal((ChannelDown, true), (answer.Cause, answer.IsChannelAtFault));
    }

    [Fact]
    public async Task A_name_that_nobody_bears()
    {
        var options = Options();
        options.Host = "no-such-host.invalid";

        await using var channel = Channel(options);
        var answer = Assert.IsType<SendAnswer.Later>(await channel.SendAsync(Code, TestContext.Current.CancellationToken));
        Assert.Equal((ChannelDown, true), (answer.Cause, answer.IsChannelAtFault));
    }

    [Fact]
    public async Task What_is_not_one_mailbox_is_never_sent()
    {
        await using var channel = Channel(Options(_server.Port));

        var answer = await channel.SendAsync(Code with { To = "a@mail.example, b@mail.example" }, TestContext.Current.CancellationToken);

        Assert.Equal(NoSuchMailbox, Assert.IsType<SendAnswer.Never>(answer).Cause);
        Assert.Equal(0, _server.Connections);
    }

    private async Task AnswersAsync(string command, string said, SendAnswer expected, int seconds = 10)
    {
        _server.Answers[command] = said;

        // Whom it went to is left out of what is kept.
        Assert.Equal(expected with { Detail = expected.Detail?.Replace(Code.To, "…", StringComparison.Ordinal) }, await SendAsync(seconds));
    }

    private async Task<SendAnswer> SendAsync(int seconds = 10)
    {
        await using var channel = Channel(Options(_server.Port));
        using CancellationTokenSource deadline = new(seconds.Seconds);
        return await channel.SendAsync(Code, deadline.Token);
    }
}
