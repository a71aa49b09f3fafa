using SecurityPortal.Resources;

namespace SecurityPortal.Commands;

/// <summary><c>import users.csv [--dry-run] [--Storage:Folder=data …]</c></summary>
/// <param name="Settings">Laid over the settings files, as when the portal is started.</param>
public sealed record ImportArguments(string File, bool IsDryRun, IReadOnlyList<string> Settings)
{
    private const string DryRun = "--dry-run";

    private static readonly string[] s_sections = ["Storage:", "Security:"];

    /// <summary>Null when they say something else: what is not understood must not be left out of a real import.</summary>
    public static ImportArguments? Read(IReadOnlyList<string> arguments, out string reason)
    {
        string[] settings = [.. arguments.Where(SettingArguments.IsSetting)];
        string[] rest = [.. arguments.Except(settings).Where(argument => argument != DryRun)];
        var unknown = Array.Find(settings, setting => !SettingArguments.IsKnown(SettingArguments.NameOf(setting), s_sections));
        reason = unknown is null ? ImportWords.Usage : ImportWords.Setting_Unknown.With(Printable.Of(SettingArguments.NameOf(unknown)));
        return unknown is null && rest is [var file] && !file.StartsWith('-')
            ? new(file, arguments.Contains(DryRun), settings)
            : null;
    }
}
