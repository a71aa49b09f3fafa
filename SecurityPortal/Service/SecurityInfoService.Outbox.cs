using System.Threading.Channels;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <param name="Taken">How many were looked at: what is given up leaves the outbox too, and more may wait behind it.</param>
public sealed record OutgoingBatch(int Taken, IReadOnlyList<OutgoingMessage> ToSend);

/// <summary>A message that is to go out now, unsealed.</summary>
public sealed record OutgoingMessage(
    Guid Id, Domain.Channel Channel, string To, string Kind, string Language, string? Reference, MessageContent Content);

// The outbox: what was stored with its change is taken out, sent, and marked. A message is sent at least once (R-DEL-1).
public sealed partial class SecurityInfoService
{
    private static readonly TimeSpan[] s_retries =
        [.. new[] { 2, 5, 15, 40, 90, 300, 900, 3600 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    private readonly Channel<bool> _mail = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Waits until a change has left something to send.</summary>
    public ValueTask<bool> MailIsWaitingAsync(PortalItself worker, CancellationToken cancel)
    {
        _ = worker;
        return _mail.Reader.ReadAsync(cancel);
    }

    /// <summary>Takes out what is to be sent now. The attempt is counted first, so that nothing is tried for ever.</summary>
    public Task<OutgoingBatch> TakeMessagesAsync(PortalItself worker, int most, CancellationToken cancel)
    {
        _ = worker;
        return writes.RunAsync<OutgoingBatch>(
            context =>
            {
                var now = clock.GetUtcNow();
                var due = context.Messages
                    .Where(message => message.DueAt != null && message.DueAt <= now)
                    .OrderBy(message => message.DueAt).ThenBy(message => message.Id)
                    .Take(most).ToList();
                return new(due.Count, [.. due.Select(message => Take(message, now)).OfType<OutgoingMessage>()]);
            },
            cancel);
    }

    /// <summary>
    /// Gives up what is too late. What cannot be read is tried again like what cannot be sent, for its key may be put back;
    /// it holds up no other.
    /// </summary>
    private OutgoingMessage? Take(Message message, DateTimeOffset now)
    {
        if (IsTooLate(message, now) || message.Payload is null)
        {
            (message.DueAt, message.Payload) = (null, null);
            return null;
        }

        message.DueAt = NextTry(message, now);
        if (messages.Unseal(message.Payload) is not { } content)
            return null;

        return new(message.Id, message.Channel, message.To, message.Kind, message.Language, message.Reference, content);
    }

    /// <summary>
    /// A code ends with itself (R-DEL-4). A notice has had its time when it was tried at every step: one that a stopped
    /// portal left lying for long is still told.
    /// </summary>
    private static bool IsTooLate(Message message, DateTimeOffset now) =>
        message.ExpiresAt <= now
        || (now >= message.CreatedAt + Message.NoticeLife && message.Attempts >= s_retries.Length);

    public Task<bool> MarkHandedOverAsync(PortalItself worker, IReadOnlyCollection<Guid> sent, CancellationToken cancel)
    {
        _ = worker;
        return writes.RunAsync(
            context =>
            {
                var now = clock.GetUtcNow();
                foreach (var message in context.Messages.Where(message => sent.Contains(message.Id)))
                {
                    (message.HandedOverAt, message.DueAt) = (now, null);
                    if (message.Challenge is null)
                        message.Payload = null;
                }

                return true;
            },
            cancel);
    }

    private static DateTimeOffset NextTry(Message message, DateTimeOffset now) =>
        now + s_retries[Math.Min(message.Attempts++, s_retries.Length - 1)];

    private void WakeOutbox() => _mail.Writer.TryWrite(true);
}
