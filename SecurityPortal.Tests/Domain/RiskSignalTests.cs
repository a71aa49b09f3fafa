using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-RISK-1: what each signal looks at, and nothing else.</summary>
public sealed class RiskSignalTests
{
    private static readonly Place s_london = new("GB", "London", 51.5, -0.1);
    private static readonly Place s_paris = new("FR", "Paris", 48.9, 2.4);
    private static readonly Place s_sydney = new("AU", "Sydney", -33.9, 151.2);

    private static readonly RiskScene s_usual = new()
    {
        Now = Portal.Noon,
        BrowserId = "laptop",
        Source = Life.Home,
        Place = s_london,
        Habits = new()
        {
            Browsers = [new("laptop", Portal.Noon)],
            Networks = [new("192.0.2.0/24", Portal.Noon)],
            Countries = [new("GB", Portal.Noon)],
            LastPlace = s_london,
            LastAt = Portal.Noon - 1.Hours,
        },
    };

    [Fact]
    public void The_usual_shows_nothing() => AssertShows(s_usual);

    [Fact]
    public void Without_habits_there_is_nothing_to_compare_with() =>
        AssertShows(s_usual with { Habits = new(), BrowserId = "phone", Source = Life.Elsewhere, Place = s_sydney });

    [Theory]
    [InlineData("phone")]
    [InlineData(null)]
    public void Another_browser(string? browser) => AssertShows(s_usual with { BrowserId = browser }, RiskSignal.NewBrowser);

    [Theory]
    [InlineData("192.0.2.250", false)]
    [InlineData("192.0.3.1", true)]
    [InlineData("2001:db8:1:2::/64", true)]
    public void Another_network_is_one_outside_the_24_bits(string source, bool shows) =>
        AssertShows(s_usual with { Source = source }, shows ? [RiskSignal.NewNetwork] : []);

    [Theory]
    [InlineData("2001:db8:1:ffff::/64", false)]
    [InlineData("2001:db8:2:1::/64", true)]
    public void In_IPv6_outside_the_48(string source, bool shows) => AssertShows(
        s_usual with { Source = source, Habits = s_usual.Habits with { Networks = [new(SourceNetwork.Near("2001:db8:1:1::/64"), Portal.Noon)] } },
        shows ? [RiskSignal.NewNetwork] : []);

    [Fact]
    public void Another_country_that_can_be_reached() => AssertShows(s_usual with { Place = s_paris }, RiskSignal.NewCountry);

    [Fact]
    public void A_country_that_is_not_known_is_not_another() => AssertShows(s_usual with { Place = null });

    /// <summary>About 17 000 km, which take just under nineteen hours at 900 km/h.</summary>
    [Theory]
    [InlineData(18, true)]
    [InlineData(20, false)]
    public void Farther_than_anybody_travels_since_the_last_sign_in(int hours, bool shows) => AssertShows(
        s_usual with { Place = s_sydney, Now = s_usual.Habits.LastAt!.Value + hours.Hours, Habits = s_usual.Habits with { Countries = [new("AU", Portal.Noon)] } },
        shows ? [RiskSignal.ImpossibleTravel] : []);

    /// <summary>Four and a half degrees of latitude are 500.4 km.</summary>
    [Theory]
    [InlineData(4.49, false)]
    [InlineData(4.5, true)]
    public void Nearer_than_500_kilometres_is_never_too_far(double north, bool shows) => AssertShows(
        s_usual with { Place = s_london with { Latitude = 51.5 + north }, Now = s_usual.Habits.LastAt!.Value },
        shows ? [RiskSignal.ImpossibleTravel] : []);

    [Fact]
    public void A_place_without_a_point_is_not_too_far() =>
        AssertShows(s_usual with { Place = new("GB"), Now = s_usual.Habits.LastAt!.Value });

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Five_failures_before_it(int failures, bool shows) =>
        AssertShows(s_usual with { FailuresHere = failures }, shows ? [RiskSignal.FailuresInARow] : []);

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Five_right_passwords_within_minutes(int passwords, bool shows) =>
        AssertShows(s_usual with { PasswordsHere = passwords }, shows ? [RiskSignal.Velocity] : []);

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void Five_names_that_its_source_failed_on(int names, bool shows) =>
        AssertShows(s_usual with { AccountsFailed = names }, shows ? [RiskSignal.ManyAccounts] : []);

    [Fact]
    public void A_region_under_attack() => AssertShows(s_usual with { IsAttacked = true }, RiskSignal.AttackedRegion);

    [Fact]
    public void Every_signal_can_show() => Assert.Equal(Enum.GetValues<RiskSignal>().Except([RiskSignal.ImpossibleTravel]), Score(Unusual).Signals);

    [Fact]
    public void The_score_is_the_sum_of_their_weights() => Assert.Equal(15 + 10 + 20, Score(s_usual with { BrowserId = null, Source = Life.Elsewhere, Place = s_paris }).Score);

    [Fact]
    public void The_score_is_a_hundred_at_most() => Assert.Equal(100, Score(Unusual).Score);

    [Fact]
    public void A_new_browser_alone_stays_below_medium() => Assert.False(Score(s_usual with { BrowserId = null }).IsMedium(Life.Policy.Risk));

    [Theory]
    [InlineData(29, false, false)]
    [InlineData(30, true, false)]
    [InlineData(69, true, false)]
    [InlineData(70, true, true)]
    public void Medium_begins_at_30_and_high_at_70(int score, bool isMedium, bool isHigh)
    {
        RiskScore risk = new(score, []);

        Assert.Equal((isMedium, isHigh), (risk.IsMedium(Life.Policy.Risk), risk.IsHigh(Life.Policy.Risk)));
    }

    private static RiskScene Unusual => s_usual with
    {
        BrowserId = null,
        Source = Life.Elsewhere,
        Place = s_paris,
        FailuresHere = 5,
        PasswordsHere = 5,
        AccountsFailed = 5,
        IsAttacked = true,
    };

    private static void AssertShows(RiskScene scene, params RiskSignal[] signals) => Assert.Equal(signals, Score(scene).Signals);

    private static RiskScore Score(RiskScene scene) => RiskScore.Of(scene, Life.Policy.Risk);
}
