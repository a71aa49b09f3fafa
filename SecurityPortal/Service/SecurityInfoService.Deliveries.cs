using SecurityPortal.Domain;

namespace SecurityPortal.Service;

public sealed partial class SecurityInfoService
{
    private const int LongestCause = 200;

    /// <summary>
    /// Takes in what a mail server or a gateway says became of a message, and answers how far it has come, or null where
    /// there is no such message (R-DEL-2).
    /// </summary>
    public Task<DeliveryStage?> ReportDeliveryAsync(
        PortalItself worker, Guid message, DeliveryStage stage, string? cause, CancellationToken cancel)
    {
        _ = worker;
        return writes.RunAsync(
            context =>
            {
                var sent = context.Messages.Find(message);
                sent?.Report(stage, cause is { Length: > LongestCause } ? cause[..LongestCause] : cause, clock.GetUtcNow());
                return sent?.Stage;
            },
            cancel);
    }
}
