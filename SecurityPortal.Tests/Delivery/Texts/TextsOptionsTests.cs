using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SecurityPortal.Delivery;
using SecurityPortal.Delivery.Calls;
using SecurityPortal.Delivery.Reports;
using SecurityPortal.Delivery.Texts;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Delivery.Texts;

/// <summary>From the smallest settings that do, one thing is broken.</summary>
public sealed class TextsOptionsTests
{
    private static readonly Dictionary<string, string?> s_kannel = new()
    {
        ["Portal:BaseAddress"] = "https://portal.example",
        ["Texts:Kind"] = "Kannel",
        ["Texts:ReportSecret"] = Given.Secret,
        ["Texts:Kannel:Url"] = "http://localhost:13013/cgi-bin/sendsms",
        ["Texts:Kannel:UserName"] = "portal",
        ["Texts:Kannel:Password"] = "secret",
    };

    private static readonly Dictionary<string, string?> s_webhooks = new()
    {
        ["Portal:BaseAddress"] = "https://portal.example",
        ["Texts:Kind"] = "Webhook",
        ["Texts:Webhook:Url"] = "https://provider.example/v1/messages",
        ["Texts:Webhook:Body"] = """{"to":"{to}","text":"{text}"}""",
        ["Texts:Webhook:Headers:Authorization"] = "Bearer 1",
        ["Calls:ReportSecret"] = Given.Secret,
        ["Calls:Webhook:Url"] = "https://provider.example/v1/calls",
        ["Calls:Webhook:Body"] = """{"to":"{to}","say":"{text}","call":"{reportUrl}"}""",
        ["Calls:Webhook:Report:StagePath"] = "status",
        ["Calls:Webhook:Report:Stages:answered"] = "Delivered",
        ["Calls:Webhook:Report:Causes:busy"] = "PhoneUnreachable",
    };

    [Fact]
    public void What_is_not_configured_is_not_there()
    {
        using var services = Services([]);

        Assert.Null(Fault(services));
        Assert.Empty(services.GetServices<IMessageChannel>());
        Assert.Empty(services.GetServices<ReportSource>());
    }

