using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Work;

/// <summary>
/// What is to be done when instants pass: notices that have fallen due, replacements whose wait is over, codes that have
/// ended. It also measures how well messages arrive, and what is under attack.
/// </summary>
public sealed partial class DueWork(SecurityInfoService service, ILogger<DueWork> logger)
{
    private const int Batch = 1_000;

    private static readonly PortalItself s_worker = new();

    private HashSet<(RegionKind Kind, string Value)> _attacked = [];

    /// <summary>Does all that is due now.</summary>
    public async Task TidyAsync(CancellationToken cancel)
    {
        try
        {
            await AdvanceAsync(cancel);
        }
        finally
        {
            await ForgetAsync(cancel);
            _ = await service.MeasureChannelsAsync(s_worker, cancel);
            Tell(await service.MeasureRegionsAsync(s_worker, cancel));
        }
    }

    private async Task AdvanceAsync(CancellationToken cancel)
    {
        var failed = 0;
        IReadOnlyList<AccountId> due;
        do
        {
            // Those that failed stay due, and in front.
            due = await service.DueAsync(s_worker, failed, Batch, cancel);
            var advanced = await Task.WhenAll(due.Select(account => IsAdvancedAsync(account, cancel)));
            failed += advanced.Count(isAdvanced => !isAdvanced);
        }
        while (due.Count == Batch);
    }

    private async Task<bool> IsAdvancedAsync(AccountId account, CancellationToken cancel)
    {
        try
        {
            _ = await service.AdvanceAsync(s_worker, account, cancel);
            return true;
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            LogFailure(account, exception);
            return false;
        }
    }

    private async Task ForgetAsync(CancellationToken cancel)
    {
        while (await service.ForgetAsync(s_worker, cancel) > 0)
        {
        }
    }

    /// <summary>An attack is in the log when it begins and when it is over, whoever has marked it.</summary>
    private void Tell(IReadOnlyList<AttackedRegion> regions)
    {
        foreach (var region in regions.Where(region => !_attacked.Contains((region.Kind, region.Value))))
            LogAttack(region.Kind, region.Value, region.Until);

        HashSet<(RegionKind Kind, string Value)> attacked = [.. regions.Select(region => (region.Kind, region.Value))];
        foreach (var (kind, value) in _attacked.Except(attacked))
            LogAttackOver(kind, value);
        _attacked = attacked;
    }

    [LoggerMessage(LogLevel.Warning, "{Kind} {Region} is under heavy attack: its codes go in turn, at least until {Until:u}.")]
    private partial void LogAttack(RegionKind kind, string region, DateTimeOffset until);

    [LoggerMessage(LogLevel.Information, "{Kind} {Region} is no longer under heavy attack.")]
    private partial void LogAttackOver(RegionKind kind, string region);

    [LoggerMessage(LogLevel.Error, "Account {Account} could not be advanced; it is tried again in a minute.")]
    private partial void LogFailure(AccountId account, Exception exception);
}
