using SecurityPortal.Domain;

namespace SecurityPortal.Delivery;

/// <summary>A message on its way out of the building.</summary>
/// <param name="To">An address, or a number in E.164.</param>
/// <param name="Kind">What it tells: <c>Code</c>, <c>Test</c>, or the name of a security event.</param>
/// <param name="Language">Of its words: <c>en</c>, <c>ar</c>.</param>
/// <param name="Html">Empty for a text or a call.</param>
/// <param name="Text">For a call: what is to be said.</param>
/// <param name="Code">The digits of a code, for a channel that shows messages instead of sending them.</param>
/// <param name="ExpiresAt">The code in it ends then; null for what has no end.</param>
public sealed record Dispatch(
    Guid Id,
    Channel Channel,
    string To,
    string Kind,
    string Language,
    string? Reference,
    string Subject,
    string Text,
    string Html,
    string? Code,
    IReadOnlyList<string> Links,
    DateTimeOffset? ExpiresAt = null);

/// <summary>Where messages of some channels leave the building.</summary>
public interface IMessageChannel
{
    IReadOnlyCollection<Channel> Carries { get; }

    /// <summary>
    /// Hands one message over. Many may be under way at once. What goes wrong on the way is an answer; a call that is cancelled,
    /// because its time is over, may throw.
    /// </summary>
    Task<SendAnswer> SendAsync(Dispatch message, CancellationToken cancel);
}
