using System.Security.Cryptography;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

/// <param name="Taken">How many were looked at: what is given up leaves the outbox too, and more may wait behind it.</param>
public sealed record OutgoingBatch(int Taken, IReadOnlyList<OutgoingMessage> ToSend);

/// <summary>A message that is to go out now, unsealed.</summary>
/// <param name="Claim">To be handed in with what became of it.</param>
/// <param name="Until">The claim's end: from then on somebody else may send it.</param>
/// <param name="Content">Null when it cannot be read, because its key is gone.</param>
public sealed record OutgoingMessage(
    Guid Id,
    Channel Channel,
    string To,
    string Kind,
    string Language,
    string? Reference,
    DateTimeOffset? ExpiresAt,
    int Claim,
    DateTimeOffset Until,
    MessageContent? Content);

/// <summary>What became of a claim.</summary>
/// <param name="Answer">Null when it is given back unsent.</param>
public sealed record SendResult(Guid Message, int Claim, SendAnswer? Answer);

// The outbox: what was stored with its change is claimed, sent, and marked. A message is sent at least once (R-DEL-1).
public sealed partial class SecurityInfoService
{
    private readonly OutboxSignal _mail = new();
    private readonly ResetSignal _resets = new();

    /// <summary>Waits until a change of this process has left something to send by that channel.</summary>
    public ValueTask<bool> MailIsWaitingAsync(PortalItself worker, Channel channel, CancellationToken cancel)
    {
        _ = worker;
        return _mail.WaitAsync(channel, cancel);
    }

    /// <summary>
    /// Claims what is to be sent now, so that of all workers and processes one has it; what it is not said of before
    /// <paramref name="lease"/> is over can be claimed again.
    /// </summary>
    public async Task<OutgoingBatch> ClaimMessagesAsync(
        PortalItself worker, Channel channel, int most, TimeSpan lease, CancellationToken cancel)
    {
        _ = worker;
        var (taken, claimed) = await writes.RunAsync(
            context =>
            {
                var now = clock.GetUtcNow();
                var due = context.Messages
                    .Where(message => message.Channel == channel && message.DueAt != null && message.DueAt <= now)

                    // Somebody waits for a code at this moment; a notice can come a little later.
                    .OrderBy(message => message.ExpiresAt == null).ThenBy(message => message.DueAt).ThenBy(message => message.Id)
                    .Take(most).ToList();
                return (due.Count, due.FindAll(message => message.Claim(lease, now)));
            },
            cancel);

        // Unsealed out of the queue, where nobody waits for it.
        return new(taken, [.. claimed.Select(Outgoing)]);
    }

    private OutgoingMessage Outgoing(Message message) => new(
        message.Id,
        message.Channel,
        message.To,
        message.Kind,
        message.Language,
        message.Reference,
        message.ExpiresAt,
        message.Claims,
        message.DueAt!.Value,
        messages.Unseal(message.Payload));

    /// <summary>Takes in what became of claims.</summary>
    public Task<bool> MarkMessagesAsync(PortalItself worker, IReadOnlyCollection<SendResult> results, CancellationToken cancel)
    {
        _ = worker;
        return writes.RunAsync(
            context =>
            {
                var now = clock.GetUtcNow();
                var ids = results.Select(result => result.Message).ToHashSet();
                var marked = context.Messages.Where(message => ids.Contains(message.Id)).ToDictionary(message => message.Id);
                foreach (var result in results.Where(result => marked.ContainsKey(result.Message)))
                    Mark(context, marked[result.Message], result, now);
                return true;
            },
            cancel);
    }

    private static void Mark(Storage.PortalContext context, Message message, SendResult result, DateTimeOffset now)
    {
        if (result.Answer is null)
        {
            message.Release(result.Claim, now);
            return;
        }

        message.Take(result.Answer, result.Claim, Luck(), now);
        if (result.Answer is SendAnswer.Never)
            NoteOnMethod(context, message, now);
    }

    private static double Luck() => RandomNumberGenerator.GetInt32(-1_000, 1_001) / 1_000.0;
}
