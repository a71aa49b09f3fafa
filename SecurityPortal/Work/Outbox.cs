using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Service;

namespace SecurityPortal.Work;

/// <summary>Sends what is waiting. A message that fails disturbs no other; it is tried again later.</summary>
public sealed partial class Outbox(SecurityInfoService service, IMessageChannel channel, ILogger<Outbox> logger) : IDisposable
{
    private const int Batch = 100;

    private static readonly PortalItself s_worker = new();

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Sends all that is due now, and answers when it has gone out.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            while (await service.TakeMessagesAsync(s_worker, Batch, cancel) is { Taken: > 0 } batch)
                await SendAsync(batch.ToSend, cancel);
        }
        finally
        {
            _ = _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task SendAsync(IReadOnlyList<OutgoingMessage> batch, CancellationToken cancel)
    {
        List<Guid> sent = [];
        try
        {
            foreach (var message in batch)
            {
                if (await IsSentAsync(message, cancel))
                    sent.Add(message.Id);
            }
        }
        finally
        {
            // Also when the portal is told to stop in between: what has gone out need not go out again.
            _ = await service.MarkHandedOverAsync(s_worker, sent, CancellationToken.None);
        }
    }

    private async Task<bool> IsSentAsync(OutgoingMessage message, CancellationToken cancel)
    {
        try
        {
            return await channel.SendAsync(DispatchOf(message), cancel) is SendAnswer.Taken;
        }
        catch (Exception exception) when (!cancel.IsCancellationRequested)
        {
            // A channel that gave up waiting says that it was cancelled, too.
            LogFailure(message.Id, exception);
            return false;
        }
    }

    private static Dispatch DispatchOf(OutgoingMessage message) => new(
        message.Id,
        message.Channel,
        message.To,
        message.Kind,
        message.Language,
        message.Reference,
        message.Content.Subject,
        message.Content.Text,
        message.Content.Html,
        message.Content.Code,
        message.Content.Links);

    [LoggerMessage(LogLevel.Warning, "Message {Message} could not be handed over; it is tried again.")]
    private partial void LogFailure(Guid message, Exception exception);
}
