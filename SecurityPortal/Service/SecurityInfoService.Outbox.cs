using System.Threading.Channels;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <summary>A message that is to go out now, unsealed.</summary>
public sealed record OutgoingMessage(Guid Id, Domain.Channel Channel, string To, string Kind, string Language, string? Reference, MessageContent Content);

// The outbox: what was stored with its change is taken out, sent, and marked. A message is sent at least once (R-DEL-1).
public sealed partial class SecurityInfoService
{
    private static readonly TimeSpan[] s_retries = [.. new[] { 2, 5, 15, 40, 90 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    private readonly Channel<bool> _mail = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Waits until a change has left something to send.</summary>
    public ValueTask<bool> MailIsWaitingAsync(PortalItself worker, CancellationToken cancel)
    {
        _ = worker;
        return _mail.Reader.ReadAsync(cancel);
    }

    /// <summary>Takes out what is to be sent now. The attempt is counted first, so that nothing is tried for ever.</summary>
    public Task<IReadOnlyList<OutgoingMessage>> TakeMessagesAsync(PortalItself worker, int most, CancellationToken cancel)
    {
        _ = worker;
        return writes.RunAsync<IReadOnlyList<OutgoingMessage>>(
            context =>
            {
                var now = clock.GetUtcNow();
                var due = context.Messages.Where(message => message.DueAt != null && message.DueAt <= now).OrderBy(message => message.DueAt).ThenBy(message => message.Id).Take(most).ToList();
                return [.. due.Select(message => Take(message, now)).OfType<OutgoingMessage>()];
            },
            cancel);
    }

    /// <summary>What is too late is given up, and so is what can be read no more because its key is gone: it must hold up no other.</summary>
    private OutgoingMessage? Take(Message message, DateTimeOffset now)
    {
        if (message.ExpiresAt <= now || messages.Unseal(message.Payload) is not { } content)
        {
            (message.DueAt, message.Payload) = (null, null);
            return null;
        }

        message.DueAt = NextTry(message, now);
        return new(message.Id, message.Channel, message.To, message.Kind, message.Language, message.Reference, content);
    }

    public Task<bool> MarkHandedOverAsync(PortalItself worker, IReadOnlyCollection<Guid> sent, CancellationToken cancel)
    {
        _ = worker;
        return writes.RunAsync(
            context =>
            {
                var now = clock.GetUtcNow();
                foreach (var message in context.Messages.Where(message => sent.Contains(message.Id)))
                    (message.HandedOverAt, message.DueAt, message.Payload) = (now, null, message.Challenge is null ? null : message.Payload);
                return true;
            },
            cancel);
    }

    private static DateTimeOffset NextTry(Message message, DateTimeOffset now) =>
        now + s_retries[Math.Min(message.Attempts++, s_retries.Length - 1)];

    private void WakeOutbox() => _mail.Writer.TryWrite(true);
}
