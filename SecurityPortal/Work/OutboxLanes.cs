using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Work;

/// <summary>Tries messages of one channel, some at once: one that hangs keeps its own lane busy and no other.</summary>
internal sealed partial class OutboxLanes(IMessageChannel channel, DeliveryOptions options, TimeProvider clock, ILogger logger) : IDisposable
{
    private static readonly TimeSpan s_shortest = TimeSpan.FromMilliseconds(1);

    private readonly SemaphoreSlim _lanes = new(options.Lanes);
    private readonly CircuitBreaker _breaker = new(clock);

    /// <summary>How many messages are of use now: none while the channel is left alone.</summary>
    public int Room(int all) => _breaker.Room(all);

    /// <summary>Answers what became of it; unsent, it is given back.</summary>
    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken stopping)
    {
        await _lanes.WaitAsync(CancellationToken.None);
        try
        {
            return new(message.Id, message.Claim, stopping.IsCancellationRequested || IsTooLate(message) ? null : await TryAsync(message));
        }
        finally
        {
            _ = _lanes.Release();
        }
    }

    public void Dispose() => _lanes.Dispose();

    /// <summary>Before its try would be over somebody else may have claimed it, or its code has ended.</summary>
    private bool IsTooLate(OutgoingMessage message) =>
        clock.GetUtcNow() is var now && (now + options.Deadline > message.Until || message.ExpiresAt <= now);

    /// <summary>A message that is on its way is not called back when the portal stops: nobody would know whether it went.</summary>
    private async Task<SendAnswer?> TryAsync(OutgoingMessage message)
    {
        if (message.Content is not { } content)
            return new SendAnswer.Later(DeliveryCause.Unreadable, null, IsChannelAtFault: false);

        if (!_breaker.TryEnter())
            return null;

        var (answer, isChannelAtFault) = await HandOverAsync(message, content);
        _breaker.Leave(message.Id, isChannelAtFault);
        return answer;
    }

    private async Task<(SendAnswer Answer, bool? IsChannelAtFault)> HandOverAsync(OutgoingMessage message, MessageContent content)
    {
        using CancellationTokenSource deadline = new(TimeFor(message));
        try
        {
            var answer = await channel.SendAsync(DispatchOf(message, content), deadline.Token);
            return (answer, answer is SendAnswer.Later { IsChannelAtFault: true });
        }
        catch (OperationCanceledException)
        {
            return (new SendAnswer.Later(DeliveryCause.ChannelSlow, null, IsChannelAtFault: true), true);
        }
        catch (Exception exception)
        {
            LogFailure(message.Id, exception);
            return (new SendAnswer.Later(DeliveryCause.TryLater, exception.GetType().Name, IsChannelAtFault: false), null);
        }
    }

    /// <summary>Nothing leaves after its code's end, however long the other side takes (R-DEL-4).</summary>
    private TimeSpan TimeFor(OutgoingMessage message)
    {
        var left = message.ExpiresAt - clock.GetUtcNow() ?? options.Deadline;
        return left < s_shortest ? s_shortest : left < options.Deadline ? left : options.Deadline;
    }

    private static Dispatch DispatchOf(OutgoingMessage message, MessageContent content) => new(
        message.Id,
        message.Channel,
        message.To,
        message.Kind,
        message.Language,
        message.Reference,
        content.Subject,
        content.Text,
        content.Html,
        content.Code,
        content.Links,
        message.ExpiresAt);

    [LoggerMessage(LogLevel.Warning, "Message {Message} could not be handed over; it is tried again.")]
    private partial void LogFailure(Guid message, Exception exception);
}
