using SecurityPortal.Service;

namespace SecurityPortal.Work;

/// <summary>Sends the first codes of forgotten passwords, once their forms were answered; and those that a stopped portal has left.</summary>
public sealed partial class ResetWorker(SecurityInfoService service, IHostApplicationLifetime portal, ILogger<ResetWorker> logger) : BackgroundService
{
    private static readonly PortalItself s_worker = new();
    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await portal.HasStartedAsync(stoppingToken))
            return;

        while (!stoppingToken.IsCancellationRequested)
        {
            if (await SendAsync(stoppingToken))
                await service.WaitForResetAsync(s_worker, stoppingToken);
            else
                await Task.Delay(s_lookAgain, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>False where some failed, which are tried again soon.</summary>
    private async Task<bool> SendAsync(CancellationToken stopping)
    {
        try
        {
            await service.SendFirstCodesAsync(s_worker, stopping);
            return true;
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            LogFailure(exception);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "A first code could not be sent.")]
    private partial void LogFailure(Exception exception);
}
