using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SecurityPortal.Storage;

/// <summary>
/// What each connection needs: an answer only once a change is on the disk, and waiting for another process's lock inside
/// SQLite, which looks again far sooner than the provider does.
/// </summary>
public sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Sql = "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=10000;";

    /// <summary>
    /// EF asks for the write-ahead log only for a file that it makes itself; the file remembers it. Without it readers and
    /// the writer would shut each other out, and a file system that cannot share memory does not give it.
    /// </summary>
    public static async Task RequireWriteAheadLogAsync(PortalContext context, CancellationToken cancel)
    {
        await context.Database.OpenConnectionAsync(cancel);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA journal_mode=WAL";
        if (await command.ExecuteScalarAsync(cancel) is var journal and not "wal")
            throw new StartRefusedException(
                $"Storage:Folder: SQLite cannot keep a write-ahead log there (it says “{journal}”); "
                + "put the store on a disk of this machine.");
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
