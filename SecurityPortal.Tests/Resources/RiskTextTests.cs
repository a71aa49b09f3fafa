using SecurityPortal.Domain.Risk;
using SecurityPortal.Resources;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Resources;

/// <summary>R-RISK-1: signals in words.</summary>
public sealed class RiskTextTests
{
    private static readonly string[] s_languages = ["en", "de"];

    public static TheoryData<RiskSignal> Signals => [.. Enum.GetValues<RiskSignal>()];

    [Theory]
    [MemberData(nameof(Signals))]
    public void Every_signal_has_words_for_staff_and_for_the_user_in_each_language(RiskSignal signal)
    {
        string[] said = [.. s_languages.SelectMany(language => Reading.In(language, () => new[] { RiskText.ForStaff(signal), RiskText.WhyWhole([signal]) }))];

        Assert.Equal(4, said.Distinct().Count());
        Assert.All(said, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
    }

    [Fact]
    public void A_new_browser_and_network_are_one_sentence() => Assert.Equal(
        "This browser and this network are new for your account. Several wrong passwords or codes came from here. So please type the whole number or address before we send a code there.",
        Reading.In("en", () => RiskText.WhyWhole([RiskSignal.NewBrowser, RiskSignal.NewNetwork, RiskSignal.FailuresInARow])));
}
