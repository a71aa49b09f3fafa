using Microsoft.Data.Sqlite;

namespace SecurityPortal.Storage;

/// <summary>Which file the settings name as the store. A store that ends with its process is none.</summary>
internal static class StoreFile
{
    public static SqliteConnectionStringBuilder Of(StorageOptions options, string root)
    {
        var connection = Read(options.ConnectionString);
        if (connection.DataSource is ":memory:" || connection.Mode is SqliteOpenMode.Memory)
            throw new StartRefusedException("Storage:ConnectionString: the store must be a file");

        connection.DataSource = Path.GetFullPath(connection.DataSource is "" ? Path.Combine(options.Folder, "portal.db") : connection.DataSource, root);
        return connection;
    }

    /// <summary>Whether a store, or what is left of one, is where the settings say.</summary>
    public static bool IsThere(StorageOptions options, string root) =>
        File.Exists(Of(options, root).DataSource) || Directory.Exists(Path.Combine(Path.GetFullPath(options.Folder, root), "keys"));

    private static SqliteConnectionStringBuilder Read(string? written)
    {
        try
        {
            return new(string.IsNullOrWhiteSpace(written) ? "" : written);
        }
        catch (ArgumentException exception)
        {
            throw new StartRefusedException($"Storage:ConnectionString: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }
}
