namespace SecurityPortal.Work;

/// <summary>Keeps the outbox empty, from when the portal answers requests until it stops.</summary>
public sealed class OutboxWorker(Outbox outbox, IHostApplicationLifetime portal) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (await portal.HasStartedAsync(stoppingToken))
            await outbox.RunAsync(stoppingToken);
    }
}
