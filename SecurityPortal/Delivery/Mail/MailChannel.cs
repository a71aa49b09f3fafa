using Microsoft.Extensions.Options;
using MimeKit;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery.Mail;

/// <summary>Hands messages to the mail server, over connections that are kept (R-DEL-8).</summary>
public sealed class MailChannel(IOptions<MailOptions> options, MailComposer composer, ReturnPath returnPath, TimeProvider clock)
    : IMessageChannel, IAsyncDisposable
{
    private readonly SmtpConnections _connections = new(options.Value, clock);

    public IReadOnlyCollection<Channel> Carries { get; } = [Channel.Email];

    public async Task<SendAnswer> SendAsync(Dispatch message, CancellationToken cancel)
    {
        if (composer.Compose(message) is not { } mail)
            return new SendAnswer.Never(DeliveryCause.NoSuchMailbox, "Not the address of one mailbox.");

        try
        {
            await _connections.EnterAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            return new SendAnswer.Later(DeliveryCause.ChannelSlow, "No connection became free in time.", IsChannelAtFault: true);
        }

        try
        {
            return await SendAsync(message, mail, cancel);
        }
        finally
        {
            _connections.Leave();
        }
    }

    public ValueTask DisposeAsync() => _connections.DisposeAsync();

    private async Task<SendAnswer> SendAsync(Dispatch message, MimeMessage mail, CancellationToken cancel)
    {
        // The server may have closed one that it found idle: no fault of anybody's, and nothing of the message was said over it.
        if (_connections.TakeKept() is { } kept && await TryAsync(kept, isKept: true, message, mail, cancel) is { } answer)
            return answer;

        return (await TryAsync(_connections.New(), isKept: false, message, mail, cancel))!;
    }

    /// <summary>Null when a kept connection turned out to be dead.</summary>
    private async Task<SendAnswer?> TryAsync(SmtpConnection connection, bool isKept, Dispatch message, MimeMessage mail, CancellationToken cancel)
    {
        try
        {
            return new SendAnswer.Taken(DeliveryStage.HandedOver, Detail(await connection.HandOverAsync(mail, returnPath.Of(message.Id), cancel)));
        }
        catch (Exception exception) when (SmtpAnswers.To(exception, connection, Detail, cancel) is { } answer)
        {
            return isKept && IsDead(connection, cancel) ? null : answer;
        }
        finally
        {
            _connections.Keep(connection);
        }

        string Detail(string text) => ServerWords.Of(text, message, options.Value.Password);
    }

    // Some close an idle connection without a word, others leave a 421 behind that reads like an answer, or have enough of one
    // on which much was sent. What is wrong with the sender itself a new connection will say again.
    private static bool IsDead(SmtpConnection connection, CancellationToken cancel) =>
        connection.Step is SmtpStep.Opening or SmtpStep.Sender && !cancel.IsCancellationRequested;
}
