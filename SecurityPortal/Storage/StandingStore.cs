using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace SecurityPortal.Storage;

/// <summary>For whoever only looks: the store must be there, and SQLite itself refuses to change it.</summary>
internal sealed class StandingStore(string root) : IPostConfigureOptions<StorageOptions>
{
    public void PostConfigure(string? name, StorageOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Folder))
            return;

        var file = StoreFile.Of(options, root);
        if (!File.Exists(file.DataSource))
            throw new StartRefusedException($"Storage:Folder: there is no store at {file.DataSource}.");

        file.Mode = SqliteOpenMode.ReadOnly;
        options.ConnectionString = file.ToString();
    }
}
