using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using SecurityPortal.Domain;
using SecurityPortal.Resources;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Resources;

public sealed class RefusalTextTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 22, 13, 5, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_end = s_now.AddDays(30);
    private static readonly TimeZoneInfo s_berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    private static readonly string[] s_languages = ["en", "de"];

    public static TheoryData<Refusal, string> Everything =>
        new(from type in typeof(Refusal).GetNestedTypes()
            from refusal in Variants(type)
            from language in s_languages
            select (refusal, language));

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_refusal_has_words_of_its_own_in_every_language(Refusal refusal, string language)
    {
        var words = Say(refusal, language);

        Assert.Matches(@"\w{2,}.*[.!]$", words);
        Assert.DoesNotContain('{', words);
        if (language != "en")
            Assert.NotEqual(Say(refusal, "en"), words);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public void Every_end_is_said_in_words_and_exactly(Refusal refusal, string language)
    {
        if (!refusal.GetType().GetProperties().Any(property => property.GetValue(refusal) is DateTimeOffset))
            return;

        var (exact, relative) = language == "en" ? ("22 December 2026, 14:05", "in 30 days") : ("22. Dezember 2026, 14:05", "in 30 Tagen");
        Assert.Contains(exact, Say(refusal, language), StringComparison.Ordinal);
        Assert.Contains(relative, Say(refusal, language), StringComparison.Ordinal);
    }

    [Fact]
    public void No_words_are_kept_for_a_refusal_that_is_gone()
    {
        var said = Everything.Select(row => RefusalText.NameOf(row.Data.Item1)).Distinct().Order();
        var kept = RefusalWords.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key).Order();

        Assert.Equal(said, kept);
    }

    [Fact]
    public void A_voip_number_is_refused_in_the_agreed_words() => Assert.Equal(
        "VOIP numbers can't be used to sign in or get verification codes. Please add a mobile phone number.",
        Say(new Refusal.NotAPhone(PhoneFault.Voip), "en"));

    [Fact]
    public void The_last_tries_are_counted_down() => Assert.Equal(
        3,
        Enumerable.Range(0, 3).Select(left => Regex.Match(Say(new Refusal.WrongCode(left), "en"), "2 tries|one try|no longer").Value).Distinct().Count());

    private static string Say(Refusal refusal, string language) =>
        Reading.In(language, () => RefusalText.Of(refusal, s_now, s_berlin));

    private static IEnumerable<Refusal> Variants(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return constructor.GetParameters()
            .Aggregate<ParameterInfo, IEnumerable<object[]>>([[]], (known, parameter) => known.SelectMany(_ => Samples(parameter), (start, value) => (object[])[.. start, value]))
            .Select(arguments => (Refusal)constructor.Invoke(arguments));
    }

    private static IEnumerable<object> Samples(ParameterInfo parameter) => parameter switch
    {
        // Only what codes are sent to is ever typed whole.
        _ when parameter.ParameterType == typeof(MethodKind) => [MethodKind.Email, MethodKind.Phone],
        { ParameterType.IsEnum: true } => Enum.GetValues(parameter.ParameterType).Cast<object>(),
        { Name: "TriesLeft" } => [0, 1, 4],
        _ when parameter.ParameterType == typeof(int) => [7],
        _ when parameter.ParameterType == typeof(string) => ["K7"],
        _ when parameter.ParameterType == typeof(DateTimeOffset) => [s_end],
        _ when parameter.ParameterType == typeof(DateTimeOffset?) => [s_end, null!],
        _ when parameter.ParameterType == typeof(Contact) => [new Contact(MethodKind.Phone, "+447700900123")],
        _ => throw new NotSupportedException($"{parameter}: give it a sample here."),
    };
}
