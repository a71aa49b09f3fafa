using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-RISK-2: what follows from how unusual a sign-in is, and what an account takes for usual.</summary>
public sealed class RiskTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, true)]
    public void From_medium_on_the_whole_contact_is_typed(int score, bool isAsked)
    {
        var by = GivePassword(score);

        Assert.Equal(isAsked ? new Refusal.WholeContactNeeded() : null, _life.Ask(by, Purpose.SignIn, _life.IdOf(RachelsMail)));
        Assert.Null(_life.Profile.TypeWhole(by, _life.IdOf(RachelsMail), RachelsMail.Value, Life.Policy, _life.Now));
        Assert.Null(isAsked ? _life.Ask(by, Purpose.SignIn, _life.IdOf(RachelsMail)) : null);
    }

    [Fact]
    public void It_is_asked_of_that_session_only()
    {
        _ = GivePassword(30);

        Assert.Null(_life.Ask(_life.GivePassword(), Purpose.SignIn, _life.IdOf(RachelsMail)));
    }

    [Theory]
    [InlineData(29, 0)]
    [InlineData(30, 1)]
    public void From_medium_on_all_are_told_of_the_sign_in(int score, int told)
    {
        var by = GivePassword(score);
        Assert.Null(_life.Profile.TypeWhole(by, _life.IdOf(RachelsMail), RachelsMail.Value, Life.Policy, _life.Now));
        _life.Give(by, Purpose.SignIn, _life.IdOf(RachelsMail));

        var full = _life.Complete(by, RachelsMail);

        var notices = _life.Told().Where(notice => notice.Event is SecurityEvent.UnusualSignIn).ToArray();
        Assert.Equal(told, notices.Length);
        Assert.All(notices, notice => Assert.Equal([RachelsMail, RachelsPhone], notice.Recipients.Select(recipient => recipient.Contact)));
        Assert.All(notices, notice => Assert.Equal((full.Session, LinkUse.Report), (notice.Event.By, notice.Recipients[0].Link)));
    }

    [Fact]
    public void What_happens_after_the_password_raises_the_risk_and_never_lowers_it()
    {
        var by = GivePassword(RiskScore.Of([RiskSignal.NewBrowser, RiskSignal.NewNetwork], Life.Policy.Risk));

        Assert.Equal(25, Raise(by));
        Assert.Equal(40, Raise(by, RiskSignal.NewBrowser, RiskSignal.FailuresInARow));
        Assert.Equal(40, Raise(by));
        Assert.Equal([RiskSignal.NewBrowser, RiskSignal.NewNetwork, RiskSignal.FailuresInARow], _life.Session(by)!.Risk.Signals);
    }

    [Fact]
    public void A_completed_sign_in_is_a_habit_from_then_on()
    {
        _ = _life.SignIn(RachelsMail);

        var habits = _life.Profile.Habits!;
        Assert.Equal(("192.0.2.0/24", _life.Now), (habits.Networks.Single().What, habits.LastAt));
        Assert.Empty(habits.Browsers);
    }

    [Fact]
    public void A_password_alone_is_none()
    {
        _ = _life.GivePassword();

        Assert.Empty(_life.Profile.Habits!.Networks);
        Assert.Null(_life.Profile.Habits.LastAt);
    }

    [Fact]
    public void Habits_are_forgotten_after_ninety_days()
    {
        _ = _life.SignIn(RachelsMail, Life.Elsewhere);
        _life.Pass(90.Days - 1.Milliseconds);
        _ = _life.SignIn(RachelsMail);
        Assert.Equal(["192.0.2.0/24", "198.51.100.0/24"], _life.Profile.Habits!.Networks.Select(habit => habit.What));

        _life.Pass(1.Milliseconds);
        _ = _life.SignIn(RachelsMail);
        Assert.Equal(["192.0.2.0/24"], _life.Profile.Habits!.Networks.Select(habit => habit.What));
    }

    [Fact]
    public void The_newest_twenty_are_kept()
    {
        for (var i = 0; i < 25; i++)
            _ = _life.SignIn(RachelsMail, $"10.0.{i}.1");

        Assert.Equal(Enumerable.Range(5, 20).Reverse().Select(i => $"10.0.{i}.0/24"), _life.Profile.Habits!.Networks.Select(habit => habit.What));
    }

    [Fact]
    public void Right_passwords_count_for_ten_minutes_by_source_or_browser()
    {
        var habits = new Habits().With(new RightPassword(Life.Home, "laptop", _life.Now));

        Assert.Equal([1, 1, 0], [Of(Life.Home, null, 9), Of(Life.Elsewhere, "laptop", 9), Of(Life.Elsewhere, null, 9)]);
        Assert.Equal(0, Of(Life.Home, "laptop", 10));

        int Of(string source, string? browser, int minutes) => habits.PasswordsOf(source, browser, _life.Now + minutes.Minutes);
    }

    [Fact]
    public void A_password_that_was_not_let_in_is_told_once_a_day()
    {
        TellHeldUp();
        _life.Pass(24.Hours - 1.Milliseconds);
        TellHeldUp();
        Assert.Equal([RachelsMail, RachelsPhone], _life.ToldOf<SecurityEvent.SignInHeldUp>());

        _life.Pass(1.Milliseconds);
        TellHeldUp();
        Assert.Equal([RachelsMail, RachelsPhone], _life.ToldOf<SecurityEvent.SignInHeldUp>());
    }

    private void TellHeldUp() => _life.Profile.TellHeldUp("Chrome/Linux", new("FR"), _life.Now);

    private int Raise(Asker by, params RiskSignal[] since) =>
        _life.Profile.RaiseRisk(by.Session, RiskScore.Of(since, Life.Policy.Risk), Life.Policy).Score;

    private Asker GivePassword(int score) => GivePassword(new RiskScore(score, [RiskSignal.ManyAccounts]));

    private Asker GivePassword(RiskScore risk)
    {
        var session = _life.NewSession() with { Risk = risk };
        _life.Profile.OpenLimitedSession(session, Life.Policy, _life.Now);
        return new(session.Id, Life.Home);
    }
}
