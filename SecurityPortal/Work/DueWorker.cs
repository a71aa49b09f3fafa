namespace SecurityPortal.Work;

/// <summary>Tidies once a minute.</summary>
public sealed partial class DueWorker(
    DueWork due, IHostApplicationLifetime portal, TimeProvider clock, ILogger<DueWorker> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await portal.HasStartedAsync(stoppingToken))
            return;

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
            await due.TidyAsync(stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailure(exception);
        }
    }

    [LoggerMessage(LogLevel.Error, "Due work failed; it is tried again in a minute.")]
    private partial void LogFailure(Exception exception);
}
