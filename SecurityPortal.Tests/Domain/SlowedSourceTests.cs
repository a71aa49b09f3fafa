using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-BLOCK-7: wrong passwords of one source over all accounts.</summary>
public sealed class SlowedSourceTests
{
    private readonly Throttle _source = new() { Key = ThrottleKey.Passwords(Life.Home) };
    private DateTimeOffset _now = Portal.Noon;

    [Fact]
    public void The_fiftieth_in_an_hour_slows_it_for_an_hour_to_the_millisecond()
    {
        Guess(49);
        Assert.False(_source.IsShut(_now));

        Guess(1);
        Assert.True(_source.IsShut(_now + 1.Hours - 1.Milliseconds));
        Assert.False(_source.IsShut(_now + 1.Hours));
    }

    [Fact]
    public void Those_of_an_hour_ago_count_no_more()
    {
        Guess(49);
        _now += 1.Hours;

        Guess(49);
        Assert.False(_source.IsShut(_now));
    }

    [Fact]
    public void What_is_tried_meanwhile_lengthens_nothing()
    {
        Guess(50);
        var until = _source.BlockedUntil;
        _now += 30.Minutes;

        Guess(100);
        Assert.Equal(until, _source.BlockedUntil);
        _now = until!.Value;
        Guess(49);
        Assert.False(_source.IsShut(_now));
    }

    [Fact]
    public void It_doubles_up_to_a_day_when_it_happens_again_within_one()
    {
        List<double> hours = [];
        for (var i = 0; i < 7; i++)
        {
            Guess(50);
            hours.Add((_source.BlockedUntil!.Value - _now).TotalHours);
            _now = _source.BlockedUntil.Value + 24.Hours - 1.Milliseconds;
        }

        Assert.Equal([1, 2, 4, 8, 16, 24, 24], hours);
    }

    [Fact]
    public void It_begins_anew_after_a_quiet_day()
    {
        Guess(50);
        _now = _source.BlockedUntil!.Value + 24.Hours;

        Guess(50);
        Assert.Equal(_now + 1.Hours, _source.BlockedUntil);
    }

    [Fact]
    public void Names_are_told_apart_for_an_hour_and_kept_as_hashes()
    {
        for (var i = 0; i < 12; i++)
            Count($"name{i % 6}");

        Assert.Equal(6, _source.NamesAt(_now));
        Assert.Equal(0, _source.NamesAt(_now + 1.Hours));
        Assert.DoesNotContain(_source.Names, name => name.Hash.Contains("name", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_whose_password_was_given_rightly_is_none_of_them()
    {
        Count("mistyped");
        Count("guessed");

        _source.Forgive("mistyped");

        Assert.Equal(1, _source.NamesAt(_now));
    }

    [Fact]
    public void However_much_is_tried_the_row_stays_small()
    {
        var policy = Life.Policy.Passwords with { WrongOfSource = 1_000_000 };
        for (var i = 0; i < 2_000; i++)
        {
            _now += 3.Seconds;
            _source.CountWrong($"name{i}", policy, _now);
        }

        Assert.InRange(_source.Wrong.Length, 1, 61);
        Assert.Equal(Throttle.MostNames, _source.Names.Length);
    }

    private void Guess(int times)
    {
        for (var i = 0; i < times; i++)
            Count(People.Rachel);
    }

    private void Count(string name) => _source.CountWrong(name, Life.Policy.Passwords, _now);
}
