using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-REM-2: it can be put off a day at a time for seven days, which stand still while it rests.</summary>
public sealed class ReminderDaysTests
{
    private readonly Life _life = Life.UsedLately(RachelsMail);

    [Fact]
    public void Skipped_it_asks_again_after_a_day_to_the_second()
    {
        var (one, other) = (_life.SignIn(RachelsMail), _life.SignIn(RachelsMail, Life.Elsewhere));
        Assert.Null(_life.Skip(one));
        Assert.False(_life.Asks(one) || _life.Asks(other));

        _life.Pass(24.Hours - 1.Seconds);
        Assert.False(_life.Asks(_life.SignIn(RachelsMail)));
        _life.Pass(1.Seconds);
        Assert.True(_life.Asks(_life.SignIn(RachelsMail)));
    }

    [Fact]
    public void It_can_be_skipped_on_days_0_to_6_and_says_how_many_are_left()
    {
        for (var day = 0; day < 7; day++)
        {
            var by = _life.SignIn(RachelsMail);
            Assert.True(_life.Asks(by));
            Assert.Equal(7 - day, DaysLeft);
            Assert.Null(_life.Skip(by));
            _life.Pass(1.Days);
        }

        var late = _life.SignIn(RachelsMail);
        Assert.Equal(0, DaysLeft);
        Assert.Equal(new Refusal.CannotSkip(Portal.Noon), _life.Skip(late));
        Assert.True(_life.Asks(late));
    }

    [Fact]
    public void The_seventh_day_begins_to_the_second()
    {
        var by = _life.SignIn(RachelsMail);
        Assert.Null(_life.Skip(by));
        _life.Pass(7.Days - 1.Seconds);
        by = _life.SignIn(RachelsMail);
        Assert.Equal(1, DaysLeft);
        Assert.Equal(_life.Now + 1.Seconds, _life.Profile.Reminder!.InsistsFrom(Life.Policy.Reminder, _life.Now));
        _life.Pass(1.Seconds);

        Assert.Equal(new Refusal.CannotSkip(Portal.Noon), _life.Skip(by));
    }

    /// <summary>Verify or add info before going on: what was put off late ends with the seventh day.</summary>
    [Fact]
    public void A_skip_reaches_no_further_than_the_seventh_day()
    {
        _ = _life.SignIn(RachelsMail);
        _life.Pass(7.Days - 1.Hours);
        Assert.Null(_life.Skip(_life.SignIn(RachelsMail)));
        _life.Pass(1.Hours - 1.Seconds);
        Assert.False(_life.Asks(_life.SignIn(RachelsMail)));
        _life.Pass(1.Seconds);

        Assert.True(_life.Asks(_life.SignIn(RachelsMail)));
    }

    [Fact]
    public void What_was_answered_meanwhile_need_not_be_skipped()
    {
        var (one, other) = (_life.SignIn(RachelsMail), _life.SignIn(RachelsMail));
        _life.Pass(8.Days);
        (one, other) = (_life.SignIn(RachelsMail), _life.SignIn(RachelsMail));
        _life.StepUp(one, RachelsMail);

        Assert.Null(_life.Skip(other));
    }

    [Fact]
    public void Only_a_full_session_skips()
    {
        _ = _life.SignIn(RachelsMail);

        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Skip(_life.GivePassword()));
    }

    [Fact]
    public void A_long_absence_stays_a_cause_however_often_it_is_put_off()
    {
        var life = Life.UsedLately(RachelsMail, RachelsPhone);
        life.Pass(200.Days);
        for (var day = 0; day < 7; day++)
        {
            Assert.Null(life.Skip(life.SignIn(RachelsMail)));
            life.Pass(1.Days);
        }

        Assert.True(life.Asks(life.SignIn(RachelsMail)));
        Assert.Equal([ReminderCause.NoProof, ReminderCause.NoSignIn], life.Profile.Reminder!.Causes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10)]
    public void Its_days_stand_still_while_a_replacement_is_pending(int looks)
    {
        var by = _life.SignIn(RachelsMail);
        _life.Pass(3.Days);
        by = _life.SignIn(RachelsMail);
        Assert.True(_life.Asks(by));
        _ = _life.Replace(NewMail);
        for (var look = 0; look < looks; look++)
        {
            _life.Pass(1.Days);
            _life.Tick();
            Assert.Equal(4, DaysLeft);
        }

        _life.Pass(20.Days - looks.Days);
        by = _life.SignIn(RachelsMail);
        Assert.False(_life.Asks(by));

        // Cancelled by that sign-in, it goes on.
        _life.Pass(4.Days - 1.Seconds);
        Assert.Equal(1, DaysLeft);
        Assert.True(_life.Asks(_life.SignIn(RachelsMail)));
        _life.Pass(1.Seconds);
        Assert.Equal(0, DaysLeft);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Its_days_stand_still_while_the_account_is_restricted(bool isLookedAt)
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        _life.AddConfirmed(by, NewMail);
        _life.Method(NewMail).Note(DeliveryStage.Bounced, null, _life.Now + 1.Seconds);
        Assert.True(_life.Asks(_life.SignIn(RachelsMail)));
        _life.Pass(5.Minutes);
        Assert.Null(_life.Remove(by, RachelsMail, knowingly: true));
        var restricted = _life.Now;
        _life.Pass(10.Days);
        if (isLookedAt)
            Assert.False(_life.Asks(_life.SignIn(NewMail)));

        // The restriction is over, and nobody has come by since.
        _life.Pass(22.Days);
        _life.Tick();

        Assert.Equal((5.Minutes, restricted + 30.Days), (_life.Profile.Reminder!.Days, _life.Profile.Reminder.CountsSince!.Value));
    }

    private int DaysLeft => _life.Profile.Reminder!.DaysLeft(Life.Policy.Reminder, _life.Now);
}
