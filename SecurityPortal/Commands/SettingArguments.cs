namespace SecurityPortal.Commands;

/// <summary><c>--Section:Key=value</c> among a command's arguments.</summary>
internal static class SettingArguments
{
    private static readonly string[] s_places = ["environment", "contentRoot"];

    public static bool IsSetting(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains('=');

    public static string NameOf(string setting) => setting[2..setting.IndexOf('=', StringComparison.Ordinal)];

    /// <summary>What a section of these does not have is refused when it is read.</summary>
    /// <param name="sections">With their colon.</param>
    public static bool IsKnown(string name, IEnumerable<string> sections) =>
        s_places.Contains(name, StringComparer.OrdinalIgnoreCase)
        || sections.Any(section =>
            name.Length > section.Length && name.StartsWith(section, StringComparison.OrdinalIgnoreCase));
}
