using System.Collections;
using System.Globalization;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Service;

/// <summary>What stands in a message, in its reader's language and not in that of whoever caused it.</summary>
public sealed class MessageTextsTests
{
    private static readonly string[] s_wide = ["ja", "ar"];

    public static TheoryData<string, string> Notices =>
        new(from told in Told.Events from language in PortalLanguages.All select (told.GetType().Name, language));

    public static TheoryData<string> Languages => [.. PortalLanguages.All];

    /// <summary>Japanese and Arabic have no place among the letters of texts, so that what they say takes two.</summary>
    [Theory]
    [MemberData(nameof(Notices))]
    public void A_notice_by_text_is_one_text_where_the_language_has_its_letters(string told, string language)
    {
        var text = Told.Notice(told, language, People.RachelsPhone).Text;

        if (s_wide.Contains(language))
            Assert.InRange(TextLetters.Parts(text), 1, 2);
        else
            Assert.True(TextLetters.Parts(text) == 1 && !TextLetters.Foreign(text).Any(), $"{text.Length}: {text} {string.Join(' ', TextLetters.Foreign(text))}");
    }

    /// <summary>Also those of events that nothing tells of yet.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_text_there_is_keeps_to_the_letters_of_texts(string language) => Assert.All(Words(language), word =>
    {
        if (word.Key.EndsWith("_Sms", StringComparison.Ordinal) && !s_wide.Contains(language))
            Assert.Empty(TextLetters.Foreign(word.Value));
    });

    [Theory]
    [MemberData(nameof(Notices))]
    public void A_notice_is_complete_by_every_way(string told, string language) =>
        Assert.All([People.RachelsMail, People.RachelsPhone, Told.Landline], to => IsComplete(Told.Notice(told, language, to)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_test_is_complete_by_every_way(string language) =>
        Assert.All([People.RachelsMail, People.RachelsPhone, Told.Landline], to => IsComplete(Told.Test(language, to)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_test_by_text_is_short_and_by_call_has_words_of_its_own(string language)
    {
        Assert.InRange(TextLetters.Parts(Told.Test(language, People.RachelsPhone).Text), 1, s_wide.Contains(language) ? 2 : 1);
        Assert.DoesNotContain("2026", Told.Test(language, Told.Landline).Text, StringComparison.Ordinal);
    }

    /// <summary>A link in a text teaches people to follow links in texts; the portal's host they can compare (R-PEND-4).</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void No_words_hold_a_link_but_the_host(string language) => Assert.All(Words(language), word =>
    {
        Assert.DoesNotContain("://", word.Value, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"www\.|\.(com|org|net|example)\b", word.Value);
    });

    [Theory]
    [InlineData("en", "Tuesday, 22 December 2026, 14:05 (UTC)")]
    [InlineData("de", "Dienstag, 22. Dezember 2026, 14:05 (UTC)")]
    [InlineData("fr", "mardi 22 décembre 2026 à 14:05 (UTC)")]
    [InlineData("es", "martes 22 de diciembre de 2026, 14:05 (UTC)")]
    [InlineData("ja", "2026年12月22日 (火曜日) 14:05 (UTC)")]
    [InlineData("ar", "الثلاثاء، 22 ديسمبر 2026، 14:05 (UTC)")]
    public void A_mail_says_exact_times_as_the_pages_do(string language, string time)
    {
        using var other = Reading.In(language == "en" ? "de" : "en");

        Assert.Contains(time, Told.Notice("ReplacementStarted", language, People.RachelsMail).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "2026-12-22 14:05 UTC")]
    [InlineData("de", "22.12.2026 14:05 UTC")]
    [InlineData("fr", "22/12/2026 14:05 UTC")]
    [InlineData("es", "22/12/2026 14:05 UTC")]
    [InlineData("ja", "2026/12/22 14:05 UTC")]
    [InlineData("ar", "22/12/2026 14:05 UTC")]
    public void A_text_says_them_in_numbers(string language, string time) =>
        Assert.Contains(time, Told.Notice("ReplacementReminder", language, People.RachelsPhone).Text, StringComparison.Ordinal);

    private static void IsComplete(MessageContent content)
    {
        Assert.Matches(@"\w{2,}", content.Text);
        Assert.DoesNotContain('{', content.Subject + content.Text);
        Assert.DoesNotMatch(@"\{\w+\}", content.Html);
    }

    private static Dictionary<string, string> Words(string language) =>
        MessageWords.ResourceManager.GetResourceSet(CultureInfo.GetCultureInfo(language), createIfNotExists: true, tryParents: language == "en")!
            .Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
}
