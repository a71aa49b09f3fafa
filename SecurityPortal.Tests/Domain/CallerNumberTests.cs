using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-HELP-6: the number that a caller says to the help desk.</summary>
public sealed class CallerNumberTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);
    private readonly Asker _by;

    public CallerNumberTests() => _by = _life.SignIn(RachelsMail);

    [Fact]
    public void Serves_one_case()
    {
        Assert.Null(Make(_by));

        Assert.Null(Take());
        Assert.Equal(new Refusal.NoCallerNumber(), Take());
    }

    [Fact]
    public void Lives_ten_minutes_to_the_tick()
    {
        Assert.Null(Make(_by));
        _life.Pass(10.Minutes);
        Assert.Equal(new Refusal.NoCallerNumber(), Take());

        _life.Pass(-TimeSpan.FromTicks(1));
        Assert.Null(Take());
    }

    [Fact]
    public void Five_wrong_ones_end_it_and_what_cannot_be_one_is_no_try()
    {
        Assert.Null(Make(_by));
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(new Refusal.NotACallerNumber(), _life.Profile.TakeCallerNumber(null, _life.Now));
            Assert.Equal(new Refusal.WrongCallerNumber(), Take(rightly: false));
        }

        Assert.Equal(new Refusal.NoCallerNumber(), Take());
    }

    [Fact]
    public void Without_one_there_is_none_to_say() => Assert.Equal(new Refusal.NoCallerNumber(), Take());

    [Fact]
    public void A_new_one_takes_the_place_of_the_one_before()
    {
        Assert.Null(Make(_by));
        var first = _life.Profile.CallerNumber!.Id;
        Assert.Null(Make(_by));

        Assert.Equal(new Refusal.WrongCallerNumber(), _life.Profile.TakeCallerNumber(made => made.Id == first, _life.Now));
        Assert.Null(_life.Profile.TakeCallerNumber(made => made.Id != first, _life.Now));
    }

    [Fact]
    public void There_are_five_an_hour_used_or_not()
    {
        var first = _life.Now;
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(Make(_by));
            Assert.Null(Take());
            _life.Pass(1.Minutes);
        }

        Assert.Equal(new Refusal.TooManyCallerNumbers(5, first + 1.Hours), Make(_by));
        _life.Now = first + 1.Hours;
        Assert.Null(Make(_life.SignIn(RachelsMail)));
        Assert.Equal(new Refusal.TooManyCallerNumbers(5, first + 61.Minutes), Make(_life.SignIn(RachelsMail)));
    }

    [Fact]
    public void Takes_a_full_session()
    {
        Assert.Equal(new Refusal.NotFullySignedIn(), Make(_life.GivePassword()));
        Assert.Equal(new Refusal.SignedOut(), Make(new(SessionId.New(_life.Now), Life.Home)));
    }

    [Fact]
    public void Who_registers_has_no_method_that_remains()
    {
        var life = Life.With();
        var by = life.GivePassword();
        life.AddConfirmed(by, NewMail);

        Assert.Equal(new Refusal.NotFullySignedIn(), life.Profile.MakeCallerNumber(by, New(life), Life.Policy, life.Now));
    }

    [Fact]
    public void A_remembered_browser_proves_a_method_first()
    {
        _ = _life.SignInAndRemember(RachelsMail, "laptop");
        var by = _life.Enter("laptop")!.Value;
        Assert.Equal(new Refusal.ProofNeeded(), Make(by));

        _life.StepUp(by, RachelsMail);
        Assert.Null(Make(by));
    }

    [Fact]
    public void Ends_with_the_session_that_it_was_made_in()
    {
        var thief = _life.SignIn(RachelsPhone, Life.Elsewhere);
        Assert.Null(Make(thief));
        Assert.Null(_life.Profile.EndOtherSessions(_by, Life.Policy, _life.Now));

        Assert.Equal(new Refusal.NoCallerNumber(), Take());
    }

    [Fact]
    public void Is_open_while_all_else_is_closed()
    {
        _ = _life.Replace(NewMail);

        Assert.Null(Make(_by));
    }

    [Fact]
    public void Is_forgotten_after_an_hour()
    {
        Assert.Null(Make(_by));
        _life.Pass(1.Hours);
        _life.Tick();

        Assert.Null(_life.Profile.CallerNumber);
    }

    private Refusal? Make(Asker by) => _life.Profile.MakeCallerNumber(by, New(_life), Life.Policy, _life.Now);

    private Refusal? Take(bool rightly = true) => _life.Profile.TakeCallerNumber(_ => rightly, _life.Now);

    private static NewCallerNumber New(Life life) => new(Guid.CreateVersion7(life.Now), new([1], 1));
}
