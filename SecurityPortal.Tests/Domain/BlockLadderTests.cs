using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-BLOCK-2, R-BLOCK-3: how long a block lasts, and what a try makes of it.</summary>
public sealed class BlockLadderTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void A_day_then_three_then_a_week_each_to_the_tick()
    {
        foreach (var lasts in (TimeSpan[])[24.Hours, 72.Hours, 7.Days, 7.Days])
        {
            _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);
            var end = _life.Now + lasts;
            Assert.Equal(end, _life.BlockOf(RachelsMail)?.EndsAt);

            _life.Now = end - new TimeSpan(1);
            Assert.NotNull(_life.BlockOf(RachelsMail));
            _life.Now = end;
            Assert.Null(_life.BlockOf(RachelsMail));
        }
    }

    [Theory]
    [InlineData(-1, 72)]
    [InlineData(0, 24)]
    public void A_month_after_its_end_a_block_is_forgotten(int ticks, int hours)
    {
        _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);
        var end = _life.BlockOf(RachelsMail)!.EndsAt!.Value;
        _life.Now = end + 30.Days - 10.Minutes;
        var by = _life.GivePassword();
        _ = _life.Guess(by, RachelsMail, 9);
        _life.Now = end + 30.Days + new TimeSpan(ticks);

        _ = _life.GuessOnce(by, RachelsMail);
        Assert.Equal(_life.Now + hours.Hours, _life.BlockOf(RachelsMail)?.EndsAt);
    }

    [Fact]
    public void Each_scope_and_each_source_climbs_for_itself()
    {
        _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);
        _ = _life.Guess(_life.GivePassword(Life.Elsewhere), RachelsMail, 10);
        _ = _life.Guess(_life.GivePassword(), RachelsPhone, 10);

        Assert.All(_life.Profile.Blocks, block => Assert.Equal(0, block.Rung));
        Assert.Equal(3, _life.Profile.Blocks.Length);
    }

    [Fact]
    public void Asking_for_a_code_and_entering_one_move_the_end_to_a_day_from_then()
    {
        var open = _life.GivePassword();
        Assert.Null(_life.Ask(open, Purpose.SignIn, _life.IdOf(RachelsMail)));
        var challenge = _life.Asked(open, Purpose.SignIn, _life.IdOf(RachelsMail));
        _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);

        foreach (var attempt in (Func<Refusal?>[])
        [
            () => _life.Ask(open, Purpose.SignIn, _life.IdOf(RachelsMail)),
            () => _life.Answer(open, challenge.Id),
            () => _life.SendAgain(open, challenge),
            () => _life.Profile.TypeWhole(open, _life.IdOf(RachelsMail), RachelsMail.Value, Life.Policy, _life.Now),
            () => _life.Profile.CallWithCode(open, Purpose.SignIn, _life.IdOf(RachelsMail), _life.Code(), Life.Policy, _life.Now),
        ])
        {
            _life.Pass(1.Minutes);
            Assert.Equal(_life.Now + 24.Hours, Assert.IsType<Refusal.Blocked>(attempt()).Until);
            Assert.Equal(_life.Now + 24.Hours, _life.BlockOf(RachelsMail)?.EndsAt);
        }
    }

    [Fact]
    public void A_try_never_makes_it_shorter()
    {
        _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);
        _life.Now = _life.BlockOf(RachelsMail)!.EndsAt!.Value;
        _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);
        var end = _life.Now + 72.Hours;

        _life.Pass(1.Hours);
        _ = _life.Ask(_life.GivePassword(), Purpose.SignIn, _life.IdOf(RachelsMail));
        Assert.Equal(end, _life.BlockOf(RachelsMail)?.EndsAt);
    }

    [Fact]
    public void However_often_it_is_tried_it_ends_a_week_after_it_began()
    {
        _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);
        var begun = _life.Now;
        while (_life.BlockOf(RachelsMail) is not null)
        {
            _ = _life.Ask(_life.GivePassword(), Purpose.SignIn, _life.IdOf(RachelsMail));
            _life.Pass(7.Hours);
        }

        Assert.Equal(begun + 7.Days, _life.Kept(BlockScope.MethodAtSource)?.EndsAt);
    }

    [Fact]
    public void To_look_is_no_try()
    {
        _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);
        var end = _life.Now + 24.Hours;

        _life.Pass(5.Hours);
        _life.Tick();
        Assert.Equal(end, _life.BlockOf(RachelsMail)?.EndsAt);
    }

    [Fact]
    public void Those_that_have_ended_are_remembered_and_do_not_heap_up()
    {
        for (var i = 0; i < 150; i++)
            _ = _life.Guess(_life.GivePassword($"203.0.113.{i}") with { Source = $"198.51.100.{i}" }, RachelsPhone, 10);
        _life.Pass(8.Days);
        _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);

        Assert.InRange(_life.Profile.Blocks.Length, 1, 101);
        _life.Pass(40.Days);
        _life.Tick();
        Assert.Empty(_life.Profile.Blocks);
    }
}
