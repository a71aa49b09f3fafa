using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-BLOCK-1: what people block, and lift; and who is told of an end.</summary>
public sealed class StaffBlockTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    private BlockTarget Mail => new(BlockScope.Method, _life.IdOf(RachelsMail));

    [Fact]
    public void One_without_an_end_stands_until_it_is_lifted_and_no_try_changes_it()
    {
        Set(Mail, end: null);
        _life.Pass(400.Days);
        Assert.Equal(new Refusal.Blocked(BlockScope.Method, BlockReason.ReportedLost, null), _life.Ask(_life.GivePassword(), Purpose.SignIn, _life.IdOf(RachelsMail)));

        Assert.Null(_life.Profile.LiftBlock(Mail, Life.Policy, _life.Now));
        _ = _life.SignIn(RachelsMail);
        Assert.Equal(new Refusal.NoSuchBlock(), _life.Profile.LiftBlock(Mail, Life.Policy, _life.Now));
    }

    [Fact]
    public void An_account_that_is_blocked_gets_no_code_for_anything()
    {
        var owner = _life.SignIn(RachelsPhone);
        Set(new(BlockScope.Account), _life.Now + 2.Days);

        Assert.IsType<Refusal.Blocked>(_life.Ask(owner, Purpose.ChangeSecurityInfo, _life.IdOf(RachelsPhone)));
        Assert.IsType<Refusal.Blocked>(_life.Ask(_life.GivePassword(), Purpose.SignIn, _life.IdOf(RachelsMail)));
        Assert.IsType<Refusal.Blocked>(_life.Enter(_life.GivePassword(), NewMail));
    }

    [Fact]
    public void At_one_source_it_is_blocked_there_alone()
    {
        Set(new(BlockScope.AccountAtSource, Source: Life.Home), _life.Now + 2.Days);

        Assert.Equal(BlockScope.AccountAtSource, _life.BlockOf(RachelsMail)?.Scope);
        _ = _life.SignIn(RachelsMail, Life.Elsewhere);
    }

    [Fact]
    public void What_people_have_blocked_holds_back_a_remembered_browser_and_a_replacement_too()
    {
        var known = _life.ComeBackIn("home", RachelsMail);
        Set(Mail, end: null);
        Assert.IsType<Refusal.Blocked>(_life.Ask(known, Purpose.SignIn, _life.IdOf(RachelsMail)));

        _ = _life.Replace(NewMail);
        Assert.IsType<Refusal.Blocked>(_life.Ask(_life.GivePassword(), Purpose.SignIn, _life.IdOf(RachelsMail)));
    }

    [Fact]
    public void There_is_none_of_a_method_that_the_account_has_not() =>
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Profile.SetBlock(new(new(BlockScope.Method, default(MethodId)), BlockReason.ReportedLost, null, "lost"), Life.Policy, _life.Now));

    [Fact]
    public void What_a_person_lifts_counts_no_more_for_the_next()
    {
        _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);
        Assert.Null(_life.Profile.LiftBlock(new(BlockScope.MethodAtSource, _life.IdOf(RachelsMail), Life.Home), Life.Policy, _life.Now));

        _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);
        Assert.Equal(_life.Now + 24.Hours, _life.BlockOf(RachelsMail)?.EndsAt);
    }

    [Fact]
    public void Whoever_asks_is_told_once_when_it_ends_and_gets_no_code()
    {
        _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);
        var by = _life.GivePassword();
        Assert.Null(TellBy(by, RachelsPhone));
        Assert.Null(TellBy(by, RachelsPhone));
        var end = _life.BlockOf(RachelsMail)!.EndsAt!.Value;
        Assert.Equal(end, _life.Profile.EndTellings.Single().EndsAt);
        _life.Forget();

        _life.Now = end - new TimeSpan(1);
        _life.Tick();
        Assert.DoesNotContain(_life.Told(), notice => notice.Event is SecurityEvent.BlockEnded);
        _life.Now = end;
        _life.Tick();
        Assert.Equal([RachelsPhone], _life.ToldOf<SecurityEvent.BlockEnded>());
        Assert.Empty(_life.Profile.TakeDispatches());
    }

    [Fact]
    public void One_that_lasts_longer_is_told_later_and_one_that_is_lifted_at_once()
    {
        var by = _life.GivePassword();
        _ = _life.Guess(by, RachelsMail, 10);
        Assert.Null(TellBy(by, RachelsPhone));
        _life.Pass(10.Minutes);
        _ = _life.Ask(by, Purpose.SignIn, _life.IdOf(RachelsMail));
        Assert.Equal(_life.Now + 24.Hours, _life.Profile.EndTellings.Single().EndsAt);
        Assert.Equal(_life.Now + 24.Hours, _life.Profile.DueAt > _life.Now + 1.Hours ? _life.Profile.DueAt : _life.Profile.EndTellings.Single().EndsAt);

        _life.Forget();
        Assert.Null(_life.Profile.LiftBlock(new(BlockScope.MethodAtSource, _life.IdOf(RachelsMail), Life.Home), Life.Policy, _life.Now));
        Assert.Equal([RachelsPhone], _life.ToldOf<SecurityEvent.BlockEnded>());
    }

    [Fact]
    public void It_is_told_by_no_method_that_is_blocked_itself_and_of_none_that_is_not()
    {
        var by = _life.GivePassword();
        _ = _life.Guess(by, RachelsMail, 10);

        Assert.Equal(new Refusal.NoSuchMethod(), TellBy(by, RachelsMail));
        Assert.Equal(new Refusal.NoSuchBlock(), _life.Profile.TellWhenBlockEnds(by, _life.IdOf(RachelsPhone), _life.IdOf(RachelsPhone), Life.Policy, _life.Now));
        Assert.Equal(new Refusal.SignedOut(), _life.Profile.TellWhenBlockEnds(new(default, Life.Home), _life.IdOf(RachelsMail), _life.IdOf(RachelsPhone), Life.Policy, _life.Now));
    }

    [Fact]
    public void It_is_told_by_nothing_that_no_message_can_go_to()
    {
        var app = Life.App(_life.Now - 40.Days);
        _life.Profile.Grant(app);
        var by = _life.GivePassword();
        _ = _life.Guess(by, RachelsMail, 10);

        Assert.Equal(new Refusal.NoSuchMethod(), _life.Profile.TellWhenBlockEnds(by, _life.IdOf(RachelsMail), app.Id, Life.Policy, _life.Now));
    }

    private Refusal? TellBy(Asker by, Contact told) => _life.Profile.TellWhenBlockEnds(by, _life.IdOf(RachelsMail), _life.IdOf(told), Life.Policy, _life.Now);

    private void Set(BlockTarget target, DateTimeOffset? end) =>
        Assert.Null(_life.Profile.SetBlock(new(target, BlockReason.ReportedLost, end, "lost on the train"), Life.Policy, _life.Now));
}
