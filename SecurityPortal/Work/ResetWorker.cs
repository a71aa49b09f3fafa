using SecurityPortal.Service;

namespace SecurityPortal.Work;

/// <summary>Sends the first codes of forgotten passwords, once their forms were answered; and those that a stopped portal has left.</summary>
public sealed partial class ResetWorker(SecurityInfoService service, IHostApplicationLifetime portal, ILogger<ResetWorker> logger) : BackgroundService
{
    private static readonly PortalItself s_worker = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await portal.HasStartedAsync(stoppingToken))
            return;

        while (!stoppingToken.IsCancellationRequested)
        {
            await SendAsync(stoppingToken);
            await service.WaitForResetAsync(s_worker, stoppingToken);
        }
    }

    /// <summary>What fails is begun again by whoever waits for it; the next one is not to wait for that.</summary>
    private async Task SendAsync(CancellationToken stopping)
    {
        try
        {
            await service.SendFirstCodesAsync(s_worker, stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            LogFailure(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "A first code could not be sent.")]
    private partial void LogFailure(Exception exception);
}
