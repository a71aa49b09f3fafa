using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Storage;

/// <summary>R-HELP-8: the store refuses what an append-only log does not do, whoever asks.</summary>
public sealed class AuditTableTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        for (var i = 0; i < 5; i++)
            Assert.Null(await _portal.Service.BlockSourceAsync(await _portal.StaffAsync(), $"203.0.113.{i}", BlockReason.UnusualActivity, null, "tries", Cancel));
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("""UPDATE "audit" SET "Reason" = 'nothing' WHERE "Number" = 3""", "a record is never changed")]
    [InlineData("""UPDATE OR REPLACE "audit" SET "Number" = 2 WHERE "Number" = 3""", "a record is never changed")]
    [InlineData("""DELETE FROM "audit" WHERE "Number" = 3""", "records go from the front alone")]
    [InlineData("""DELETE FROM "audit" WHERE "Number" = 5""", "records go from the front alone")]
    [InlineData("""DELETE FROM "audit" WHERE "Number" <> 2""", "records go from the front alone")]
    [InlineData("""DELETE FROM "audit" """, "the last stays")]
    [InlineData("""INSERT OR REPLACE INTO "audit" SELECT "Number", "At", "By", "ByName", "Role", "Action", "Target", "TargetName", 'nothing', "Ticket", "Facts", "Source", "RequestId", "PreviousHash", "Hash" FROM "audit" WHERE "Number" = 5""", "a record follows on")]
    [InlineData("""INSERT INTO "audit" SELECT 7, "At", "By", "ByName", "Role", "Action", "Target", "TargetName", "Reason", "Ticket", "Facts", "Source", "RequestId", "Hash", 'x' FROM "audit" WHERE "Number" = 5""", "a record follows on")]
    [InlineData("""INSERT INTO "audit" SELECT 6, "At", "By", "ByName", "Role", "Action", "Target", "TargetName", "Reason", "Ticket", "Facts", "Source", "RequestId", 'another', 'x' FROM "audit" WHERE "Number" = 5""", "a record follows on")]
    public async Task A_record_is_neither_changed_nor_taken_out_nor_put_in(string sql, string said)
    {
        var before = (await _portal.AuditAsync()).Select(AuditLine.Write).ToArray();

        var refused = await Assert.ThrowsAsync<SqliteException>(() => RunAsync(sql));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, (await _portal.AuditAsync()).Select(AuditLine.Write));
    }

    [Fact]
    public async Task The_first_ones_can_go_and_the_rest_is_unbroken()
    {
        Assert.Equal(3, await RunAsync("""DELETE FROM "audit" WHERE "Number" <= 3"""));

        Assert.Null(await _portal.Service.LiftSourceAsync(await _portal.StaffAsync(), "203.0.113.1", "all is well", Cancel));
        var left = await _portal.AuditAsync();
        Assert.Equal([4, 5, 6], left.Select(record => record.Number));
        Assert.Null(AuditCheck.FirstBreak(left));
    }

    [SuppressMessage("Security", "EF1002", Justification = "The sentences stand above.")]
    private Task<int> RunAsync(string sql) => _portal.ReadAsync(context => context.Database.ExecuteSqlRawAsync(sql, Cancel));
}
