using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-PEND-2 to R-PEND-7.</summary>
public sealed class ReplacementTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void Nothing_has_changed_before_it_is_started()
    {
        var by = _life.GivePassword();
        _life.Draft(by, NewMail);

        Assert.Null(_life.Profile.Pending);
        Assert.Empty(_life.Told());
        _ = _life.SignIn(RachelsMail);
    }

    [Fact]
    public void Every_new_destination_is_confirmed_before_it_starts()
    {
        var by = _life.GivePassword();
        Assert.Equal(new Refusal.NoNewInfo(), _life.Start(by));

        Assert.Null(_life.Enter(by, NewMail));
        Assert.Equal(new Refusal.NoNewInfo(), _life.Start(by));
        _life.Draft(by, NewPhone);
        Assert.Equal(new Refusal.NoNewInfo(), _life.Start(by));

        Assert.Null(_life.Profile.DropNewInfo(by, _life.Entered(by, NewMail).Id, Life.Policy, _life.Now));
        Assert.Null(_life.Start(by));
    }

    [Fact]
    public void New_info_that_is_taken_out_takes_its_code_along()
    {
        var by = _life.GivePassword();
        Assert.Null(_life.Enter(by, NewMail));
        var entered = _life.Entered(by, NewMail).Id;
        var open = _life.Asked(by, Purpose.ConfirmNewInfo, entered);

        Assert.Null(_life.Profile.DropNewInfo(by, entered, Life.Policy, _life.Now));

        Assert.Equal(new Refusal.CodeExpired(_life.Now), _life.Answer(by, open.Id));
        Assert.Contains(open.Id, _life.Profile.TakeEndedChallenges());
    }

    [Fact]
    public void Takes_effect_after_thirty_days_to_the_millisecond()
    {
        _ = _life.Replace(NewMail);

        _life.Pass(30.Days - 1.Milliseconds);
        _ = _life.GivePassword();
        Assert.True(_life.Has(RachelsMail));
        Assert.False(_life.Has(NewMail));

        _life.Pass(1.Milliseconds);
        _life.Tick();
        Assert.Equal(NewMail, Assert.Single(_life.Profile.Methods).Contact);
        Assert.True(_life.Method(NewMail).IsEstablished(_life.Now));
        Assert.Null(_life.Profile.Pending);
        Assert.Empty(_life.Profile.Sessions);
    }

    [Fact]
    public void The_new_info_signs_nobody_in_before()
    {
        var by = _life.Replace(NewMail);
        var info = Assert.Single(_life.Profile.Pending!.Infos);

        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(by, Purpose.SignIn, info.Id));
    }

    [Fact]
    public void Nothing_else_can_change_meanwhile()
    {
        var full = _life.SignIn(RachelsMail);
        _life.StepUp(full, RachelsMail);
        _ = _life.Replace(NewMail);
        Refusal pending = new Refusal.ReplacementPending(_life.Now + 30.Days);
        var phone = _life.IdOf(RachelsPhone);

        Assert.Equal(pending, _life.Add(full, NewPhone));
        Assert.Equal(pending, _life.Remove(full, RachelsPhone));
        Assert.Equal(pending, _life.Suspend(full, RachelsPhone));
        Assert.Equal(pending, _life.Profile.BringBackMethod(full, phone, Life.Policy, _life.Now));
        Assert.Equal(pending, _life.Ask(full, Purpose.BringBack, phone));
        Assert.Equal(pending, _life.Profile.RenameMethod(full, phone, "Mine", Life.Policy, _life.Now));
        Assert.Equal(pending, _life.Profile.SetMethodLanguage(full, phone, "de", Life.Policy, _life.Now));
        Assert.Equal(pending, _life.Profile.MakeDefault(full, phone, Life.Policy, _life.Now));
        Assert.Equal(pending, _life.Enter(_life.GivePassword(), NewPhone));
    }

    [Fact]
    public void A_completed_sign_in_with_old_info_cancels_it_and_a_wrong_try_does_not()
    {
        _ = _life.Replace(NewMail);
        var limited = _life.GivePassword();
        Assert.Null(_life.Ask(limited, Purpose.SignIn, _life.IdOf(RachelsMail)));
        _ = _life.Answer(limited, Purpose.SignIn, _life.IdOf(RachelsMail), rightly: false);
        Assert.NotNull(_life.Profile.Pending);

        Assert.Null(_life.Answer(limited, Purpose.SignIn, _life.IdOf(RachelsMail)));
        _ = _life.Complete(limited, RachelsMail);

        Assert.Null(_life.Profile.Pending);
        Assert.Equal(ReplacementOutcome.CancelledByUse, _life.Profile.Replacements[^1].End?.Outcome);
        _life.Pass(31.Days);
        _life.Tick();
        Assert.False(_life.Has(NewMail));
    }

    [Fact]
    public void An_open_session_cancels_it_by_a_proof_that_was_given_since()
    {
        var full = _life.SignIn(RachelsMail);
        _life.StepUp(full, RachelsMail);
        _life.Pass(1.Minutes);
        _ = _life.Replace(NewMail);

        Assert.Equal(new Refusal.ProofNeeded(), _life.Profile.CancelReplacement(full, Life.Policy, _life.Now));
        _life.StepUp(full, RachelsPhone);
        Assert.Null(_life.Profile.CancelReplacement(full, Life.Policy, _life.Now));
        Assert.Equal(new Refusal.NothingPending(), _life.Profile.CancelReplacement(full, Life.Policy, _life.Now));
    }

    [Fact]
    public void Who_did_not_start_it_ends_all_other_sessions_and_must_change_the_password_at_the_next_sign_in()
    {
        var stranger = _life.Replace(NewMail);
        var owner = _life.SignIn(RachelsMail);
        Assert.NotNull(_life.Profile.Unexplained);
        _life.Pass(1.Seconds);

        Assert.Null(_life.Profile.SayWhoStarted(owner, wasOwner: false, Life.Policy, _life.Now));

        Assert.Null(_life.Session(stranger));
        Assert.False(_life.Profile.MustChangePassword(_life.Session(owner)!));
        _life.Pass(1.Seconds);
        Assert.True(_life.Profile.MustChangePassword(_life.Session(_life.SignIn(RachelsMail))!));
        Assert.Equal(new Refusal.NothingPending(), _life.Profile.SayWhoStarted(owner, wasOwner: true, Life.Policy, _life.Now));
    }

    [Fact]
    public void A_question_about_an_earlier_one_is_not_asked_of_who_has_the_new_info()
    {
        _ = _life.Replace(NewMail);
        _ = _life.SignIn(RachelsMail);
        _ = _life.Replace(NewPhone);

        _life.Pass(30.Days);
        _life.Tick();

        Assert.Null(_life.Profile.Unexplained);
    }

    [Fact]
    public void A_full_session_is_asked_for_its_password_again_after_ten_minutes()
    {
        var full = _life.SignIn(RachelsMail);
        _life.Pass(10.Minutes);

        Assert.Equal(new Refusal.PasswordNeeded(), _life.Enter(full, NewMail));
        Assert.Null(_life.Profile.ConfirmPassword(full, Life.Policy, _life.Now));
        Assert.Null(_life.Enter(full, NewMail));
    }

    [Fact]
    public void Starting_ends_what_others_were_entering()
    {
        var other = _life.GivePassword();
        Assert.Null(_life.Enter(other, NewPhone));
        var open = _life.Asked(other, Purpose.ConfirmNewInfo, _life.Entered(other, NewPhone).Id);
        _life.Forget();

        _ = _life.Replace(NewMail);

        Assert.Null(_life.Profile.DraftOf(other.Session));
        Assert.Contains(open.Id, _life.Profile.TakeEndedChallenges());
    }

    [Fact]
    public void A_phone_that_others_took_meanwhile_is_refused()
    {
        var by = _life.GivePassword();
        Assert.Null(_life.Enter(by, NewPhone));
        var entered = _life.Entered(by, NewPhone).Id;
        Assert.Null(_life.Answer(by, Purpose.ConfirmNewInfo, entered));

        Assert.Equal(new Refusal.PhoneServesTooMany(5), _life.Profile.ConfirmNewInfo(by, entered, 5, Life.Policy, _life.Now));
    }
}
