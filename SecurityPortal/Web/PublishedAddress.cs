using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using SecurityPortal.Service;

namespace SecurityPortal.Web;

/// <summary>
/// Tells the writer of messages which address they are to carry. In Development that may be where the server listens: known
/// once it does, which is before <see cref="IHostApplicationLifetime.ApplicationStarted"/>, when the workers begin.
/// </summary>
internal sealed class PublishedAddress(PortalAddress published, IOptions<PortalOptions> portal, IServer server) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        published.Organisation = portal.Value.OrganisationName;
        published.Value = portal.Value.BaseAddress ?? published.Value;
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        published.Value = portal.Value.BaseAddress ?? Listening() ?? published.Value;
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Called by name, because that is what a browser treats as secure.</summary>
    private Uri? Listening()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses.Select(BindingAddress.Parse) ?? [];
        return addresses.OrderBy(address => address.Scheme == Uri.UriSchemeHttps).FirstOrDefault() is { } first
            ? new UriBuilder(first.Scheme, "localhost", first.Port).Uri
            : null;
    }
}
