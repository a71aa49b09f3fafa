using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace SecurityPortal.Storage;

/// <summary>
/// For a trial: where there is no store yet, an empty one elsewhere stands for it and goes with the trial. One that is
/// there is used.
/// </summary>
internal sealed class TrialFolder(string root) : IPostConfigureOptions<StorageOptions>, IDisposable
{
    private DirectoryInfo? _instead;

    public void PostConfigure(string? name, StorageOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Folder) || StoreFile.IsThere(options, root))
            return;

        _instead ??= Directory.CreateTempSubdirectory("portal-trial-");
        (options.Folder, options.ConnectionString) = (_instead.FullName, null);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _instead?.Delete(recursive: true);
        _instead = null;
    }
}
