using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-CODE-3: of its blocks the first.</summary>
public sealed class BlockingTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void Ten_wrong_codes_in_a_row_block_the_method_at_their_source_for_a_day()
    {
        var by = _life.GivePassword();
        Guess(by, 9);
        Assert.Null(Block(Life.Home));

        var last = AskAnew(by);
        Assert.Equal(new Refusal.Blocked(BlockScope.MethodAtSource, BlockReason.UnusualActivity, _life.Now + 24.Hours), _life.Answer(by, last, rightly: false));
        Assert.Equal(_life.Now + 24.Hours, Block(Life.Home)?.EndsAt);
    }

    [Fact]
    public void A_block_is_for_one_method_at_one_source()
    {
        Guess(_life.GivePassword(), 10);

        Assert.IsType<Refusal.Blocked>(_life.Ask(_life.GivePassword(), Purpose.SignIn, _life.IdOf(RachelsMail)));
        Assert.Null(_life.Ask(_life.GivePassword(), Purpose.SignIn, _life.IdOf(RachelsPhone)));
        _ = _life.SignIn(RachelsMail, Life.Elsewhere);
    }

    [Fact]
    public void A_right_code_is_refused_while_the_block_stands()
    {
        var open = _life.GivePassword();
        Assert.Null(_life.Ask(open, Purpose.SignIn, _life.IdOf(RachelsMail)));
        Guess(_life.GivePassword(), 10);

        Assert.IsType<Refusal.Blocked>(_life.Answer(open, Purpose.SignIn, _life.IdOf(RachelsMail)));
        Assert.IsType<Refusal.Blocked>(_life.SendAgain(open, _life.Asked(open, Purpose.SignIn, _life.IdOf(RachelsMail))));
    }

    [Fact]
    public void Ends_by_itself()
    {
        Guess(_life.GivePassword(), 10);
        var until = Block(Life.Home)!.EndsAt!.Value;

        _life.Now = until - 1.Milliseconds;
        Assert.NotNull(Block(Life.Home));
        _life.Now = until;
        _ = _life.SignIn(RachelsMail);
        Assert.Null(Block(Life.Home));
    }

    [Fact]
    public void Neither_a_new_code_nor_a_new_session_nor_another_purpose_starts_the_count_again()
    {
        Guess(_life.GivePassword(), 5);
        var full = _life.SignIn(RachelsPhone);
        Assert.Null(_life.Ask(full, Purpose.ChangeSecurityInfo, _life.IdOf(RachelsMail)));
        for (var i = 0; i < 4; i++)
            _ = _life.Answer(full, Purpose.ChangeSecurityInfo, _life.IdOf(RachelsMail), rightly: false);

        Guess(_life.GivePassword(), 1);
        Assert.NotNull(Block(Life.Home));
    }

    [Fact]
    public void A_right_code_ends_the_row()
    {
        Guess(_life.GivePassword(), 9);
        _ = _life.SignIn(RachelsMail);

        Guess(_life.GivePassword(), 9);
        Assert.Null(Block(Life.Home));
    }

    [Fact]
    public void A_wrong_code_counts_for_a_day()
    {
        Guess(_life.GivePassword(), 9);
        _life.Pass(24.Hours);

        Guess(_life.GivePassword(), 9);
        Assert.Null(Block(Life.Home));
    }

    [Fact]
    public void Wrong_codes_of_two_sources_are_counted_apart()
    {
        Guess(_life.GivePassword(), 9);
        Guess(_life.GivePassword(Life.Elsewhere), 9);

        Assert.Empty(_life.Profile.Blocks);
    }

    private Block? Block(string source) => _life.Profile.BlockOf(_life.Method(RachelsMail), new(default, source), _life.Now);

    private void Guess(Asker by, int times)
    {
        for (var i = 0; i < times; i++)
            _ = _life.Answer(by, AskAnew(by), rightly: false);
    }

    /// <summary>The open code, or the next one, after its wait.</summary>
    private ChallengeId AskAnew(Asker by)
    {
        var mail = _life.IdOf(RachelsMail);
        if (_life.Profile.OpenChallenge(by.Session, Purpose.SignIn, mail, _life.Now) is null)
        {
            _life.Pass(2.Minutes);
            Assert.Null(_life.Ask(by, Purpose.SignIn, mail));
        }

        return _life.Asked(by, Purpose.SignIn, mail).Id;
    }
}
