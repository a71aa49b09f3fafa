using Microsoft.Extensions.Options;
using SecurityPortal.Delivery;
using SecurityPortal.Service;

namespace SecurityPortal.Work;

/// <summary>Sends what is waiting, each channel on its own: one that is down holds up none of the others.</summary>
public sealed class Outbox : IDisposable
{
    private readonly SecurityInfoService _service;
    private readonly OutboxLine[] _lines;

    public Outbox(
        SecurityInfoService service, Channels channels, IOptions<DeliveryOptions> options, TimeProvider clock, ILoggerFactory loggers) =>
        (_service, _lines) = (service, [.. channels.Kinds.Select(kind => new OutboxLine(
            kind, service, channels.Of(kind), options.Value, clock, loggers.CreateLogger<OutboxLine>()))]);

    /// <summary>Sends all that is due now, and answers when nothing is under way any more.</summary>
    public async Task FlushAsync(CancellationToken cancel)
    {
        await _service.SendFirstCodesAsync(new PortalItself(), cancel);
        await Task.WhenAll(_lines.Select(line => line.FlushAsync(cancel)));
    }

    /// <summary>Sends whatever comes, until it is stopped; what is under way by then is brought to its end.</summary>
    public Task RunAsync(CancellationToken stopping) => Task.WhenAll(_lines.Select(line => line.RunAsync(stopping)));

    public void Dispose()
    {
        foreach (var line in _lines)
            line.Dispose();
    }
}
