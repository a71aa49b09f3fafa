using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace SecurityPortal.Storage;

/// <summary>The store must be there: none is made. For whoever only looks, SQLite itself refuses to change it.</summary>
internal sealed class StandingStore(string root, SqliteOpenMode mode) : IPostConfigureOptions<StorageOptions>
{
    public void PostConfigure(string? name, StorageOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Folder))
            return;

        var file = StoreFile.Of(options, root);
        if (!File.Exists(file.DataSource))
            throw new StartRefusedException($"Storage:Folder: there is no store at {file.DataSource}.");

        file.Mode = mode;
        options.ConnectionString = file.ToString();
    }
}
