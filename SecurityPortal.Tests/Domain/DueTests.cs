using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>What the worker is to come by for (R-PEND-6): the earliest instant at which time alone changes something.</summary>
public sealed class DueTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void There_is_none_where_time_changes_nothing()
    {
        Assert.Null(_life.Profile.DueAt);
        _ = _life.SignIn(RachelsMail);
        _life.Pass(24.Hours);
        _life.Tick();
        Assert.Null(_life.Profile.DueAt);
    }

    [Fact]
    public void Is_a_day_after_a_code_was_asked_for_when_it_leaves_the_store()
    {
        _ = _life.SignIn(RachelsMail);
        _life.Pass(1.Hours);
        _ = _life.SignIn(RachelsPhone);

        Assert.Equal(Portal.Noon + 24.Hours, _life.Profile.DueAt);
        _life.Now = Portal.Noon + 24.Hours;
        _life.Tick();
        Assert.Single(_life.Profile.Challenges);
        Assert.Equal(Portal.Noon + 25.Hours, _life.Profile.DueAt);
    }

    [Fact]
    public void Is_the_end_of_a_code_whose_message_is_to_be_wiped()
    {
        var by = _life.SignIn(RachelsMail);
        Assert.Null(_life.Ask(by, Purpose.ChangeSecurityInfo, _life.IdOf(RachelsMail)));
        _life.Forget();

        Assert.Equal(_life.Now + 10.Minutes, _life.Profile.DueAt);
        _life.Pass(10.Minutes);
        _life.Tick();
        Assert.Single(_life.Profile.TakeEndedChallenges());
        Assert.Equal(Portal.Noon + 24.Hours, _life.Profile.DueAt);
    }

    [Fact]
    public void Is_the_next_notice_of_a_replacement_and_at_last_its_end()
    {
        _ = _life.Replace(NewMail);
        foreach (var day in new[] { 1, 7, 14, 21, 27, 29, 30 })
        {
            Assert.Equal(Portal.Noon + day.Days, _life.Profile.DueAt);
            _life.Now = Portal.Noon + day.Days;
            _life.Tick();
        }

        Assert.Null(_life.Profile.DueAt);
    }

    [Fact]
    public void Is_the_end_of_a_restriction()
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        Assert.Null(_life.Remove(by, RachelsPhone));
        _life.AddConfirmed(by, NewMail);
        Assert.Null(_life.Remove(by, RachelsMail, knowingly: true));

        _life.Pass(1.Days);
        _life.Tick();
        Assert.Equal(Portal.Noon + 30.Days, _life.Profile.DueAt);
    }

    [Fact]
    public void Is_never_left_in_the_past_although_an_operator_changes_the_days_of_notices()
    {
        _ = _life.Replace(NewMail);
        _life.Pass(1.Days);
        _life.Tick();
        var others = Life.Policy with { Replacement = Life.Policy.Replacement with { Notices = new([2.Days, 20.Days]) } };

        _life.Pass(6.Days);
        _life.Profile.Advance(others, _life.Now);
        _life.Pass(1.Days);
        _life.Profile.Advance(others, _life.Now);

        Assert.True(_life.Profile.DueAt > _life.Now);
    }
}
