namespace SecurityPortal.Commands;

/// <summary><c>import users.csv [--dry-run] [--Storage:Folder=data …]</c></summary>
/// <param name="Settings">Laid over the settings files, as when the portal is started.</param>
public sealed record ImportArguments(string File, bool IsDryRun, IReadOnlyList<string> Settings)
{
    private const string DryRun = "--dry-run";

    /// <summary>Null when they say something else.</summary>
    public static ImportArguments? Read(IReadOnlyList<string> arguments)
    {
        string[] settings = [.. arguments.Where(argument => argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains('='))];
        string[] rest = [.. arguments.Except(settings).Where(argument => argument != DryRun)];
        return rest is [var file] && !file.StartsWith('-') ? new(file, arguments.Contains(DryRun), settings) : null;
    }
}
