using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Rehearsal;

public sealed class NoRehearsalTests
{
    [Fact]
    public async Task Nothing_of_it_is_there_when_it_is_off()
    {
        using PortalServer portal = new() { Environment = "Production", Settings = { ["Portal:BaseAddress"] = "http://localhost" } };
        portal.Settings["Portal:KnownProxies:0"] = "127.0.0.1";
        using var visitor = portal.Visitor();
        visitor.DefaultRequestHeaders.Host = "localhost";

        foreach (var path in new[] { "/rehearsal", "/rehearsal/messages", "/rehearsal/clock", "/rehearsal/accounts" })
        {
            using var answer = await visitor.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        Assert.IsNotType<SecurityPortal.Rehearsal.RehearsalClock>(portal.Services.GetRequiredService<TimeProvider>());
        await using var context = await portal.Services.GetRequiredService<IDbContextFactory<PortalContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        Assert.False(await context.Profiles.AnyAsync(TestContext.Current.CancellationToken));
    }
}
