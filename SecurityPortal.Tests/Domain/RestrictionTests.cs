using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-RESTRICT-1, R-RESTRICT-2, R-RESTRICT-4: the old mail goes, and all that stays is new.</summary>
public sealed class RestrictionTests
{
    private readonly Life _life = Life.With(RachelsMail);
    private readonly Asker _by;

    public RestrictionTests()
    {
        _by = _life.SignIn(RachelsMail);
        _life.StepUp(_by, RachelsMail);
        _life.AddConfirmed(_by, NewMail);
        _life.AddConfirmed(_by, NewPhone);
    }

    [Fact]
    public void Removing_or_suspending_the_last_established_method_says_so_first()
    {
        Refusal warning = new Refusal.ChangesEverything(_life.Now + 30.Days);

        Assert.Equal(warning, _life.Remove(_by, RachelsMail));
        Assert.Equal(warning, _life.Suspend(_by, RachelsMail));
        Assert.True(_life.Has(RachelsMail));
        Assert.Null(_life.Profile.Restriction);

        Assert.Null(_life.Remove(_by, NewMail));
        Assert.Null(_life.Profile.Restriction);
    }

    [Fact]
    public void There_is_no_warning_once_what_stays_is_established()
    {
        _life.Pass(30.Days);
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);

        Assert.Null(_life.Remove(by, RachelsMail));
        Assert.Null(_life.Profile.Restriction);
        Assert.DoesNotContain(_life.Profile.Methods, method => method.Contact == RachelsMail);
    }

    [Fact]
    public void Closes_everything_for_thirty_days_each_with_the_date()
    {
        Assert.Null(_life.Remove(_by, RachelsMail, knowingly: true));
        Refusal restricted = new Refusal.Restricted(_life.Now + 30.Days);
        var mail = _life.IdOf(NewMail);

        Assert.Equal(restricted, _life.Add(_by, RachelsPhone));
        Assert.Equal(restricted, _life.Remove(_by, NewPhone));
        Assert.Equal(restricted, _life.Profile.RenameMethod(_by, mail, "Mine", Life.Policy, _life.Now));
        Assert.Equal(restricted, _life.Profile.SetMethodLanguage(_by, mail, "de", Life.Policy, _life.Now));
        Assert.Equal(restricted, _life.Profile.MakeDefault(_by, mail, Life.Policy, _life.Now));
        Assert.Equal(restricted, _life.Profile.BringBackMethod(_by, mail, Life.Policy, _life.Now));
        Assert.Equal(restricted, _life.Ask(_by, Purpose.BringBack, mail));
    }

    [Fact]
    public void Signing_in_works_with_the_new_info_and_not_with_what_went()
    {
        Assert.Null(_life.Remove(_by, RachelsMail, knowingly: true));

        _ = _life.SignIn(NewMail);
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(_life.GivePassword(), Purpose.SignIn, _life.IdOf(RachelsMail)));
    }

    [Fact]
    public void Suspending_ending_sessions_and_replacing_stay_open()
    {
        Assert.Null(_life.Remove(_by, RachelsMail, knowingly: true));

        Assert.Null(_life.Suspend(_by, NewPhone));
        Assert.Equal(new Refusal.LastMethod(), _life.Suspend(_by, NewMail));
        Assert.Null(_life.Profile.EndOtherSessions(_by, Life.Policy, _life.Now));
        _ = _life.Replace(RachelsPhone);
    }

    [Fact]
    public void Ends_after_thirty_days_and_forgets_what_went()
    {
        Assert.Null(_life.Remove(_by, RachelsMail, knowingly: true));

        _life.Pass(30.Days - 1.Milliseconds);
        _life.Tick();
        Assert.NotNull(_life.Profile.Restriction);
        Assert.Contains(_life.Profile.Methods, method => method.Contact == RachelsMail);

        _life.Pass(1.Milliseconds);
        _life.Tick();
        Assert.Null(_life.Profile.Restriction);
        Assert.DoesNotContain(_life.Profile.Methods, method => method.Contact == RachelsMail);
    }

    [Fact]
    public void A_suspended_method_is_still_there_when_it_ends()
    {
        Assert.Null(_life.Suspend(_by, RachelsMail, knowingly: true));

        _life.Pass(30.Days);
        _life.Tick();

        Assert.NotNull(_life.Method(RachelsMail).SuspendedAt);
    }

    [Fact]
    public void A_code_for_new_info_does_not_survive_it()
    {
        Assert.Null(_life.Add(_by, RachelsPhone));
        var other = _life.SignIn(NewMail, Life.Elsewhere);
        _life.StepUp(other, NewMail);
        Assert.Null(_life.Remove(other, RachelsMail, knowingly: true));

        Assert.IsType<Refusal.Restricted>(_life.Confirm(_by, RachelsPhone));
    }

    [Fact]
    public void A_replacement_that_is_applied_ends_it()
    {
        Assert.Null(_life.Remove(_by, RachelsMail, knowingly: true));
        _ = _life.Replace(RachelsPhone);

        _life.Pass(30.Days);
        _life.Tick();

        Assert.Null(_life.Profile.Restriction);
        Assert.Equal(RachelsPhone, Assert.Single(_life.Profile.Methods).Contact);
    }

    [Fact]
    public void What_ended_before_a_replacement_was_applied_is_not_told_of_it_however_late_the_worker_comes()
    {
        Assert.Null(_life.Remove(_by, RachelsMail, knowingly: true));
        _life.Pass(1.Days);
        _ = _life.Replace(RachelsPhone);
        _life.Pass(28.Days);
        _life.Tick();
        _life.Forget();

        _life.Pass(10.Days);
        _life.Tick();

        Assert.Equal([NewMail, NewPhone, RachelsPhone], _life.ToldOf<SecurityEvent.ReplacementApplied>());
    }
}
