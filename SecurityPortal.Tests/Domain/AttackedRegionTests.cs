using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-RISK-3: a region under attack, what lies in it, and how that ends by itself.</summary>
public sealed class AttackedRegionTests
{
    private static readonly RegionPolicy s_policy = Life.Policy.Regions;

    private readonly AttackedRegion _region = new() { Kind = RegionKind.Network, Value = "203.0.0.0/16" };
    private DateTimeOffset _now = Portal.Noon;

    [Fact]
    public void Ends_by_itself_to_the_millisecond()
    {
        _region.Mark(_now + 2.Hours, isClosed: true, pace: null, note: null, _now);

        Assert.True(_region.Stands(_now + 2.Hours - 1.Milliseconds));
        Assert.False(_region.Stands(_now + 2.Hours));
    }

    [Fact]
    public void Measured_again_it_lasts_an_hour_longer()
    {
        _region.Extend(s_policy, _now);
        var since = _now;
        _now += 59.Minutes;

        _region.Extend(s_policy, _now);

        Assert.Equal((since, _now + 1.Hours, true), (_region.Since, _region.Until, _region.IsMeasured));
    }

    [Fact]
    public void What_staff_said_lasts_at_least_as_long_as_they_said()
    {
        _region.Mark(_now + 8.Hours, isClosed: true, pace: 5, note: "case 12", _now);

        _region.Extend(s_policy, _now);

        Assert.Equal((_now + 8.Hours, true, false), (_region.Until, _region.IsClosed, _region.IsMeasured));
    }

    [Fact]
    public void A_closed_one_that_is_over_is_measured_as_an_open_one()
    {
        _region.Mark(_now + 1.Hours, isClosed: true, pace: 5, note: "case 12", _now);
        _now += 1.Hours + s_policy.Window;

        _region.Extend(s_policy, _now);

        Assert.Equal((true, false, (int?)null), (_region.Stands(_now), _region.IsClosed, _region.Pace));
    }

    [Fact]
    public void Lifted_it_is_not_marked_again_by_what_was_measured_before()
    {
        _region.Extend(s_policy, _now);
        _region.Lift(_now);

        _now += s_policy.Window - 1.Milliseconds;
        _region.Extend(s_policy, _now);
        Assert.False(_region.Stands(_now));

        _now += 1.Milliseconds;
        _region.Extend(s_policy, _now);
        Assert.True(_region.Stands(_now));
    }

    [Theory]
    [InlineData(RegionKind.Network, "203.0.0.0/16", "203.0.113.9", true)]
    [InlineData(RegionKind.Network, "203.0.0.0/16", "203.1.113.9", false)]
    [InlineData(RegionKind.Network, "2001:db8::/32", "2001:db8:1:2::/64", true)]
    [InlineData(RegionKind.Network, "203.0.0.0/16", "unknown", false)]
    [InlineData(RegionKind.Country, "FR", "203.0.113.9", true)]
    [InlineData(RegionKind.Country, "GB", "203.0.113.9", false)]
    [InlineData(RegionKind.CallingCode, "+33", "203.0.113.9", false)]
    public void Who_asks_lies_in_a_network_or_a_country(RegionKind kind, string value, string source, bool lies) =>
        Assert.Equal(lies, new AttackedRegion { Kind = kind, Value = value }.Holds(source, new("FR")));

    [Theory]
    [InlineData(RegionKind.Country, "FR", "+33612345678", true)]
    [InlineData(RegionKind.CallingCode, "+33", "+33612345678", true)]
    [InlineData(RegionKind.CallingCode, "+3", "+33612345678", false)]
    [InlineData(RegionKind.CallingCode, "+1", "+33612345678", false)]
    [InlineData(RegionKind.Network, "203.0.0.0/16", "+33612345678", false)]
    public void Where_a_code_goes_lies_in_a_country_or_a_calling_code(RegionKind kind, string value, string number, bool lies) =>
        Assert.Equal(lies, new AttackedRegion { Kind = kind, Value = value }.Holds(new Contact(MethodKind.Phone, number)));

    [Fact]
    public void A_mailbox_lies_nowhere() =>
        Assert.False(new AttackedRegion { Kind = RegionKind.Country, Value = "FR" }.Holds(new Contact(MethodKind.Email, "a@mail.example")));

    [Theory]
    [InlineData(RegionKind.Country, "gb", "GB")]
    [InlineData(RegionKind.Country, "XX", null)]
    [InlineData(RegionKind.CallingCode, "+44", "+44")]
    [InlineData(RegionKind.CallingCode, "44", null)]
    [InlineData(RegionKind.Network, "203.0.113.0/24", "203.0.113.0/24")]
    [InlineData(RegionKind.Network, "203.0.113.9", null)]
    public void Is_kept_in_one_spelling(RegionKind kind, string typed, string? kept) => Assert.Equal(kept, AttackedRegion.ValueOf(kind, typed));

    [Theory]
    [InlineData(300, 50, 0, true)]
    [InlineData(299, 50, 0, false)]
    [InlineData(300, 49, 0, false)]
    [InlineData(300, 50, 15, true)]
    [InlineData(300, 50, 16, false)]
    public void Much_guessing_at_many_accounts_and_hardly_any_success_is_an_attack(int wrong, int names, int right, bool isAttack)
    {
        PasswordSample[] samples =
        [
            .. Enumerable.Range(0, wrong).Select(i => new PasswordSample($"203.0.{i % 200}.9", null, $"name{i % names}", IsRight: false)),
            .. Enumerable.Range(0, right).Select(i => new PasswordSample("203.0.1.1", null, $"right{i}", IsRight: true)),
        ];

        Assert.Equal(isAttack ? [(RegionKind.Network, "203.0.0.0/16")] : [], RegionMeasure.Attacked(samples, [], s_policy));
    }

    [Fact]
    public void What_comes_from_one_provider_is_that_provider_and_from_many_the_country()
    {
        Assert.Equal([(RegionKind.Network, "203.0.0.0/16")], Attacked(networks: 1));
        Assert.Equal([(RegionKind.Country, "FR")], Attacked(networks: 5));

        static IEnumerable<(RegionKind, string)> Attacked(int networks) => RegionMeasure.Attacked(
            [.. Enumerable.Range(0, 400).Select(i => new PasswordSample($"203.{i % networks}.1.1", "FR", $"name{i}", IsRight: false))], [], s_policy);
    }

    [Theory]
    [InlineData(50, 0, true)]
    [InlineData(49, 0, false)]
    [InlineData(50, 2, true)]
    [InlineData(50, 3, false)]
    public void Codes_to_many_numbers_that_nobody_answers_for_are_one(int unanswered, int answered, bool isAttack)
    {
        NumberSample[] samples =
        [
            .. Enumerable.Range(0, unanswered).Select(i => new NumberSample($"+33612345{i:000}", IsAnswered: false)),
            .. Enumerable.Range(0, answered).Select(i => new NumberSample($"+33698765{i:000}", IsAnswered: true)),
        ];

        Assert.Equal(isAttack ? [(RegionKind.CallingCode, "+33")] : [], RegionMeasure.Attacked([], samples, s_policy));
    }

    [Fact]
    public void Many_codes_to_one_number_are_none() => Assert.Empty(
        RegionMeasure.Attacked([], [.. Enumerable.Repeat(new NumberSample("+33612345678", IsAnswered: false), 200)], s_policy));
}
