using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-SIGN-2: wrong passwords shut the door of one source, for names that exist and for others alike.</summary>
public sealed class PasswordGateTests
{
    private readonly PasswordGate _gate = new() { NameKey = People.Rachel, Source = Life.Home };
    private DateTimeOffset _now = Portal.Noon;

    [Fact]
    public void Shuts_for_a_day_at_the_tenth_wrong_password_in_a_row()
    {
        Guess(9);
        Assert.False(_gate.IsShut(_now));

        Guess(1);
        Assert.Equal(_now + 24.Hours, _gate.BlockedUntil);
        Assert.True(_gate.IsShut(_now + 24.Hours - 1.Milliseconds));
        Assert.False(_gate.IsShut(_now + 24.Hours));
    }

    [Fact]
    public void Counts_anew_after_a_day_without_a_try()
    {
        Guess(9);
        _now += 24.Hours;

        Guess(9);
        Assert.False(_gate.IsShut(_now));
    }

    [Fact]
    public void Shuts_again_only_after_ten_more()
    {
        Guess(10);
        _now += 24.Hours;
        Guess(9);
        Assert.False(_gate.IsShut(_now));

        Guess(1);
        Assert.True(_gate.IsShut(_now));
    }

    [Fact]
    public void Counts_ten_anew_after_a_block_that_was_shorter_than_its_memory()
    {
        var brief = Life.Policy.Blocks with { Ladder = [1.Minutes] };
        Guess(10, brief);
        _now += 1.Minutes;

        Guess(9, brief);
        Assert.False(_gate.IsShut(_now));
    }

    [Fact]
    public void Remembers_for_a_day_however_short_the_block_is()
    {
        var brief = Life.Policy.Blocks with { Ladder = [1.Minutes] };
        for (var i = 0; i < 10; i++, _now += 2.Minutes)
            _gate.CountWrong(Life.Policy.Passwords, brief, _now);

        Assert.NotNull(_gate.BlockedUntil);
    }

    [Fact]
    public void Shuts_for_a_day_then_three_then_a_week()
    {
        foreach (var lasts in (TimeSpan[])[24.Hours, 72.Hours, 7.Days, 7.Days])
        {
            Guess(10);
            Assert.Equal(_now + lasts, _gate.BlockedUntil);
            _now += lasts;
        }
    }

    [Fact]
    public void A_password_while_it_is_shut_moves_the_end_to_a_day_from_then_and_a_week_from_the_first_at_most()
    {
        Guess(10);
        var begun = _now;
        _now += 1.Hours;
        Guess(1);
        Assert.Equal(_now + 24.Hours, _gate.BlockedUntil);

        while (_gate.IsShut(_now))
        {
            Guess(1);
            _now += 11.Hours;
        }

        Assert.Equal(begun + 7.Days, _gate.BlockedUntil);
    }

    [Fact]
    public void The_right_password_leaves_in_mind_that_there_was_a_block()
    {
        Guess(10);
        _now += 24.Hours;
        _gate.EndRow();
        Assert.False(_gate.IsForgotten(_now));

        Guess(10);
        Assert.Equal(_now + 72.Hours, _gate.BlockedUntil);
        Assert.True(_gate.IsForgotten(_now + 72.Hours + 30.Days));
    }

    private void Guess(int times, BlockPolicy? blocks = null)
    {
        for (var i = 0; i < times; i++)
            _gate.CountWrong(Life.Policy.Passwords, blocks ?? Life.Policy.Blocks, _now);
    }
}
