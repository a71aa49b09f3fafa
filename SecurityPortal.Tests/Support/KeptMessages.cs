using System.Collections.Concurrent;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Support;

/// <summary>A channel that keeps what it is given, in order.</summary>
public sealed class KeptMessages : IMessageChannel
{
    private readonly ConcurrentQueue<Dispatch> _sent = new();

    /// <summary>While set, sending fails as it would with a server that is down.</summary>
    public bool IsDown { get; set; }

    /// <summary>What sending one message ends in instead, if anything.</summary>
    public Func<Dispatch, Exception?> Fails { get; set; } = _ => null;

    public IReadOnlyList<Dispatch> All => [.. _sent];

    public IReadOnlyCollection<Channel> Carries { get; } = Enum.GetValues<Channel>();

    public Task<SendAnswer> SendAsync(Dispatch message, CancellationToken cancel)
    {
        if (IsDown)
            throw new IOException("The server is down.");

        if (Fails(message) is { } failure)
            return Task.FromException<SendAnswer>(failure);

        _sent.Enqueue(message);
        return Task.FromResult<SendAnswer>(new SendAnswer.Taken());
    }

    public IReadOnlyList<Dispatch> To(string destination) => [.. _sent.Where(message => message.To == destination)];

    public void Clear() => _sent.Clear();
}
