using SecurityPortal.Resources;

namespace SecurityPortal.Commands;

/// <summary><c>pass &lt;account&gt; [--Storage:Folder=data …]</c></summary>
/// <param name="Account">As it is typed to sign in.</param>
/// <param name="Settings">Laid over the settings files, as when the portal is started.</param>
public sealed record PassArguments(string Account, IReadOnlyList<string> Settings)
{
    private static readonly string[] s_sections = ["Storage:", "Security:"];

    /// <summary>Null when they say something else.</summary>
    public static PassArguments? Read(IReadOnlyList<string> arguments, out string reason)
    {
        string[] settings = [.. arguments.Where(SettingArguments.IsSetting)];
        var unknown = settings.Select(SettingArguments.NameOf).FirstOrDefault(name => !SettingArguments.IsKnown(name, s_sections));
        reason = unknown is null ? PassWords.Usage : PassWords.Setting_Unknown.With(Printable.Of(unknown));
        return unknown is null && arguments.Except(settings).ToArray() is [var account] && !account.StartsWith('-') ? new(account, settings) : null;
    }
}
