using SecurityPortal.Domain;

namespace SecurityPortal.Delivery;

/// <summary>A message on its way out of the building.</summary>
/// <param name="Html">Empty for a text.</param>
/// <param name="Code">The digits of a code, for a channel that shows messages instead of sending them.</param>
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
    IReadOnlyList<string> Links);

/// <summary>Where messages leave the building. What it throws is a failure that may mend; the message is tried again.</summary>
public interface IMessageChannel
{
    Task SendAsync(Dispatch message, CancellationToken cancel);
}
