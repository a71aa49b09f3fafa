using System.Net;
using System.Web;

namespace SecurityPortal.Tests.Servers;

/// <summary>The gateway does what other tests rely on.</summary>
public sealed class TextGatewayTests : IClassFixture<TextGateway>, IAsyncDisposable
{
    private readonly TextGateway _gateway;
    private readonly HttpClient _http;
    private readonly CallBacks _callBacks;

    public TextGatewayTests(TextGateway gateway)
    {
        TextGateway.SkipIfMissing();
        (_gateway, _http, _callBacks) = (gateway, new(), new());
    }

    [Theory]
    [InlineData("+358401000001", "0042 is your code.", 0)]
    [InlineData("+358401000002", "Код — 0042\nÇa va?", 2)]
    [InlineData("+358401000003", "Two lines\nof a text.", 0)]
    public async Task A_text_arrives_as_it_was_written(string number, string text, int coding)
    {
        await SendAsync(number, text, coding: coding);

        Assert.Equal(new("SECURITY", number, text), await _gateway.WaitForTextAsync(number));
    }

    [Fact]
    public async Task A_long_text_arrives_whole()
    {
        var text = string.Join(' ', Enumerable.Repeat("Ihr Sicherheitscode — 0042.", 6));
        await SendAsync("+358401000004", text, coding: 2);

        Assert.Equal(text, (await _gateway.WaitForTextAsync("+358401000004")).Text);
    }

    [Fact]
    public async Task The_sender_is_called_back_when_it_was_taken_and_when_it_was_delivered()
    {
        Assert.Equal((HttpStatusCode.Accepted, "0: Accepted for delivery"), await SendAsync("+358401000005", "Hello."));

        // Either may come first.
        Assert.Equal(["1", "8"], (await TypesAsync(2)).Order());
    }

    [Theory]
    [InlineData("+447700900001", "DELIVRD", "1")]
    [InlineData("+447700900002", "UNDELIV", "2")]
    [InlineData("+447700900003", "EXPIRED", "2")]
    [InlineData("+447700900004", "REJECTD", "2")]
    [InlineData("+447700900005", "ENROUTE", "4")]
    [InlineData("+447700900006", "ACCEPTD", "4")]
    public async Task A_played_operator_tells_what_became_of_it(string number, string state, string type)
    {
        await SendAsync(number, "Hello.");
        var text = await _gateway.Smsc.WaitForTextAsync(number);
        Assert.Equal(["8"], await TypesAsync(1));

        await _gateway.Smsc.ReportAsync(text, state, "007");

        Assert.Equal(["8", type], await TypesAsync(2));
    }

    [Fact]
    public async Task A_played_operator_may_refuse_a_text()
    {
        _gateway.Smsc.Refuse("+447700900007", PlayedSmsc.NoSuchNumber);

        Assert.Equal("0: Accepted for delivery", (await SendAsync("+447700900007", "Hello.")).Answer);

        Assert.Equal(["16"], await TypesAsync(1));
    }

    [Fact]
    public async Task A_number_that_no_operator_takes_is_refused_at_once() =>
        Assert.Equal((HttpStatusCode.Forbidden, "Not routable. Do not try again."), await SendAsync("+672100000", "Hello."));

    [Fact]
    public async Task A_wrong_password_is_refused() =>
        Assert.Equal((HttpStatusCode.Forbidden, "Authorization failed for sendsms"), await SendAsync("+358401000006", "Hello.", "wrong"));

    [Fact]
    public async Task Texts_wait_while_the_operator_is_away()
    {
        await _gateway.StopSmscAsync();
        Assert.Equal((HttpStatusCode.Accepted, "3: Queued for later delivery"), await SendAsync("+358401000007", "Hello."));

        await _gateway.StartSmscAsync();

        Assert.Equal("Hello.", (await _gateway.WaitForTextAsync("+358401000007")).Text);
    }

    [Fact]
    public async Task A_gateway_that_was_stopped_comes_again_where_it_was()
    {
        await _gateway.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync("+358401000008", "Hello."));

        await _gateway.StartAsync();
        await SendAsync("+358401000008", "Hello again.");

        Assert.Equal("Hello again.", (await _gateway.WaitForTextAsync("+358401000008")).Text);
    }

    public async ValueTask DisposeAsync()
    {
        await _callBacks.DisposeAsync();
        _http.Dispose();
    }

    private async Task<(HttpStatusCode Status, string Answer)> SendAsync(string number, string text, string password = TextGateway.Password, int coding = 0)
    {
        var query = HttpUtility.ParseQueryString("charset=UTF-8&from=SECURITY&dlr-mask=31");
        query["username"] = TextGateway.User;
        query["password"] = password;
        query["to"] = number;
        query["text"] = text;
        query["coding"] = $"{coding}";
        query["dlr-url"] = $"{_callBacks.Address}?type=%d&answer=%A";
        using var response = await _http.GetAsync(new UriBuilder(_gateway.SendSms) { Query = query.ToString() }.Uri, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<IEnumerable<string?>> TypesAsync(int count) =>
        (await _callBacks.WaitForAsync(count)).Select(call => HttpUtility.ParseQueryString(call.Query)["type"]);
}
