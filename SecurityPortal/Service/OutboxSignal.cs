using System.Collections.Frozen;
using System.Threading.Channels;
using Channel = SecurityPortal.Domain.Channel;

namespace SecurityPortal.Service;

/// <summary>Says within this process, per channel, that something waits to be sent; said often before it is heard, it is said once.</summary>
internal sealed class OutboxSignal
{
    private readonly FrozenDictionary<Channel, Channel<bool>> _bells = Enum.GetValues<Channel>().ToFrozenDictionary(
        channel => channel,
        _ => System.Threading.Channels.Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }));

    public ValueTask<bool> WaitAsync(Channel channel, CancellationToken cancel) => _bells[channel].Reader.ReadAsync(cancel);

    public void Ring(IEnumerable<Channel> channels)
    {
        foreach (var channel in channels)
            _ = _bells[channel].Writer.TryWrite(true);
    }
}
