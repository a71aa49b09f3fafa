using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Storage;
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

    /// <summary>How far a message had come was derived from its instants before it was written down.</summary>
    [Fact]
    public async Task What_was_known_of_messages_before_an_upgrade_is_known_after_it()
    {
        var folder = Directory.CreateTempSubdirectory("portal-");
        try
        {
            await using PortalContext store = new(new DbContextOptionsBuilder<PortalContext>().UseSqlite($"Data Source={Path.Combine(folder.FullName, "portal.db")};Pooling=False").Options);
            await store.Database.MigrateAsync("20261123070153_DeliveryReports", Cancel);
            await InsertAsync(store, "profiles", new() { ["Id"] = "x'00000000000000000000000000000001'", ["Name"] = "'a'", ["NameKey"] = "'a'" });
            await InsertAsync(store, "messages", Old(1, "'HandedOverAt'", handedOver: 20, reported: "'Bounced'"));
            await InsertAsync(store, "messages", Old(2, "", handedOver: 20, reported: "NULL"));
            await InsertAsync(store, "messages", Old(3, "", handedOver: null, reported: "NULL"));

            await store.Database.MigrateAsync(Cancel);

            var messages = await store.Messages.OrderBy(message => message.CreatedAt).ToListAsync(Cancel);
            Assert.Equal([DeliveryStage.Bounced, DeliveryStage.HandedOver, DeliveryStage.Expired], messages.Select(message => message.Stage));
            Assert.All(messages, message => Assert.Equal(("mail.example", 2), (message.Area, message.Way().Count())));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Dictionary<string, string> Old(int number, string cause, int? handedOver, string reported) => new()
    {
        ["Id"] = $"x'0000000000000000000000000000000{number}'",
        ["Account"] = "x'00000000000000000000000000000001'",
        ["Channel"] = "'Email'",
        ["To"] = "'Rachel@Mail.example'",
        ["CreatedAt"] = $"{number}",
        ["HandedOverAt"] = handedOver?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "NULL",
        ["Reported"] = reported,
        ["ReportedAt"] = reported == "NULL" ? "NULL" : "30",
        ["Cause"] = cause.Length == 0 ? "NULL" : cause,
        ["DueAt"] = "NULL",
    };

    /// <summary>A row of an older version, whose other columns do not matter.</summary>
    private static async Task InsertAsync(PortalContext store, string table, Dictionary<string, string> values)
    {
        var required = $"""SELECT "name" AS "Value" FROM pragma_table_info('{table}') WHERE "notnull" = 1""";
        var columns = await store.Database.SqlQueryRaw<string>(required).ToListAsync(Cancel);
        foreach (var column in columns)
            _ = values.TryAdd(column, column is "Id" or "Account" or "Method" ? "x'00000000000000000000000000000001'" : "''");
        var insert = $"""INSERT INTO "{table}" ("{string.Join("\", \"", values.Keys)}") VALUES ({string.Join(", ", values.Values)})""";
        _ = await store.Database.ExecuteSqlRawAsync(insert, Cancel);
    }
}
