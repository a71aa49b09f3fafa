using SecurityPortal.Service;

namespace SecurityPortal.Work;

/// <summary>What is to be done when instants pass: notices that have fallen due, replacements whose wait is over, codes that have ended.</summary>
public sealed class DueWork(SecurityInfoService service)
{
    private const int Batch = 100;

    private static readonly PortalItself s_worker = new();

    /// <summary>Does all that is due now.</summary>
    public async Task TidyAsync(CancellationToken cancel)
    {
        while (await service.AdvanceDueAsync(s_worker, Batch, cancel) == Batch)
        {
        }

        _ = await service.ForgetAsync(s_worker, cancel);
    }
}
