using Microsoft.Extensions.Options;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Mail;

/// <summary>Watches the mailbox that bounces come to, and tells of each what became of its message (R-DEL-2).</summary>
public sealed partial class BounceMailbox(IOptions<MailOptions> options, BounceReader reader, TimeProvider clock, ILogger<BounceMailbox> logger)
{
    private static readonly TimeSpan s_shortestPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMinutes(1);

    private readonly ServerTrust _trust = new(options.Value.Certificate);
    private long _ignored;
    private TimeSpan _pause = s_shortestPause;

    /// <summary>How many mails told of no message of ours.</summary>
    public long Ignored => Interlocked.Read(ref _ignored);

    /// <summary>Goes on until it is cancelled. A report that is not taken, because <paramref name="take"/> threw, is offered again.</summary>
    public async Task WatchAsync(Func<DeliveryReport, CancellationToken, Task> take, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await FollowAsync(take, cancel);
            }
            catch (Exception exception) when (!cancel.IsCancellationRequested)
            {
                await PauseAsync(exception, cancel);
            }
        }
    }

    private async Task FollowAsync(Func<DeliveryReport, CancellationToken, Task> take, CancellationToken cancel)
    {
        using BounceFolder folder = new(options.Value.Bounces, _trust, clock);
        await folder.OpenAsync(cancel);
        while (true)
        {
            await TakeAllAsync(folder, take, cancel);
            if (_pause > s_shortestPause)
                LogRecovery();

            _pause = s_shortestPause;
            await folder.WaitAsync(cancel);
        }
    }

    /// <summary>One that is not taken keeps none of the others waiting.</summary>
    private async Task TakeAllAsync(BounceFolder folder, Func<DeliveryReport, CancellationToken, Task> take, CancellationToken cancel)
    {
        List<Exception> refusals = [];
        foreach (var id in await folder.NewAsync(cancel))
        {
            if (await folder.ReadAsync(id, reader, cancel) is not { } report)
            {
                _ = Interlocked.Increment(ref _ignored);
                await folder.LeaveAsync(id, cancel);
                continue;
            }

            try
            {
                await take(report, cancel);
            }
            catch (Exception exception) when (!cancel.IsCancellationRequested)
            {
                refusals.Add(exception);
                continue;
            }

            await folder.DeleteAsync(id, cancel);
        }

        if (refusals is not [])
            throw new AggregateException("A delivery report was not taken.", refusals);
    }

    private async Task PauseAsync(Exception exception, CancellationToken cancel)
    {
        // The first of a row of failures says it all.
        if (_pause == s_shortestPause)
            LogFailure(options.Value.Bounces.Host, exception.GetBaseException().Message.Split('\n')[0].Trim(), exception is AggregateException ? exception : null);

        await Task.Delay(_pause, clock, cancel);
        _pause = _pause * 2 < s_longestPause ? _pause * 2 : s_longestPause;
    }

    [LoggerMessage(LogLevel.Warning, "Bounces on {Host} cannot be read: {Reason} It is tried again.")]
    private partial void LogFailure(string host, string reason, Exception? exception);

    [LoggerMessage(LogLevel.Information, "Bounces are read again.")]
    private partial void LogRecovery();
}
