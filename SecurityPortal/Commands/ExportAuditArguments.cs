using SecurityPortal.Resources;

namespace SecurityPortal.Commands;

/// <summary><c>export-audit [audit.jsonl] [--Storage:Folder=data …]</c></summary>
/// <param name="File">Null for the standard output.</param>
/// <param name="Settings">Laid over the settings files, as when the portal is started.</param>
public sealed record ExportAuditArguments(string? File, IReadOnlyList<string> Settings)
{
    private static readonly string[] s_sections = ["Storage:", "Security:"];

    /// <summary>Null when they say something else.</summary>
    public static ExportAuditArguments? Read(IReadOnlyList<string> arguments, out string reason)
    {
        string[] settings = [.. arguments.Where(SettingArguments.IsSetting)];
        string[] rest = [.. arguments.Except(settings)];
        var unknown = settings.Select(SettingArguments.NameOf).FirstOrDefault(name => !SettingArguments.IsKnown(name, s_sections));
        reason = unknown is null ? AuditWords.Export_Usage : AuditWords.Export_Setting.With(Printable.Of(unknown));
        return unknown is null && rest.Length <= 1 && !rest.Any(argument => argument.StartsWith('-'))
            ? new(rest.FirstOrDefault(), settings)
            : null;
    }
}
