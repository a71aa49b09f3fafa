using System.Text.Json;
using CsCheck;
using SecurityPortal.Delivery;
using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Delivery.Texts;

public sealed class WebhookChannelTests : IDisposable
{
    private static readonly Gen<string> s_any = Gen.OneOf(
        Gen.Char['\0', '\ud7ff'].Select(letter => $"{letter}"), Gen.Const("😀"), Gen.Const("\""), Gen.Const("\\"), Gen.Const("{to}")).Array[0, 100].Select(string.Concat);

    private readonly GatewayClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Fills_the_request_that_the_settings_hold()
    {
        await using var provider = await ScriptedGateway.StartAsync(201, """{"id":"7","text":"Your code is 493027."}""");

        Assert.Equal(new SendAnswer.Taken(), await SendAsync(provider, Given.Text()));

        var heard = Assert.Single(provider.Heard);
        Assert.Equal(("POST", "/v1/messages"), (heard.Method, heard.Url));
        Assert.Equal("application/json; charset=utf-8", heard.Headers["Content-Type"]);
        Assert.Equal((Given.Token, $"{Given.Id}"), (heard.Headers["Authorization"], heard.Headers["Idempotency-Key"]));
        using var body = JsonDocument.Parse(heard.Body);
        Assert.Equal("Your code is 493027.", body.RootElement.GetProperty("body")[0].GetString());
        Assert.Equal(
            ("+447700900123", "447700900123", "SECURITY", $"{Given.Id}", Given.Reports.Of(Given.Id), "en"),
            (Field(body, "to"), Field(body, "number"), Field(body, "from"), Field(body, "id"), Field(body, "call"), Field(body, "lang")));
    }

    [Fact]
    public void Any_text_survives_on_the_way_and_nothing_gets_out_of_its_place() => s_any.Sample(text =>
    {
        WebhookBody body = new(Given.Webhook(new("https://provider.example")).Body);
        var filled = body.Fill(Given.Text(text), from: text, reportUrl: null);

        using var read = JsonDocument.Parse(filled);
        Assert.Equal((text, text, "", "+447700900123"), (read.RootElement.GetProperty("body")[0].GetString(), Field(read, "from"), Field(read, "call"), Field(read, "to")));
        Assert.Equal(7, read.RootElement.EnumerateObject().Count());
    });

    [Theory]
    [InlineData(200, "", "Taken HandedOver")]
    [InlineData(202, "", "Taken HandedOver")]
    [InlineData(400, """{"error":"not a valid phone number"}""", "Never UnknownSubscriber")]
    [InlineData(422, """{"error":"text too long"}""", "Never RefusedContent")]
    [InlineData(401, "", "Later ChannelMisconfigured True")]
    [InlineData(402, "", "Later ChannelMisconfigured True")]
    [InlineData(403, "", "Later ChannelMisconfigured True")]
    [InlineData(404, "", "Later ChannelMisconfigured True")]
    [InlineData(307, "", "Later ChannelMisconfigured True")]
    [InlineData(408, "", "Later TryLater False")]
    [InlineData(429, "", "Later TryLater True")]
    [InlineData(503, "", "Later TryLater True")]
    public async Task Understands_what_it_is_answered(int status, string said, string expected)
    {
        await using var provider = await ScriptedGateway.StartAsync(status, said);

        Assert.Equal(expected, KannelChannelTests.Short(await SendAsync(provider, Given.Text())));
        _ = Assert.Single(provider.Heard);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_provider_says_when_to_come_again(int status)
    {
        await using var provider = await ScriptedGateway.StartAsync(status, "slow down", retryAfter: "120");

        Assert.Equal(
            new SendAnswer.Later(DeliveryCause.TryLater, $"{status} (again after 120) slow down", IsChannelAtFault: true),
            await SendAsync(provider, Given.Text()));
    }

    [Fact]
    public async Task Only_the_status_codes_of_the_settings_count_where_there_are_some()
    {
        await using var provider = await ScriptedGateway.StartAsync(200, "queued");
        var options = Given.Webhook(provider.Url);
        options.Accepted = [202];

        Assert.Equal("Later ChannelMisconfigured True", KannelChannelTests.Short(await SendAsync(provider, Given.Text(), options)));

        provider.Say(202, "queued");
        Assert.Equal("Taken HandedOver", KannelChannelTests.Short(await SendAsync(provider, Given.Text(), options)));
    }

    [Fact]
    public async Task A_secret_of_a_header_is_not_kept_with_the_answer()
    {
        await using var provider = await ScriptedGateway.StartAsync(401, $"bad key {Given.Token}");

        Assert.Equal("401 bad key ***", (await SendAsync(provider, Given.Text())).Detail);
    }

    [Fact]
    public async Task Calls_say_what_a_call_is_to_say()
    {
        await using var provider = await ScriptedGateway.StartAsync();
        WebhookChannel calls = new(Channel.Voice, Given.Webhook(provider.Url), new("calls", new("https://portal.example"), Given.Secret), _client);

        _ = await calls.SendAsync(Given.Text("Four. Nine. Three.") with { Channel = Channel.Voice }, TestContext.Current.CancellationToken);

        Assert.Equal([Channel.Voice], calls.Carries);
        Assert.Contains("Four. Nine. Three.", provider.Heard[0].Body, StringComparison.Ordinal);
        Assert.Contains($"https://portal.example/deliveries/calls/{Given.Id}?sig=", provider.Heard[0].Body, StringComparison.Ordinal);
    }

    private static string? Field(JsonDocument body, string name) => body.RootElement.GetProperty(name).GetString();

    private Task<SendAnswer> SendAsync(ScriptedGateway provider, Dispatch message, WebhookOptions? options = null) =>
        new WebhookChannel(Channel.Sms, options ?? Given.Webhook(provider.Url), Given.Reports, _client).SendAsync(message, TestContext.Current.CancellationToken);
}