    [Fact]
    public void Texts_by_Kannel()
    {
        using var services = Services(s_kannel);

        Assert.Null(Fault(services));
        Assert.Equal([Channel.Sms], Assert.IsType<KannelChannel>(Assert.Single(services.GetServices<IMessageChannel>())).Carries);
        Assert.StartsWith(
            "https://portal.example/deliveries/texts/", Assert.Single(services.GetServices<ReportSource>()).Address.Of(Given.Id), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_and_calls_by_web_hooks()
    {
        using var services = Services(s_webhooks);

        Assert.Null(Fault(services));
        Assert.Equal([Channel.Sms, Channel.Voice], services.GetServices<IMessageChannel>().SelectMany(channel => channel.Carries));
        Assert.Equal([null, "calls"], services.GetServices<ReportSource>().Select(source => source.Address.Of(Given.Id)?.Split('/')[4]));
        Assert.Equal("Bearer 1", services.GetRequiredService<IOptions<TextsOptions>>().Value.Webhook.Headers["Authorization"]);
        Assert.Equal(
            DeliveryCause.PhoneUnreachable, services.GetRequiredService<IOptions<CallsOptions>>().Value.Webhook.Report.Causes["busy"]);
    }

    [Fact]
    public void A_gateway_may_report_to_another_address()
    {
        using var services = Services(s_kannel, ("Texts:ReportBaseAddress", "http://portal.internal:8080"));

        Assert.Null(Fault(services));
        Assert.StartsWith(
            "http://portal.internal:8080/deliveries/texts/", Assert.Single(services.GetServices<ReportSource>()).Address.Of(Given.Id), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Texts:Kind", "Pigeon", "'Texts:Kind'")]
    [InlineData("Texts:Sort", "x", "'Sort'")]
    [InlineData("Texts:ReportSecret", "short", "Texts:ReportSecret must ")]
    [InlineData("Texts:ReportBaseAddress", "portal.internal", "Texts:ReportBaseAddress must ")]
    [InlineData("Texts:ReportBaseAddress", "https://portal.internal/reports", "Texts:ReportBaseAddress must ")]
    [InlineData("Texts:ReportBaseAddress", "ftp://portal.internal", "Texts:ReportBaseAddress must ")]
    [InlineData("Portal:BaseAddress", "", "Texts:ReportBaseAddress must ")]
    [InlineData("Texts:Kannel:Url", "", "Texts:Kannel:Url must ")]
    [InlineData("Texts:Kannel:Url", "http://gateway.example/cgi-bin/sendsms", "Texts:Kannel:Url must ")]
    [InlineData("Texts:Kannel:Url", "https://portal:secret@gateway.example/", "Texts:Kannel:Url must ")]
    [InlineData("Texts:Kannel:UserName", "", "Texts:Kannel:UserName must ")]
    [InlineData("Texts:Kannel:Password", "", "Texts:Kannel:Password must ")]
    [InlineData("Texts:Kannel:Password", "two\nlines", "Texts:Kannel:Password must ")]
    [InlineData("Texts:Kannel:Sender", "Contoso Limited", "Texts:Kannel:Sender must ")]
    [InlineData("Texts:Kannel:Sender", "Müller", "Texts:Kannel:Sender must ")]
    [InlineData("Texts:Kannel:Smsc", "schnellstmöglich", "Texts:Kannel:Smsc must ")]
    public void A_bad_setting_of_Kannel(string key, string value, string named)
    {
        using var services = Services(s_kannel, (key, value));

        Assert.Contains(named, Fault(services), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Texts:Webhook:Url", "http://provider.example", "Texts:Webhook:Url must ")]
    [InlineData("Texts:Webhook:Method", "GET", "Texts:Webhook:Method must ")]
    [InlineData("Texts:Webhook:Body", "", "Texts:Webhook:Body must ")]
    [InlineData("Texts:Webhook:Body", """{"to":"{to}"}""", "Texts:Webhook:Body must ")]
    [InlineData("Texts:Webhook:Body", """{"to":{to},"text":"{text}"}""", "Texts:Webhook:Body must ")]
    [InlineData("Texts:Webhook:Body", """{"to":"\{to}","text":"{text}"}""", "Texts:Webhook:Body must ")]
    [InlineData("Texts:Webhook:Body", """{"to":"{to}","text":"{text}","from":"{from}"}""", "Texts:Webhook:From must ")]
    [InlineData("Texts:Webhook:Body", """{"to":"{to}","text":"{text}","call":"{reportUrl}"}""", "Texts:ReportSecret must ")]
    [InlineData("Texts:Webhook:Accepted:0", "404", "Texts:Webhook:Accepted must ")]
    [InlineData("Texts:Webhook:Headers:Content-Type", "text/plain", "Texts:Webhook:Headers:Content-Type must ")]
    [InlineData("Texts:Webhook:Headers:Two words", "x", "Texts:Webhook:Headers:Two words must ")]
    [InlineData("Texts:Webhook:Headers:X-Key", "a\nX-Other: b", "Texts:Webhook:Headers:X-Key must ")]
    [InlineData("Calls:ReportSecret", "", "Calls:ReportSecret must ")]
    [InlineData("Calls:Webhook:Body", """{"to":"{to}","say":"{text}"}""", "Calls:Webhook:Body must ")]
    [InlineData("Calls:Webhook:Report:StagePath", "", "Calls:Webhook:Report:StagePath ")]
    [InlineData("Calls:Webhook:Report:Stages:answered", "Arrived", "'Calls:Webhook:Report:Stages:answered'")]
    [InlineData("Calls:Webhook:Report:Stages:begun", "Queued", "Calls:Webhook:Report:Stages:begun must ")]
    [InlineData("Calls:Webhook:Report:Causes:busy", "Busy", "'Calls:Webhook:Report:Causes:busy'")]
    [InlineData("Calls:Webhook:Report:Stage", "x", "'Stage'")]
    public void A_bad_setting_of_a_web_hook(string key, string value, string named)
    {
        using var services = Services(s_webhooks, (key, value));

        Assert.Contains(named, Fault(services), StringComparison.Ordinal);
    }

    private static string? Fault(ServiceProvider services) =>
        Record.Exception(services.GetRequiredService<IStartupValidator>().Validate) switch
        {
            null => null,
            OptionsValidationException invalid => Assert.Single(invalid.Failures),
            InvalidOperationException { InnerException: InvalidOperationException inner } => inner.Message,
            var exception => exception.Message,
        };

    private static ServiceProvider Services(Dictionary<string, string?> settings, params (string Key, string Value)[] others)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection(settings)
            .AddInMemoryCollection(others.ToDictionary(pair => pair.Key, string? (pair) => pair.Value))
            .Build();
        ServiceCollection services = new();
        try
        {
            services.AddTexts(configuration);
            services.AddCalls(configuration);
        }
        catch (InvalidOperationException exception)
        {
            // What cannot be read stops the start already here.
            _ = services.AddSingleton<IStartupValidator>(new Refused(exception));
        }

        return services.BuildServiceProvider();
    }

    private sealed class Refused(Exception reason) : IStartupValidator
    {
        public void Validate() => System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(reason);
    }
}
