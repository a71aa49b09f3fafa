using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Delivery.Reports;
using SecurityPortal.Delivery.Texts;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Delivery.Texts;

/// <summary>Texts go by Kannel here, and calls by a web-hook.</summary>
public sealed class DeliveryReportTests : IAsyncLifetime
{
    private static readonly ReportAddress s_texts = new("texts", new("http://127.0.0.1"), Given.Secret);
    private static readonly ReportAddress s_calls = new("calls", new("http://127.0.0.1"), Given.Secret);

    private readonly List<DeliveryReport> _taken = [];
    private readonly HttpClient _gateway = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private WebApplication _portal = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        _ = builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _ = builder.Services.AddLogging()
            .AddSingleton(new ReportSource(s_texts, new KannelReports()))
            .AddSingleton(new ReportSource(s_calls, new WebhookReports(Given.Webhook(new("https://provider.example")).Report)));
        _portal = builder.Build();
        _portal.UseDeliveryReports((report, _) =>
        {
            _taken.Add(report);
            return Task.FromResult(report.Message == Given.Id);
        });
        _portal.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status418ImATeapot;
            return Task.CompletedTask;
        });
        await _portal.StartAsync(TestContext.Current.CancellationToken);
        _gateway.BaseAddress = new(_portal.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        _gateway.Dispose();
        await _portal.DisposeAsync();
    }

    [Theory]
    [InlineData("1", "", DeliveryStage.Delivered, null, null)]
    [InlineData("8", "ACK/", DeliveryStage.Accepted, null, null)]
    [InlineData("4", "", DeliveryStage.Delayed, DeliveryCause.PhoneUnreachable, null)]
    [InlineData("16", "NACK/0x58/Throttling", DeliveryStage.Refused, DeliveryCause.RefusedByNetwork, "NACK/0x58/Throttling")]
    [InlineData("2", "Unknown subscriber", DeliveryStage.Bounced, DeliveryCause.UnknownSubscriber, "Unknown subscriber")]
    [InlineData("2", "NACK/0x0000000b/Invalid Destination Address", DeliveryStage.Bounced, DeliveryCause.UnknownSubscriber, "NACK/0x0000000b/Invalid Destination Address")]
    [InlineData("2", "id:7 stat:UNDELIV err:001 text:Your code is 49", DeliveryStage.Bounced, DeliveryCause.UnknownSubscriber, "id:7 stat:UNDELIV err:001")]
    [InlineData("2", "id:7 stat:EXPIRED err:000 Text:Your code\n493027", DeliveryStage.Bounced, DeliveryCause.PhoneUnreachable, "id:7 stat:EXPIRED err:000")]
    [InlineData("2", "stat:UNKNOWN err:012", DeliveryStage.Bounced, DeliveryCause.RefusedByNetwork, "stat:UNKNOWN err:012")]
    [InlineData("2", "", DeliveryStage.Bounced, DeliveryCause.RefusedByNetwork, null)]
    public async Task Understands_what_Kannel_reports(string type, string reason, DeliveryStage stage, DeliveryCause? cause, string? detail)
    {
        var address = s_texts.Of(Given.Id, $"type={type}&reason={Uri.EscapeDataString(reason)}&");

        Assert.Equal("200 ", await GetAsync(address));
        Assert.Equal(new DeliveryReport(Given.Id, stage, cause, detail), Assert.Single(_taken));
    }

    [Fact]
    public async Task A_report_that_comes_twice_or_late_is_passed_on_as_it_is()
    {
        Assert.Equal("200 ", await GetAsync(s_texts.Of(Given.Id, "type=1&")));
        Assert.Equal("200 ", await GetAsync(s_texts.Of(Given.Id, "type=1&")));
        Assert.Equal("200 ", await GetAsync(s_texts.Of(Given.Id, "type=8&")));

        Assert.Equal([DeliveryStage.Delivered, DeliveryStage.Delivered, DeliveryStage.Accepted], _taken.Select(report => report.Stage));
    }

    [Fact]
    public async Task A_wrong_signature_is_answered_as_an_unknown_id()
    {
        var other = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        var right = s_texts.Of(Given.Id, "type=1&")!;

        var unknown = await AnswerAsync(s_texts.Of(other, "type=1&"));
        Assert.Equal(other, Assert.Single(_taken).Message);
        _taken.Clear();

        foreach (var wrong in new[]
        {
            right[..^1] + (right[^1] == 'A' ? 'Q' : 'A'),
            right[..right.IndexOf("&sig", StringComparison.Ordinal)],
            right[..^22],
            right + "&sig=again",
            right.Replace("/texts/", "/calls/", StringComparison.Ordinal),
            right.Replace($"{Given.Id}", $"{other}", StringComparison.Ordinal),
            s_texts.Of(other, "nonsense&")![..^1],
        })
            Assert.Equal(unknown, await AnswerAsync(wrong));

        Assert.StartsWith("404", unknown, StringComparison.Ordinal);
        Assert.Empty(_taken);
    }

    [Fact]
    public void A_signature_is_of_one_message_at_one_place_by_one_secret()
    {
        var signature = s_texts.Of(Given.Id)!.Split("sig=")[1];

        Assert.Equal(22, signature.Length);
        Assert.True(s_texts.IsSigned(Given.Id, signature));
        Assert.False(s_calls.IsSigned(Given.Id, signature));
        Assert.False(new ReportAddress("texts", new("http://127.0.0.1"), Given.Secret + "!").IsSigned(Given.Id, signature));
        Assert.False(Given.NoReports.IsSigned(Given.Id, signature));
        Assert.Null(Given.NoReports.Of(Given.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("type=&")]
    [InlineData("type=3&")]
    [InlineData("type=%25d&")]
    public async Task What_says_nothing_is_malformed(string query)
    {
        Assert.Equal("400 ", await GetAsync(s_texts.Of(Given.Id, query)));
        Assert.Empty(_taken);
    }

    [Theory]
    [InlineData("application/json", """{"results":[{"status":"FAILED","error":13}]}""", 200)]
    [InlineData("application/problem+json; charset=utf-8", """{"results":[{"status":"failed","error":"13"}]}""", 200)]
    [InlineData("application/x-www-form-urlencoded", "results.0.status=failed&results.0.error=13", 200)]
    [InlineData("application/json", """{"results":[{"status":"ringing"}]}""", 200)]
    [InlineData("application/json", """{"results":[]}""", 400)]
    [InlineData("application/json", """{"results":"failed"}""", 400)]
    [InlineData("application/json", """{"results":[{"status":{}}]}""", 400)]
    [InlineData("application/json", "nonsense", 400)]
    [InlineData("application/json", "[[[[[[[[[[[[[[[[[[[[[[[[", 400)]
    [InlineData("text/plain", "results.0.status=failed", 400)]
    public async Task Reads_a_providers_call_back_as_the_settings_say(string type, string body, int status)
    {
        Assert.Equal($"{status} ", await PostAsync(s_calls.Of(Given.Id), type, body));
        Assert.Equal(
            status == 200 && !body.Contains("ringing", StringComparison.Ordinal)
                ? [new DeliveryReport(Given.Id, DeliveryStage.Bounced, DeliveryCause.UnknownSubscriber, _taken.Count > 0 ? _taken[0].Detail : null)]
                : [],
            _taken);
    }

    [Fact]
    public async Task A_call_back_may_also_be_an_address()
    {
        Assert.Equal("200 ", await GetAsync(s_calls.Of(Given.Id, "results.0.status=delivered&")));
        Assert.Equal(new DeliveryReport(Given.Id, DeliveryStage.Delivered, null, "delivered"), Assert.Single(_taken));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_large_body_is_not_read(bool isChunked)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(s_calls.Of(Given.Id)!).PathAndQuery)
        {
            Content = new StringContent($$"""{"results":[{"status":"failed"}],"more":"{{new string('x', DeliveryReportCalls.MaxBody)}}"}""", Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = isChunked;
        using var answer = await _gateway.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(413, (int)answer.StatusCode);
        Assert.Empty(_taken);
    }

    [Theory]
    [InlineData("GET", "/deliveries/texts")]
    [InlineData("GET", "/deliveries/texts/nonsense?type=1")]
    [InlineData("GET", "/deliveries/mails/01890a5d-ac96-774b-bcce-b302099a8057?type=1")]
    [InlineData("GET", "/deliveries/texts/01890a5d-ac96-774b-bcce-b302099a8057/more")]
    [InlineData("GET", "/Deliveries/texts/01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData("DELETE", "/deliveries/texts/01890a5d-ac96-774b-bcce-b302099a8057")]
    [InlineData("GET", "/sign-in")]
    public async Task Everything_else_goes_on_to_the_portal(string method, string path)
    {
        using HttpRequestMessage request = new(new(method), path);
        using var answer = await _gateway.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(418, (int)answer.StatusCode);
    }

    private Task<string> GetAsync(string? address) => SendAsync(new(HttpMethod.Get, new Uri(address!).PathAndQuery));

    private Task<string> PostAsync(string? address, string type, string body)
    {
        StringContent content = new(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        return SendAsync(new(HttpMethod.Post, new Uri(address!).PathAndQuery) { Content = content });
    }

    private async Task<string> SendAsync(HttpRequestMessage request)
    {
        using var sent = request;
        using var answer = await _gateway.SendAsync(sent, TestContext.Current.CancellationToken);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
    }

    /// <summary>All of it, but for the time.</summary>
    private async Task<string> AnswerAsync(string? address)
    {
        using var answer = await _gateway.GetAsync(new Uri(address!).PathAndQuery, TestContext.Current.CancellationToken);
        _ = answer.Headers.Remove("Date");
        return $"{(int)answer.StatusCode} {answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
    }
}
