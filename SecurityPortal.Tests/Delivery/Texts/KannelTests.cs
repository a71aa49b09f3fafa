using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Delivery.Reports;
using SecurityPortal.Delivery.Texts;
using SecurityPortal.Domain;
using TextGateway = SecurityPortal.Tests.Servers.TextGateway;

namespace SecurityPortal.Tests.Delivery.Texts;

/// <summary>With a real gateway: what it takes from us, and what it reports.</summary>
public sealed class KannelTests : IClassFixture<TextGateway>, IDisposable
{
    private readonly Channel<DeliveryReport> _reports = System.Threading.Channels.Channel.CreateUnbounded<DeliveryReport>();
    private readonly GatewayClient _client = new();
    private readonly TextGateway _gateway;

    public KannelTests(TextGateway gateway)
    {
        TextGateway.SkipIfMissing();
        _gateway = gateway;
    }

    public void Dispose() => _client.Dispose();

    [Theory(Timeout = 60_000)]
    [InlineData("+358401000011", "Grüße € [493027] Ω")]
    [InlineData("+358401000012", "Код – 493027 😀")]
    public async Task A_text_arrives_as_it_was_written_and_is_reported(string number, string text)
    {
        await using var portal = await PortalAsync();
        var texts = Kannel(new("texts", new(portal.Urls.First()), Given.Secret));

        Assert.Equal(new SendAnswer.Taken(), await texts.SendAsync(Given.Text(text, number), TestContext.Current.CancellationToken));
        DeliveryReport[] reports = [await _reports.Reader.ReadAsync(TestContext.Current.CancellationToken), await _reports.Reader.ReadAsync(TestContext.Current.CancellationToken)];

        // Either may come first.
        Assert.Equal([DeliveryStage.Accepted, DeliveryStage.Delivered], reports.Select(report => report.Stage).Order());
        Assert.All(reports, report => Assert.Equal(Given.Id, report.Message));
        Assert.Equal(text, (await _gateway.WaitForTextAsync(number)).Text);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_text_that_its_network_does_not_take_is_delayed()
    {
        await _gateway.StopSmscAsync();
        try
        {
            Assert.Equal(
                new SendAnswer.Taken(DeliveryStage.Delayed, "202 3: Queued for later delivery"),
                await Kannel(Given.NoReports).SendAsync(Given.Text(to: "+358401000013"), TestContext.Current.CancellationToken));
        }
        finally
        {
            await _gateway.StartSmscAsync();
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task A_wrong_password_is_our_fault() => Assert.Equal(
        new SendAnswer.Later(DeliveryCause.ChannelMisconfigured, "403 Authorization failed for sendsms", IsChannelAtFault: true),
        await Kannel(Given.NoReports, password: "wrong").SendAsync(Given.Text(), TestContext.Current.CancellationToken));

    private KannelChannel Kannel(ReportAddress reports, string password = TextGateway.Password) =>
        new(new() { Url = _gateway.SendSms, UserName = TextGateway.User, Password = password, Sender = "SECURITY" }, reports, _client);

    private async Task<WebApplication> PortalAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        _ = builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _ = builder.Services.AddLogging().AddSingleton(new ReportSource(new("texts", baseAddress: null, Given.Secret), new KannelReports()));
        var portal = builder.Build();
        portal.UseDeliveryReports((report, _) => Task.FromResult(_reports.Writer.TryWrite(report)));
        await portal.StartAsync(TestContext.Current.CancellationToken);
        return portal;
    }
}
