using System.Collections;
using System.Globalization;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Resources;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Resources;

/// <summary>Whatever can stand in the owner's log has words, in both languages of the pages (R-ACT-1).</summary>
public sealed class ActivityTextTests
{
    private static readonly string[] s_languages = ["en", "de"];

    private static readonly string[] s_all =
    [
        .. Enum.GetNames<SignInCause>().Select(cause => $"Cause_{cause}"),
        .. typeof(SecurityEvent).GetNestedTypes().Select(told => $"Event_{told.Name}"),
        $"Event_{ActivityEntry.CodeAsked}", $"Event_{ActivityEntry.BlockSet}", $"Event_{ActivityEntry.BlockLifted}",
        .. typeof(Refusal).GetNestedTypes().Where(IsNoted).Select(refusal => $"Refused_{refusal.Name}"),
    ];

    public static TheoryData<string, string> Everything => new(from what in s_all from language in s_languages select (what, language));

    [Theory]
    [MemberData(nameof(Everything))]
    public void Everything_that_can_happen_has_words(string what, string language)
    {
        var words = Reading.In(language, () => ActivityText.Of(what, "ra@mail.example"));

        Assert.Matches(@"\w{2,}", words);
        Assert.DoesNotContain('{', words);
        if (language != "en")
            Assert.NotEqual(Reading.In("en", () => ActivityText.Of(what, "ra@mail.example")), words);
    }

    [Fact]
    public void No_words_are_kept_for_what_cannot_happen() => Assert.Equal(
        s_all.Order(StringComparer.Ordinal),
        ActivityWords.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<DictionaryEntry>().Select(entry => (string)entry.Key)
            .Where(key => key.StartsWith("Cause_", StringComparison.Ordinal) || key.StartsWith("Event_", StringComparison.Ordinal) || key.StartsWith("Refused_", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Every_reason_to_look_is_said_with_every_signal(string language)
    {
        using var reading = Reading.In(language);

        Assert.All(Enum.GetNames<UnusualReason>(), reason => Assert.Matches(@"\w{2,}", ActivityText.Why(reason, [])));
        Assert.Equal(Enum.GetValues<RiskSignal>().Length, Enum.GetValues<RiskSignal>().Select(ActivityText.Of).Distinct().Count());
        Assert.Contains(ActivityText.Of(RiskSignal.NewCountry), ActivityText.Why(nameof(UnusualReason.Risk), [RiskSignal.NewBrowser, RiskSignal.NewCountry]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Today", "Yesterday", "Saturday, 21 November 2026")]
    [InlineData("de", "Heute", "Gestern", "Samstag, 21. November 2026")]
    public void A_day_is_named_as_people_name_it(string language, params string[] names)
    {
        using var reading = Reading.In(language);
        DateOnly today = new(2026, 11, 23);

        Assert.Equal(names.AsEnumerable(), Enumerable.Range(0, 3).Select(back => ActivityText.Of(today.AddDays(-back), today)));
    }

    [Fact]
    public void A_contact_that_is_gone_is_called_so() =>
        Assert.Equal("Signed in with a code to a method that is not yours any more", Reading.In("en", () => ActivityText.Of("Cause_SignedIn", null)));

    private static bool IsNoted(Type refusal) =>
        ActivityEntry.IsNoted((Refusal)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(refusal));
}
