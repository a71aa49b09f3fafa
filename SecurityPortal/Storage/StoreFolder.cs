using Microsoft.EntityFrameworkCore;

namespace SecurityPortal.Storage;

/// <summary>
/// The folder of the store: the database file and, beside it and readable by the owner alone, the keys that are kept out
/// of it.
/// </summary>
public sealed class StoreFolder : IDisposable
{
    private readonly CodeKeyFiles _codeKeys;
    private readonly FileStream? _instance;

    public StoreFolder(StorageOptions options, string root)
    {
        Path = System.IO.Path.GetFullPath(options.Folder, root);
        var connection = StoreFile.Of(options, root);
        DatabaseFile = connection.DataSource;
        _codeKeys = new(KeyFolder);
        try
        {
            _ = OwnerOnly.Folder(Path);
            _ = OwnerOnly.Folder(KeyFolder);
            _ = OwnerOnly.Folder(ProtectionFolder);
            _instance = options.SingleInstance ? Claim() : null;
            Prepare();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _instance?.Dispose();
            throw new StartRefusedException($"Storage:Folder: {Path} cannot be used: {exception.Message}");
        }
        catch (StartRefusedException)
        {
            _instance?.Dispose();
            throw;
        }

        Options = new DbContextOptionsBuilder<PortalContext>().UseSqlite(connection.ToString()).AddInterceptors(new SqlitePragmas()).Options;
    }

    public string Path { get; }

    public string KeyFolder => System.IO.Path.Combine(Path, "keys");

    public string ProtectionFolder => System.IO.Path.Combine(KeyFolder, "protection");

    public string DatabaseFile { get; }

    public DbContextOptions<PortalContext> Options { get; }

    /// <summary>Keys for hashing codes, by version; the highest is in use. The first is made with the store.</summary>
    public IReadOnlyDictionary<int, byte[]> CodeKeys() => _codeKeys.Read();

    /// <summary>
    /// A store whose keys are there was there: an empty one in its place would lose everybody's info in silence. Other keys
    /// would do so to all that was sent: the links that cancel a replacement, too. So the keys are made last: whatever
    /// cuts a first start off, the next one can tell it from a loss.
    /// </summary>
    public async Task RefuseOneWithoutTheOtherAsync(PortalContext context, CancellationToken cancel)
    {
        // Looked at first: another process that makes the store makes its keys last.
        var hasKeys = _codeKeys.AreThere;
        var isMade = (await context.Database.GetAppliedMigrationsAsync(cancel)).Any();
        if (hasKeys && !isMade)
            throw StoreIsGone("is empty");

        if (!hasKeys && isMade && await HasAccountsAsync(context, cancel))
            throw new StartRefusedException(
                $"Storage:Folder: {_codeKeys.First} is missing, without which no code or link that was sent is known; "
                + "restore it, or put 32 random bytes there to go on without them.");
    }

    public void MakeKeys()
    {
        if (!_codeKeys.AreThere)
            _codeKeys.MakeFirst();
    }

    public void Dispose() => _instance?.Dispose();

    private FileStream Claim()
    {
        try
        {
            return OwnerOnly.Open(System.IO.Path.ChangeExtension(DatabaseFile, ".lock"), FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException)
        {
            throw new StartRefusedException(
                $"Storage:Folder: another instance is running on the store in {Path}; "
                + "stop it first, or give this one a folder of its own.");
        }
    }

    private void Prepare()
    {
        _ = _codeKeys.Read();
        FileInfo database = new(DatabaseFile);
        if (_codeKeys.AreThere && !database.Exists)
            throw StoreIsGone("is missing");

        if (!database.Exists)
            OwnerOnly.Open(DatabaseFile, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();

        // A backup that was put back, or a hand that made them, may have left them open to others.
        var keys = Directory.GetFiles(KeyFolder, "*", SearchOption.AllDirectories);
        var store = Directory.GetFiles(database.DirectoryName!, $"{System.IO.Path.GetFileNameWithoutExtension(DatabaseFile)}.*");
        foreach (var file in store.Concat(keys))
            OwnerOnly.Close(file);
    }

    private static async Task<bool> HasAccountsAsync(PortalContext context, CancellationToken cancel) =>
        (await context.Database.SqlQueryRaw<int>("SELECT EXISTS (SELECT 1 FROM profiles) AS Value").ToListAsync(cancel))[0] == 1;

    private StartRefusedException StoreIsGone(string how) => new(
        $"Storage:Folder: {DatabaseFile} {how}, but the keys of its store are there; "
        + $"restore the file, or remove {KeyFolder} to begin anew.");
}
