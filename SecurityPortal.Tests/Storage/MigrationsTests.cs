using Microsoft.EntityFrameworkCore;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Storage;

public sealed class MigrationsTests
{
    [Fact]
    public async Task Make_the_tables_that_the_model_asks_for()
    {
        await using var portal = await Portal.OpenAsync();

        Assert.False(await portal.ReadAsync(context => Task.FromResult(context.Database.HasPendingModelChanges())));
        Assert.Empty(await portal.ReadAsync(context => context.Database.GetPendingMigrationsAsync(Cancel)));
    }
}
