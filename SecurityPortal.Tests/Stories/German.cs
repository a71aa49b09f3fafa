using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using SecurityPortal.Resources;

namespace SecurityPortal.Tests.Stories;

/// <summary>What a German reader sees where a story names the English text.</summary>
public static partial class German
{
    private static readonly (string English, string German)[] s_texts = [.. Texts()];

    private static readonly HashSet<string> s_english = [.. s_texts.Where(text => text.English != text.German).Select(text => text.English)];

    public static string Of(string english) => Exactly(english) ?? WithGaps(english) ?? english;

    /// <summary>Those of a page's lines that an English reader should see, and no other.</summary>
    public static IEnumerable<string> EnglishIn(IEnumerable<string> lines) => lines.Select(line => line.Trim()).Where(s_english.Contains);

    private static string? Exactly(string english) => s_texts.FirstOrDefault(text => text.English == english).German;

    // The one that says most by itself: of a text that is nearly all gaps everything is an example.
    private static string? WithGaps(string english) => s_texts
        .Where(text => Gap().IsMatch(text.English))
        .OrderByDescending(text => Gap().Replace(text.English, "").Length)
        .Select(text => (Found: Regex.Match(english, $"^{Gap().Replace(Regex.Escape(text.English).Replace(@"\{", "{", StringComparison.Ordinal), "(?<g$1>.+?)")}$"), text.German))
        .Where(text => text.Found.Success)
        .Select(text => Gap().Replace(text.German, gap => text.Found.Groups[$"g{gap.Groups[1].Value}"].Value))
        .FirstOrDefault();

    private static IEnumerable<(string English, string German)> Texts() =>
        from words in typeof(SharedWords).Assembly.GetTypes()
        where words.Namespace == typeof(SharedWords).Namespace
        let texts = words.GetProperty("ResourceManager", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)?.GetValue(null) as ResourceManager
        where texts is not null
        from System.Collections.DictionaryEntry text in texts.GetResourceSet(CultureInfo.InvariantCulture, true, true)!
        select ((string)text.Value!, texts.GetString((string)text.Key, CultureInfo.GetCultureInfo("de"))!);

    [GeneratedRegex(@"\{(\d)\}")]
    private static partial Regex Gap();
}
