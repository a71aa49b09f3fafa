using SecurityPortal.Delivery.Mail;
using SecurityPortal.Domain;
using static SecurityPortal.Tests.Delivery.Mail.Mails;
using static SecurityPortal.Tests.Delivery.Mail.ScriptedMailServer;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>A server that asks for a name and a password, and what of its words is kept: nothing that opens an account.</summary>
public sealed class SignInToServerTests : IAsyncLifetime
{
    private readonly ScriptedMailServer _server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task With_a_user_name_it_signs_in()
    {
        _server.Offers = "250 AUTH PLAIN";

        Assert.IsType<SendAnswer.Taken>(await SendAsync(User));

        Assert.Contains(_server.Heard, heard => heard.StartsWith("AUTH PLAIN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password()
    {
        _server.Offers = "250 AUTH PLAIN";
        _server.Answers["AUTH"] = "535 5.7.8 Error: authentication failed for portal, hush-hush";

        Assert.Equal(
            new SendAnswer.Later(DeliveryCause.ChannelMisconfigured, "535 5.7.8 Error: authentication failed for portal, …", IsChannelAtFault: true),
            await SendAsync(User));
    }

    [Fact]
    public async Task Where_it_was_not_let_in_it_does_not_stay()
    {
        _server.Offers = "250 AUTH PLAIN";
        _server.Answers["AUTH"] = "535 5.7.8 Error: authentication failed";
        var options = Options(_server.Port);
        User(options);
        await using var channel = Channel(options);
        _ = await channel.SendAsync(Code, TestContext.Current.CancellationToken);
        _server.Answers.Clear();

        Assert.IsType<SendAnswer.Taken>(await channel.SendAsync(Code, TestContext.Current.CancellationToken));

        Assert.Equal(2, _server.Heard.Count(heard => heard.StartsWith("AUTH", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_server_that_cannot_look_the_password_up_now()
    {
        _server.Offers = "250 AUTH PLAIN";
        _server.Answers["AUTH"] = "454 4.7.0 Temporary authentication failure";

        var answer = Assert.IsType<SendAnswer.Later>(await SendAsync(User));

        Assert.Equal((DeliveryCause.TryLater, true), (answer.Cause, answer.IsChannelAtFault));
    }

    [Fact]
    public async Task A_server_where_nobody_can_sign_in()
    {
        var answer = Assert.IsType<SendAnswer.Later>(await SendAsync(User));

        Assert.Equal((DeliveryCause.ChannelMisconfigured, true), (answer.Cause, answer.IsChannelAtFault));
        Assert.DoesNotContain("hush", answer.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("550 5.7.1 Subject 'Your code 482913' refused", "550 5.7.1 Subject 'Your code …' refused")]
    [InlineData("550-5.7.1 Found 482 913\n550 5.7.1 and 48-29-13", "550 5.7.1 Found … and …")]
    [InlineData("550 5.7.1 Link https://portal.example/undo/0123456789ABCDEF0123456789abcdef", "550 5.7.1 Link https://portal.example/undo/…")]
    public async Task What_a_server_quotes_is_not_kept(string said, string kept)
    {
        _server.Answers[Dot] = said;

        Assert.Equal(kept, (await SendAsync()).Detail);
    }

    [Fact]
    public async Task Only_so_much_of_what_it_says_is_kept()
    {
        _server.Answers["RCPT"] = $"550 5.1.1 {new string('n', 400)}o\u0007\tway";

        var detail = (await SendAsync()).Detail!;

        Assert.Equal(200, detail.Length);
        Assert.DoesNotContain(detail, char.IsControl);
    }

    private static void User(MailOptions options) => (options.UserName, options.Password) = ("portal", "hush-hush");

    private async Task<SendAnswer> SendAsync(Action<MailOptions>? change = null)
    {
        var options = Options(_server.Port);
        change?.Invoke(options);
        await using var channel = Channel(options);
        return await channel.SendAsync(Code, TestContext.Current.CancellationToken);
    }
}
