using SecurityPortal.Service;
using SecurityPortal.Work;

namespace SecurityPortal.Rehearsal;

/// <summary>
/// Moves the clock forward as time itself would pass: it stops at each instant at which something is due and does that
/// before it goes on, so that nothing which happens on the way is missed.
/// </summary>
public sealed class TimeTravel(RehearsalClock clock, SecurityInfoService service, DueWork due, Outbox outbox) : IDisposable
{
    /// <summary>The longest journey at once: more than any wait of the portal.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(400);

    private static readonly PortalItself s_rehearsal = new();

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Answers when all that falls due on the way has been done and sent.</summary>
    public async Task AdvanceAsync(TimeSpan by, CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            var goal = clock.Offset + by;
            await StopOnTheWayAsync(goal, cancel);
            clock.MoveTo(goal);
            await WorkAsync(cancel);
        }
        finally
        {
            _ = _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task StopOnTheWayAsync(TimeSpan goal, CancellationToken cancel)
    {
        DateTimeOffset? last = null;
        while (await service.NextDueAsync(s_rehearsal, cancel) is { } stop && OffsetAt(stop) <= goal)
        {
            if (stop == last)
                throw new InvalidOperationException($"What is due at {stop:O} stays due after it was done.");

            clock.MoveTo(OffsetAt(stop));
            await WorkAsync(cancel);
            last = stop;
        }
    }

    private async Task WorkAsync(CancellationToken cancel)
    {
        await due.TidyAsync(cancel);
        await outbox.FlushAsync(cancel);
    }

    /// <summary>How far the clock must have been moved for it to be that instant now.</summary>
    private TimeSpan OffsetAt(DateTimeOffset instant) => instant - clock.GetUtcNow() + clock.Offset;
}
