using SecurityPortal.Service;

namespace SecurityPortal.Work;

/// <summary>Tidies once a minute: notices that have fallen due, replacements whose wait is over, codes that have ended.</summary>
public sealed partial class DueWorker(SecurityInfoService service, TimeProvider clock, ILogger<DueWorker> logger) : BackgroundService
{
    private const int Batch = 100;

    private static readonly PortalItself s_worker = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer minute = new(TimeSpan.FromMinutes(1), clock);
        do
        {
            await TidyAsync(stoppingToken);
        }
        while (await minute.WaitForNextTickAsync(stoppingToken));
    }

    private async Task TidyAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await service.AdvanceDueAsync(s_worker, Batch, stoppingToken) == Batch)
            {
            }

            _ = await service.ForgetAsync(s_worker, stoppingToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogFailure(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "Due work failed; it is tried again in a minute.")]
    private partial void LogFailure(Exception exception);
}
