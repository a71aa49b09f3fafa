using System.Text;
using SecurityPortal.Resources;

namespace SecurityPortal.Commands;

/// <summary>Where an export goes: a new file that only its owner reads. One that is there is never written over, for it may be all that is left.</summary>
public static class AuditFile
{
    /// <param name="path">Null for the standard output; what is said then goes to the errors.</param>
    /// <param name="write">Gets where the lines go, and where something can be said of them.</param>
    public static async Task<int> WriteAsync(string? path, Func<TextWriter, TextWriter, Task<int>> write)
    {
        if (path is null)
            return await write(Console.Out, Console.Error);

        try
        {
            await using StreamWriter file = new(path, Encoding.ASCII, NewOfOwner());
            return await write(file, Console.Out);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(AuditWords.Export_CannotBeWritten.With(Path.GetFullPath(path), exception.Message.ReplaceLineEndings(" ")));
        }
    }

    private static FileStreamOptions NewOfOwner()
    {
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
