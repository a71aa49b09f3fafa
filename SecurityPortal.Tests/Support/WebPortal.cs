using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Work;

namespace SecurityPortal.Tests.Support;

/// <summary>The whole portal over HTTP, with accounts in it. Only its clock and the way out of the building are the test's.</summary>
public sealed class WebPortal : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(Portal.Noon);
    private readonly KeptMessages _messages = new();

    private WebPortal(Dictionary<string, string?> settings)
    {
        Server = new() { Instead = Replace };
        Server.Settings["Rehearsal:Enabled"] = "false";
        foreach (var (key, value) in settings)
            Server.Settings[key] = value;
    }

    public PortalServer Server { get; }

    public FakeTimeProvider Clock => _clock;

    /// <summary>Past the pages, straight at the service: for what other pages do.</summary>
    public Portal Inside => Portal.Inside(Server.Services, _clock, Server.Folder);

    /// <param name="hasDesk">Whether staff are there too.</param>
    public static async Task<WebPortal> OpenAsync(Dictionary<string, string?>? settings = null, bool hasDesk = false)
    {
        WebPortal portal = new(settings ?? []);
        _ = portal.Server.Url;
        await (hasDesk ? portal.Inside.SeedDeskAsync() : portal.Inside.SeedAsync());
        return portal;
    }

    public Tab Visit() => new(Server.Visitor());

    /// <summary>All that was sent to a destination so far, the latest last.</summary>
    public async Task<IReadOnlyList<Dispatch>> SentToAsync(Contact destination)
    {
        await Inside.SendMailAsync();
        return _messages.To(destination.Value);
    }

    public async Task<string> CodeToAsync(Contact destination) => (await SentToAsync(destination)).Last(message => message.Code is not null).Code!;

    public async ValueTask DisposeAsync() => await Server.DisposeAsync();

    private void Replace(IServiceCollection services)
    {
        _ = services.AddSingleton(_messages);
        _ = services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock));
        _ = services.Replace(ServiceDescriptor.Singleton<IMessageChannel>(_messages));

        // Messages leave when the test asks for them, so that it knows what a page says before and after.
        _ = services.Remove(services.Single(service => service.ImplementationType == typeof(OutboxWorker)));
        _ = services.PostConfigure<SecurityOptions>(security => security.AllowCalls());
    }
}
