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

    /// <summary>Sessions lie in their account's row as they were written then, without what has come since.</summary>
    [Fact]
    public async Task Who_was_signed_in_before_an_upgrade_stays_so()
    {
        await using var portal = await Portal.OpenAsync();
        await portal.SeedAsync();
        var rachel = await portal.SignInAsync();
        var old = await portal.ReadAsync(context => context.Database.ExecuteSqlRawAsync(
            """UPDATE "profiles" SET "Sessions" = replace("Sessions", ',"Typed":[]', '')""", Cancel));
        Assert.True(old > 0);
        Assert.DoesNotContain("Typed", await portal.ReadAsync(context => context.Database.SqlQueryRaw<string>("""SELECT "Sessions" AS "Value" FROM "profiles" WHERE "Sessions" <> '[]'""").FirstAsync(Cancel)), StringComparison.Ordinal);

        portal.Clock.Advance(1.Minutes);

        Assert.Null(await portal.Service.TouchAsync(rachel, Cancel));
        _ = await portal.GivePasswordAsync();
    }
}
