using System.Collections;
using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using SecurityPortal.Resources;
using SecurityPortal.Service;

namespace SecurityPortal.Tests.Resources;

/// <summary>Every text exists in every language, and says the same facts there.</summary>
public sealed partial class WordsTests
{
    // Pages are in English and German; messages, and what they say as the pages do, are in each language that they can be asked for in.
    private static readonly string[] s_ofPages = ["de"];
    private static readonly string[] s_ofMessages = [.. PortalLanguages.All.Except(["en"])];
    private static readonly string[] s_inMessages = [nameof(MessageWords), nameof(FactWords)];

    public static TheoryData<string, string> Translations =>
        new(from type in typeof(RefusalWords).Assembly.GetTypes()
            where type.Namespace == typeof(RefusalWords).Namespace && type.Name.EndsWith("Words", StringComparison.Ordinal)
            where type.GetProperty("ResourceManager") is not null
            from language in s_inMessages.Contains(type.Name) ? s_ofMessages : s_ofPages
            select (type.Name, language));

    [Theory]
    [MemberData(nameof(Translations))]
    public void Every_text_is_there_in_every_language(string words, string language) =>
        Assert.Equal(Texts(words, "").Keys.Order(), Texts(words, language).Keys.Order());

    [Theory]
    [MemberData(nameof(Translations))]
    public void A_translation_tells_the_same_facts(string words, string language) => Assert.All(Texts(words, language), text =>
        Assert.Equal(Gaps(Texts(words, "")[text.Key]).Except(LeftOut(text.Key, language)), Gaps(text.Value)));

    [Theory]
    [MemberData(nameof(Translations))]
    public void No_text_is_empty(string words, string language) =>
        Assert.All(Texts(words, "").Concat(Texts(words, language)), text => Assert.Equal(text.Value.Trim(), text.Value is "" ? "?" : text.Value));

    /// <summary>Only a rehearsal has made-up people.</summary>
    [Theory]
    [MemberData(nameof(Translations))]
    public void No_text_that_people_read_names_a_demo_account(string words, string language) =>
        Assert.DoesNotContain(
            words == nameof(RehearsalWords) ? [] : Texts(words, "").Concat(Texts(words, language)),
            text => text.Value.Contains("contoso", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void There_are_words_to_look_at() => Assert.Contains(Translations, row => row.Data.Item1 == nameof(RefusalWords));

    private static Dictionary<string, string> Texts(string words, string language)
    {
        ResourceManager manager = new($"SecurityPortal.Resources.{words}", typeof(RefusalWords).Assembly);
        var set = manager.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: false);
        Assert.NotNull(set);
        return set.Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
    }

    /// <summary>A text in Japanese or Arabic holds 70 letters; the end of a code, which its page shows too, would cost a second one.</summary>
    private static string[] LeftOut(string key, string language) => key == "Code_Sms" && language is "ja" or "ar" ? ["{until}"] : [];

    private static IEnumerable<string> Gaps(string text) => Gap().Matches(text).Select(gap => gap.Value).Distinct().Order();

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Gap();
}
