using SecurityPortal.Resources;

namespace SecurityPortal.Commands;

/// <summary><c>check-policy [--Security:StrictPhones=Never] [--Storage:Folder=data …]</c></summary>
/// <param name="Settings">Laid over the settings files, as when the portal is started.</param>
public sealed record CheckPolicyArguments(IReadOnlyList<string> Settings)
{
    // Whether lines that take no texts can be called stands with the calls.
    private static readonly string[] s_sections = ["Storage:", "Security:", "Calls:"];

    /// <summary>Null when they say something else.</summary>
    public static CheckPolicyArguments? Read(IReadOnlyList<string> arguments, out string reason)
    {
        var unknown = arguments.Where(SettingArguments.IsSetting).Select(SettingArguments.NameOf)
            .FirstOrDefault(name => !SettingArguments.IsKnown(name, s_sections));
        reason = unknown is null ? PolicyWords.Usage : PolicyWords.Setting_Unknown.With(Printable.Of(unknown));
        return unknown is null && arguments.All(SettingArguments.IsSetting) ? new(arguments) : null;
    }
}
