using SecurityPortal.Service;

namespace SecurityPortal.Work;

/// <summary>Empties the outbox whenever a change has left something in it, and looks after failed messages in between.</summary>
public sealed partial class OutboxWorker(
    SecurityInfoService service, Outbox outbox, IHostApplicationLifetime portal, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(2);
    private static readonly PortalItself s_worker = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await portal.HasStartedAsync(stoppingToken))
            return;

        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await outbox.FlushAsync(stoppingToken);
                await WaitAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailure(exception);
                await Task.Delay(s_lookAgain, stoppingToken);
            }
        }
    }

    private async Task WaitAsync(CancellationToken stoppingToken)
    {
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        soon.CancelAfter(s_lookAgain);
        try
        {
            _ = await service.MailIsWaitingAsync(s_worker, soon.Token);
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            // Nothing new: a message that failed may be due again.
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox failed; it is looked at again soon.")]
    private partial void LogFailure(Exception exception);
}
