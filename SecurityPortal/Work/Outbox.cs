using SecurityPortal.Delivery;
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
            while (await service.TakeMessagesAsync(s_worker, Batch, cancel) is { Count: > 0 } batch)
                await SendAsync(batch, cancel);
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
        foreach (var message in batch)
        {
            try
            {
                await channel.SendAsync(DispatchOf(message), cancel);
                sent.Add(message.Id);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailure(message.Id, exception);
            }
        }

        _ = await service.MarkHandedOverAsync(s_worker, sent, cancel);
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
