using System.Threading.Channels;
using SecurityPortal.Domain;

namespace SecurityPortal.Commands;

/// <summary>What comes back of messages while a command waits.</summary>
/// <param name="kinds">Of which it can hear at all: a mailbox for bounces is read, or the address that gateways report to is listened at.</param>
public sealed class HeardReports(params IReadOnlyCollection<Domain.Channel> kinds)
{
    private readonly Channel<DeliveryReport> _heard = System.Threading.Channels.Channel.CreateUnbounded<DeliveryReport>();

    public IReadOnlyCollection<Domain.Channel> Kinds => kinds;

    public void Put(DeliveryReport report) => _ = _heard.Writer.TryWrite(report);

    public ValueTask<DeliveryReport> NextAsync(CancellationToken cancel) => _heard.Reader.ReadAsync(cancel);
}
