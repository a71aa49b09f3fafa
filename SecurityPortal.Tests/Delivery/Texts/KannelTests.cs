using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Delivery.Gateways;
using SecurityPortal.Delivery.Reports;
using SecurityPortal.Delivery.Texts;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Delivery.Texts;

/// <summary>With a real gateway: what it takes from us, and what it reports.</summary>
public sealed class KannelTests : IDisposable
{
    private const string Missing = "Kannel is not installed: apt-get install kannel kannel-extras";

    private readonly Channel<DeliveryReport> _reports = System.Threading.Channels.Channel.CreateUnbounded<DeliveryReport>();
    private readonly GatewayClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact(Timeout = 60_000)]
    public async Task Texts_arrive_as_they_were_written_and_are_reported()
    {
        Assert.SkipUnless(RunningKannel.IsInstalled, Missing);
        await using var kannel = await RunningKannel.StartAsync();
        await using var portal = await PortalAsync();
        ReportAddress reports = new("texts", new(portal.Urls.First()), Given.Secret);
        var texts = Given.Kannel(_client, kannel.Url, reports);

        Assert.Equal(new SendAnswer.Taken(), await texts.SendAsync(Given.Text("Grüße € [493027] Ω"), TestContext.Current.CancellationToken));
        DeliveryStage[] stages = [(await _reports.Reader.ReadAsync(TestContext.Current.CancellationToken)).Stage, (await _reports.Reader.ReadAsync(TestContext.Current.CancellationToken)).Stage];
        Assert.Equal(new SendAnswer.Taken(), await texts.SendAsync(Given.Text("Код – 493027 😀"), TestContext.Current.CancellationToken));
        var last = await _reports.Reader.ReadAsync(TestContext.Current.CancellationToken);

        // Either may come first.
        Assert.Equal([DeliveryStage.Accepted, DeliveryStage.Delivered], stages.Order());
        Assert.Equal(Given.Id, last.Message);
        Assert.Equal(["Grüße € [493027] Ω", "Код – 493027 😀"], await kannel.CarriedAsync(texts: 2));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_text_that_its_network_does_not_take_is_delayed_and_a_wrong_password_is_our_fault()
    {
        Assert.SkipUnless(RunningKannel.IsInstalled, Missing);
        await using var kannel = await RunningKannel.StartAsync(hasNetwork: false);
        KannelOptions stranger = new() { Url = kannel.Url, UserName = "portal", Password = "wrong" };

        Assert.Equal(
            new SendAnswer.Taken(DeliveryStage.Delayed, "202 3: Queued for later delivery"),
            await Given.Kannel(_client, kannel.Url, Given.NoReports).SendAsync(Given.Text(), TestContext.Current.CancellationToken));
        Assert.Equal(
            new SendAnswer.Later(DeliveryCause.ChannelMisconfigured, "403 Authorization failed for sendsms", IsChannelAtFault: true),
            await new KannelChannel(stranger, Given.NoReports, _client).SendAsync(Given.Text(), TestContext.Current.CancellationToken));
    }

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
