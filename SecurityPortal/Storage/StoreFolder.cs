using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SecurityPortal.Storage;

/// <summary>
/// The folder of the store: the database file and, beside it and readable by the owner alone, the keys that are kept out
/// of it.
/// </summary>
public sealed class StoreFolder : IDisposable
{
    private readonly FileStream? _instance;

    public StoreFolder(StorageOptions options, string root)
    {
        Path = System.IO.Path.GetFullPath(options.Folder, root);
        MakeFolders();
        _instance = options.SingleInstance ? Claim() : null;
        RefuseVanishedStore(options);
        ConnectionString = Connection(options.ConnectionString);
        MakeFile(options);
        Options = new DbContextOptionsBuilder<PortalContext>().UseSqlite(ConnectionString).AddInterceptors(new SqlitePragmas()).Options;
    }

    public string Path { get; }

    public string KeyFolder => System.IO.Path.Combine(Path, "keys");

    public string ProtectionFolder => System.IO.Path.Combine(KeyFolder, "protection");

    public string DatabaseFile => System.IO.Path.Combine(Path, "portal.db");

    public string ConnectionString { get; }

    public DbContextOptions<PortalContext> Options { get; }

    private string FirstCodeKey => System.IO.Path.Combine(KeyFolder, "codes-1.key");

    /// <summary>Keys for hashing codes, by version; the highest is in use. The first is made with the store.</summary>
    public IReadOnlyDictionary<int, byte[]> CodeKeys()
    {
        if (CodeKeyFiles().Length == 0)
            Write(FirstCodeKey, RandomNumberGenerator.GetBytes(32));

        return CodeKeyFiles().ToDictionary(
            file => int.Parse(System.IO.Path.GetFileNameWithoutExtension(file)["codes-".Length..], System.Globalization.CultureInfo.InvariantCulture),
            File.ReadAllBytes);
    }

    public void Dispose() => _instance?.Dispose();

    private string[] CodeKeyFiles() => Directory.GetFiles(KeyFolder, "codes-*.key");

    private void MakeFolders()
    {
        try
        {
            _ = OwnerOnly.Folder(Path);
            _ = OwnerOnly.Folder(KeyFolder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"Storage:Folder: {Path} cannot be used: {exception.Message}");
        }
    }

    private string Connection(string? configured)
    {
        try
        {
            return (configured is null ? new() { DataSource = DatabaseFile } : new SqliteConnectionStringBuilder(configured)).ToString();
        }
        catch (ArgumentException exception)
        {
            throw new StartRefusedException($"Storage:ConnectionString: {exception.Message}");
        }
    }

    private FileStream Claim()
    {
        try
        {
            return OwnerOnly.Open(System.IO.Path.Combine(Path, "portal.lock"), FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartRefusedException($"Storage:Folder: another instance is running on the store in {Path}; stop it first, or give this one a folder of its own.");
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new StartRefusedException($"Storage:Folder: {Path} cannot be used: {exception.Message}");
        }
    }

    /// <summary>
    /// A store whose keys are there was there: an empty one in its place would lose everybody's info in silence. Other keys
    /// would do so to all that was sent: the links that cancel a replacement, too.
    /// </summary>
    private void RefuseVanishedStore(StorageOptions options)
    {
        if (options.ConnectionString is not null)
            return;

        FileInfo database = new(DatabaseFile);
        var hasKeys = CodeKeyFiles().Length > 0;
        if (hasKeys && !database.Exists)
            throw new StartRefusedException($"Storage:Folder: {DatabaseFile} is missing, but the keys of its store are there; restore the file, or remove {KeyFolder} to begin anew.");

        if (!hasKeys && database is { Exists: true, Length: > 0 })
            throw new StartRefusedException($"Storage:Folder: {FirstCodeKey} is missing, without which no code or link that was sent is known; restore it, or put 32 random bytes there to go on without them.");
    }

    private void MakeFile(StorageOptions options)
    {
        if (options.ConnectionString is null && !File.Exists(DatabaseFile))
            Write(DatabaseFile, []);
    }

    private static void Write(string file, byte[] content)
    {
        using var stream = OwnerOnly.Open(file, FileMode.CreateNew, FileShare.None);
        stream.Write(content);
    }
}
