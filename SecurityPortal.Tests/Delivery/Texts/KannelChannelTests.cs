using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;
using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Delivery.Texts;

public sealed class KannelChannelTests : IDisposable
{
    private readonly GatewayClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Posts_the_text_with_everything_that_the_gateway_needs()
    {
        await using var gateway = await ScriptedGateway.StartAsync(202, "0: Accepted for delivery");

        var answer = await SendAsync(gateway, "Grüße: 493027 €");

        Assert.Equal(new SendAnswer.Taken(), answer);
        var heard = Assert.Single(gateway.Heard);
        Assert.Equal(("POST", "/cgi-bin/sendsms", "Grüße: 493027 €"), (heard.Method, heard.Url, heard.Body));
        Assert.Equal("text/plain; charset=utf-8", heard.Headers["Content-Type"]);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["X-Kannel-Username"] = "portal",
                ["X-Kannel-Password"] = Given.Password,
                ["X-Kannel-From"] = "SECURITY",
                ["X-Kannel-SMSC"] = "fast",
                ["X-Kannel-To"] = "+447700900123",
                ["X-Kannel-Coding"] = "0",
                ["X-Kannel-DLR-Mask"] = "31",
                ["X-Kannel-DLR-Url"] = Given.Reports.Of(Given.Id, "type=%d&reason=%A&")!,
            },
            heard.Headers.Where(header => header.Key.StartsWith("X-Kannel-", StringComparison.Ordinal)).ToDictionary());
        Assert.DoesNotContain("traceparent", heard.Headers.Keys);
    }

    [Fact]
    public async Task A_text_outside_the_alphabet_goes_as_UCS_2()
    {
        await using var gateway = await ScriptedGateway.StartAsync(202, "0: Accepted for delivery");

        _ = await SendAsync(gateway, "Ваш код – 493027");

        Assert.Equal(("2", "Ваш код – 493027"), (gateway.Heard[0].Headers["X-Kannel-Coding"], gateway.Heard[0].Body));
    }

    [Fact]
    public async Task Without_a_secret_no_reports_are_asked_for()
    {
        await using var gateway = await ScriptedGateway.StartAsync(202, "0: Accepted for delivery");

        _ = await Given.Kannel(_client, gateway.Url, Given.NoReports).SendAsync(Given.Text(), TestContext.Current.CancellationToken);

        Assert.DoesNotContain(gateway.Heard[0].Headers.Keys, name => name.StartsWith("X-Kannel-DLR", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("07700900123")]
    [InlineData("447700900123")]
    [InlineData("+447700900123\nX-Kannel-From: me")]
    [InlineData("+447700900123,+447700900124")]
    public async Task Nothing_but_a_number_in_E164_leaves_the_building(string to)
    {
        await using var gateway = await ScriptedGateway.StartAsync(202, "0: Accepted for delivery");

        _ = await Assert.ThrowsAsync<ArgumentException>(() =>
            Given.Kannel(_client, gateway.Url).SendAsync(Given.Text(to: to), TestContext.Current.CancellationToken));

        Assert.Empty(gateway.Heard);
    }

    [Theory]
    [InlineData(202, "3: Queued for later delivery", "Taken Delayed")]
    [InlineData(202, "Sent.", "Taken HandedOver")]
    [InlineData(202, "4: Temporal failure", "Later TryLater False")]
    [InlineData(400, "Missing receiver(s) number(s), rejected", "Never UnknownSubscriber")]
    [InlineData(400, "Garbage 'to' field, rejected.", "Never UnknownSubscriber")]
    [InlineData(400, "Number(s) has/have been denied by white- and/or black-lists.", "Never RefusedByNetwork")]
    [InlineData(400, "UDH field is too long, rejected", "Never RefusedContent")]
    [InlineData(400, "Sender missing and no global set, rejected", "Later ChannelMisconfigured True")]
    [InlineData(403, "Authorization failed for sendsms", "Later ChannelMisconfigured True")]
    [InlineData(403, "Not routable. Do not try again.", "Never RefusedByNetwork")]
    [InlineData(503, "Temporal failure, try again later.", "Later TryLater True")]
    [InlineData(500, "Internal error", "Later TryLater True")]
    [InlineData(429, "", "Later TryLater True")]
    [InlineData(404, "Unknown request", "Later ChannelMisconfigured True")]
    [InlineData(302, "", "Later ChannelMisconfigured True")]
    [InlineData(200, "<html>Some other service</html>", "Later ChannelMisconfigured True")]
    public async Task Understands_what_it_is_answered(int status, string said, string expected)
    {
        await using var gateway = await ScriptedGateway.StartAsync(status, said);

        var answer = await SendAsync(gateway);

        Assert.Equal(expected, Short(answer));
        _ = Assert.Single(gateway.Heard);
        if (expected != "Taken HandedOver")
            Assert.Equal($"{status} {said}".Trim(), answer.Detail);
    }

    [Fact]
    public async Task A_gateway_that_is_not_there()
    {
        using TcpListener closed = new(IPAddress.Loopback, 0);
        closed.Start();
        Uri nowhere = new($"http://{closed.LocalEndpoint}");
        closed.Stop();

        Assert.Equal("Later ChannelDown True", Short(await Given.Kannel(_client, nowhere).SendAsync(Given.Text(), TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task A_gateway_that_breaks_off()
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };

        Assert.Equal("Later ChannelDown True", Short(await SendAsync(gateway)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_gateway_that_hangs_is_given_up_when_the_time_is_over(bool hasBegun)
    {
        await using var gateway = await ScriptedGateway.StartAsync();
        gateway.Answer = async context =>
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            if (hasBegun)
                await context.Response.WriteAsync("0: Acc", context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        };
        using CancellationTokenSource deadline = new(TimeSpan.FromMilliseconds(300));

        var answer = await Given.Kannel(_client, gateway.Url).SendAsync(Given.Text(), deadline.Token);

        Assert.Equal("Later ChannelSlow True", Short(answer));
    }

    [Theory]
    [InlineData("Text 'Your code is 493027.' refused")]
    [InlineData("code 4-9-3-0-2-7")]
    [InlineData("\"\\u0059our code is \"")]
    public async Task Nothing_of_the_message_is_kept_with_the_answer(string said)
    {
        await using var gateway = await ScriptedGateway.StartAsync(400, said);

        Assert.Equal("400 (its answer repeats the message)", (await SendAsync(gateway)).Detail);
    }

    [Fact]
    public async Task The_password_is_not_kept_with_the_answer_which_is_one_short_line()
    {
        await using var gateway = await ScriptedGateway.StartAsync(403, $"no\r\n\u001b[31m {Given.Password} {new string('x', 5000)}");

        var detail = (await SendAsync(gateway)).Detail!;

        Assert.StartsWith("403 no [31m *** xxx", detail, StringComparison.Ordinal);
        Assert.Equal(200, detail.Length);
    }

    internal static string Short(SendAnswer answer) => answer switch
    {
        SendAnswer.Taken taken => $"Taken {taken.Stage}",
        SendAnswer.Later later => $"Later {later.Cause} {later.IsChannelAtFault}",
        SendAnswer.Never never => $"Never {never.Cause}",
        _ => "?",
    };

    private Task<SendAnswer> SendAsync(ScriptedGateway gateway, string text = "Your code is 493027.") =>
        Given.Kannel(_client, gateway.Url).SendAsync(Given.Text(text), TestContext.Current.CancellationToken);
}
