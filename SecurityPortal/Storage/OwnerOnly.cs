namespace SecurityPortal.Storage;

/// <summary>
/// Files and folders that nobody but the portal's own account can read. (Windows has no such modes: there the folder's own
/// rights decide.)
/// </summary>
internal static class OwnerOnly
{
    private const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>One that is there already is closed to others, too.</summary>
    public static DirectoryInfo Folder(string path)
    {
        if (OperatingSystem.IsWindows())
            return Directory.CreateDirectory(path);

        var folder = Directory.CreateDirectory(path, Mode | UnixFileMode.UserExecute);
        if (IsOpen(folder.UnixFileMode))
            File.SetUnixFileMode(path, Mode | UnixFileMode.UserExecute);
        return folder;
    }

    public static FileStream Open(string path, FileMode mode, FileShare share)
    {
        FileStreamOptions options = new() { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = Mode;
        return new(path, options);
    }

    public static void Close(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && IsOpen(File.GetUnixFileMode(path)))
                File.SetUnixFileMode(path, Mode);
        }
        catch (FileNotFoundException)
        {
            // SQLite takes its log away when the last connection closes.
        }
    }

    private static bool IsOpen(UnixFileMode mode) => (mode & ~(Mode | UnixFileMode.UserExecute)) != UnixFileMode.None;
}
