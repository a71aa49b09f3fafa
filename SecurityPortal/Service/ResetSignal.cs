using System.Threading.Channels;

namespace SecurityPortal.Service;

/// <summary>Says within this process that a reset of a password was begun; said often before it is heard, it is said once.</summary>
internal sealed class ResetSignal
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public async ValueTask WaitAsync(CancellationToken cancel) => _ = await _bell.Reader.ReadAsync(cancel);

    public void Ring() => _ = _bell.Writer.TryWrite(true);
}
