using System.Collections.Frozen;
using SecurityPortal.Domain;

namespace SecurityPortal.Delivery;

/// <summary>Which channel carries what.</summary>
public sealed class Channels(IEnumerable<IMessageChannel> all)
{
    private readonly FrozenDictionary<Channel, IMessageChannel> _byKind = all
        .SelectMany(channel => channel.Carries.Select(kind => (kind, channel)))
        .ToFrozenDictionary(carried => carried.kind, carried => carried.channel);

    public IEnumerable<Channel> Kinds => _byKind.Keys;

    public IMessageChannel Of(Channel kind) => _byKind[kind];
}
