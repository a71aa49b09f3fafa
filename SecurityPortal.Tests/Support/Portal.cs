using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Time.Testing;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Work;

namespace SecurityPortal.Tests.Support;

/// <summary>The real service over a real store in a folder of its own. Only the clock and the way out of the building are not real.</summary>
public sealed class Portal : IAsyncDisposable
{
    public const string Password = "Correct-Horse-9";

    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly IServiceProvider _services;
    private readonly bool _keepsFolder;

    private Portal(IServiceProvider services, FakeTimeProvider clock, string folder, bool keepsFolder) =>
        (_services, Clock, Folder, _keepsFolder) = (services, clock, folder, keepsFolder);

    public FakeTimeProvider Clock { get; }

    public string Folder { get; }

    public DateTimeOffset Now => Clock.GetUtcNow();

    public SecurityInfoService Service => _services.GetRequiredService<SecurityInfoService>();

    public KeptMessages Messages => _services.GetRequiredService<KeptMessages>();

    public IServiceProvider Services => _services;

    /// <param name="settings">Laid over the defaults of <c>appsettings.json</c>.</param>
    /// <param name="folder">Of a store that is there already, which then stays; null for a new one that goes with the test.</param>
    /// <param name="instead">What a test wants otherwise: a listener to the log, passwords hashed as slowly as in earnest.</param>
    public static async Task<Portal> OpenAsync(
        Dictionary<string, string?>? settings = null, string? folder = null, DateTimeOffset? at = null, Action<IServiceCollection>? instead = null)
    {
        var place = folder ?? Directory.CreateTempSubdirectory("portal-").FullName;
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Storage:Folder"] = place })
            .AddInMemoryCollection(settings ?? [])
            .Build();
        FakeTimeProvider clock = new(at ?? Noon);
        var collection = new ServiceCollection()
            .AddLogging()
            .Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1_000)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<KeptMessages>()
            .AddSingleton<IMessageChannel>(provider => provider.GetRequiredService<KeptMessages>())
            .AddDelivery(configuration)
            .AddSingleton<Outbox>()
            .AddStorage(configuration, new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = place })
            .AddSecurityInfoService(configuration);
        instead?.Invoke(collection);
        var services = collection.BuildServiceProvider();
        await services.MigrateStoreAsync();
        return new(services, clock, place, keepsFolder: folder is not null);
    }

    /// <summary>The inside of a portal that somebody else started, and will stop.</summary>
    public static Portal Inside(IServiceProvider services, FakeTimeProvider clock, string folder) => new(services, clock, folder, keepsFolder: true);

    /// <summary>Sends what waits, as the worker does.</summary>
    public Task SendMailAsync() => _services.GetRequiredService<Outbox>().FlushAsync(TestContext.Current.CancellationToken);

    public async Task<T> ReadAsync<T>(Func<PortalContext, Task<T>> query)
    {
        await using var context = await _services.GetRequiredService<IDbContextFactory<PortalContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        return await query(context);
    }

    public Task<SecurityProfile> ProfileAsync(Owner owner) =>
        ReadAsync(context => context.Profiles.AsNoTracking().SingleAsync(profile => profile.Id == owner.Account));

    public async ValueTask DisposeAsync()
    {
        await ((ServiceProvider)_services).DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!_keepsFolder)
            Directory.Delete(Folder, recursive: true);
    }
}
