using System.Collections.Concurrent;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Support;

/// <summary>A channel that answers as a test tells it to, and remembers whom it was asked for.</summary>
public sealed class TriedChannel(Func<Dispatch, CancellationToken, Task<SendAnswer>> answer) : IMessageChannel
{
    private readonly ConcurrentQueue<Dispatch> _tried = new();

    public IReadOnlyList<Dispatch> Tried => [.. _tried];

    public IReadOnlyCollection<Channel> Carries { get; } = Enum.GetValues<Channel>();

    public Task<SendAnswer> SendAsync(Dispatch message, CancellationToken cancel)
    {
        _tried.Enqueue(message);
        return answer(message, cancel);
    }
}
