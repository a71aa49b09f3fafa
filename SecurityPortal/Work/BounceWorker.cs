using SecurityPortal.Delivery.Mail;
using SecurityPortal.Service;

namespace SecurityPortal.Work;

/// <summary>Hands on what comes back to the mailbox for bounces, where one is configured.</summary>
public sealed class BounceWorker(SecurityInfoService service, IHostApplicationLifetime portal, BounceMailbox? mailbox = null) : BackgroundService
{
    private static readonly PortalItself s_worker = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (mailbox is null || !await portal.HasStartedAsync(stoppingToken))
            return;

        await mailbox.WatchAsync(async (report, cancel) => _ = await service.ReportDeliveryAsync(s_worker, report, cancel), stoppingToken);
    }
}
