using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Work;

/// <summary>
/// The messages of one channel on their way out: claimed, sent, and what became of them written down. More are claimed as
/// soon as there is room, so that one which hangs holds up nothing else.
/// </summary>
public sealed partial class OutboxLine(
    Channel kind, SecurityInfoService service, IMessageChannel channel, DeliveryOptions options, TimeProvider clock, ILogger<OutboxLine> logger)
    : IDisposable
{
    /// <summary>How many are claimed for each lane: enough that none waits for the store, few enough that none waits for its turn past its claim.</summary>
    private const int ClaimedPerLane = 32;

    private static readonly TimeSpan s_lookAgain = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_together = TimeSpan.FromMilliseconds(20);
    private static readonly PortalItself s_worker = new();

    private readonly SemaphoreSlim _one = new(1);
    private readonly OutboxLanes _lanes = new(channel, options, clock, logger);
    private readonly List<Task<SendResult>> _underWay = [];

    /// <summary>What could not be written down when it was done; it has gone out all the same.</summary>
    private SendResult[] _unmarked = [];

    private Task<bool>? _bell;

    private int Most => options.Lanes * ClaimedPerLane;

    /// <summary>Sends all that is due now, and answers when it has gone out.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await SendAllAsync(cancel);
        }
        finally
        {
            _ = _one.Release();
        }

        cancel.ThrowIfCancellationRequested();
    }

    public async Task RunAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await FlushAsync(stopping);
                await WaitAsync(stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                LogFailure(kind, exception);
                await Task.Delay(s_lookAgain, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    public void Dispose()
    {
        _one.Dispose();
        _lanes.Dispose();
    }

    private async Task SendAllAsync(CancellationToken stopping)
    {
        var isMore = true;
        while (true)
        {
            TakeDone();
            var room = stopping.IsCancellationRequested || !isMore ? 0 : Math.Min(_lanes.Room(Most), Most - _underWay.Count);
            var claimed = await TurnAsync(room);
            _underWay.AddRange(claimed.ToSend.Select(message => _lanes.SendAsync(message, stopping)));
            if (room > 0)
                isMore = claimed.Taken == room;

            if (_underWay.Count > 0)
                isMore |= await IsMoreAsync(stopping);
            else if (room == 0 || !isMore)
                return;
        }
    }

    private void TakeDone()
    {
        var done = _underWay.FindAll(sending => sending.IsCompleted);
        _ = _underWay.RemoveAll(done.Contains);
        _unmarked = [.. _unmarked, .. done.Select(sending => sending.Result)];
    }

    /// <summary>What is done is written down in any case: what has gone out need not go out again.</summary>
    private async Task<OutgoingBatch> TurnAsync(int room)
    {
        var marking = _unmarked.Length > 0 ? service.MarkMessagesAsync(s_worker, _unmarked, CancellationToken.None) : Task.CompletedTask;
        var claiming = room > 0
            ? service.ClaimMessagesAsync(s_worker, kind, room, options.Lease, CancellationToken.None)
            : Task.FromResult(new OutgoingBatch(0, []));
        await Task.WhenAll(marking, claiming);
        _unmarked = [];
        return await claiming;
    }

    /// <summary>Waits until one is done, and a moment for others to be written down with it. True when it was something new to send that came first.</summary>
    private async Task<bool> IsMoreAsync(CancellationToken stopping)
    {
        // Nothing new is taken any more, and what is under way is not called back.
        if (stopping.IsCancellationRequested)
        {
            _ = await Task.WhenAny(_underWay);
            return false;
        }

        var bell = Bell(stopping);
        using CancellationTokenSource over = new();
        var first = await Task.WhenAny([.. _underWay, bell, Task.Delay(s_lookAgain, over.Token)]);
        await over.CancelAsync();
        if (first is not Task<SendResult>)
        {
            Forget(bell);
            return true;
        }

        if (_underWay.Count > 1)
            _ = await Task.WhenAny(Task.WhenAll(_underWay), Task.Delay(s_together, CancellationToken.None));
        return false;
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        var bell = Bell(stopping);
        _ = await Task.WhenAny(bell, Task.Delay(s_lookAgain, stopping));
        Forget(bell);
    }

    /// <summary>Kept until it was heard, or what it said would be lost.</summary>
    private Task<bool> Bell(CancellationToken stopping) =>
        _bell ??= service.MailIsWaitingAsync(s_worker, kind, stopping).AsTask();

    private void Forget(Task<bool> bell)
    {
        if (bell.IsCompleted)
            _bell = null;
    }

    [LoggerMessage(LogLevel.Error, "The outbox for {Channel} failed; it is looked at again soon.")]
    private partial void LogFailure(Channel channel, Exception exception);
}
