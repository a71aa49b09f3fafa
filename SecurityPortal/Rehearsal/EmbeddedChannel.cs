using System.Buffers.Binary;
using System.Collections.Immutable;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;

namespace SecurityPortal.Rehearsal;

/// <param name="SentAt">By the portal's clock.</param>
public sealed record KeptMessage(Dispatch Message, DateTimeOffset SentAt, DeliveryStage Stage = DeliveryStage.HandedOver);

/// <summary>Sends nothing anywhere: it keeps a copy of every message, newest first, in memory, and forgets the oldest.</summary>
public sealed class EmbeddedChannel(TimeProvider clock) : IMessageChannel
{
    public const int Most = 10_000;

    private readonly Lock _keeping = new();
    private readonly LinkedList<KeptMessage> _kept = new();

    public IReadOnlyCollection<Channel> Carries { get; } = Enum.GetValues<Channel>();

    public Task<SendAnswer> SendAsync(Dispatch message, CancellationToken cancel)
    {
        lock (_keeping)
        {
            _ = _kept.AddFirst(new KeptMessage(message, clock.GetUtcNow()));
            if (_kept.Count > Most)
                _kept.RemoveLast();
        }

        return Task.FromResult<SendAnswer>(new SendAnswer.Taken());
    }

    /// <param name="to">Everybody's when empty.</param>
    public ImmutableArray<KeptMessage> Newest(string? to, int most)
    {
        lock (_keeping)
        {
            // Those that leave together may overtake one another; who reads them wants what was caused last.
            return
            [
                .. _kept.Where(kept => string.IsNullOrEmpty(to) || kept.Message.To.Equals(to, StringComparison.OrdinalIgnoreCase))
                    .OrderByDescending(kept => WrittenAt(kept.Message.Id)).Take(most),
            ];
        }
    }

    /// <summary>Ids of version 7 begin with when they were made, in milliseconds.</summary>
    private static ulong WrittenAt(Guid id) => BinaryPrimitives.ReadUInt64BigEndian(id.ToByteArray(bigEndian: true)) >> 16;

    /// <summary>What became of a message, as a report that was played has said.</summary>
    public void Note(Guid id, DeliveryStage stage)
    {
        lock (_keeping)
        {
            if (_kept.FirstOrDefault(kept => kept.Message.Id == id) is { } kept)
                _kept.Find(kept)!.Value = kept with { Stage = stage };
        }
    }

    public KeptMessage? Find(Guid id)
    {
        lock (_keeping)
        {
            return _kept.FirstOrDefault(kept => kept.Message.Id == id);
        }
    }
}
