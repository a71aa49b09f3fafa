using System.Security.Claims;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using SecurityPortal.Work;

namespace SecurityPortal.Tests.Peer;

/// <summary>The real service over a store that another process has open too.</summary>
internal static class OtherPortal
{
    public static ServiceProvider Open(string folder, TimeProvider clock, IMessageChannel? channel = null, Dictionary<string, string?>? settings = null)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Storage:Folder"] = folder,
                ["Storage:SingleInstance"] = "false",
                ["Delivery:Deadline"] = "00:00:02",
                ["Delivery:Lease"] = "00:00:10",
            })
            .AddInMemoryCollection(settings ?? [])
            .Build();
        return new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock)
            .AddSingleton<KeptMessages>()
            .AddSingleton(provider => channel ?? provider.GetRequiredService<KeptMessages>())
            .AddDelivery(configuration)
            .AddSingleton<Outbox>()
            .AddStorage(configuration, new HostingEnvironment { EnvironmentName = Environments.Development, ContentRootPath = folder })
            .AddSecurityInfoService(configuration)
            .BuildServiceProvider();
    }

    public static Owner OwnerOf(string account, string session, Visitor visitor) =>
        Owner.From(new(new ClaimsIdentity(
            [.. Owner.Claims(new AccountId(Guid.Parse(account)), new(Guid.Parse(session))), .. Owner.Claims(visitor)], "peer")))!;
}

/// <summary>Stands still at the instant that the test has reached.</summary>
internal sealed class StandingClock(long ticks) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(ticks, TimeSpan.Zero);
}
