using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-METH-10, R-METH-12, R-METH-13: removing, suspending, bringing back.</summary>
public sealed class LeavingTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);
    private readonly Asker _by;

    public LeavingTests() => _by = _life.SignIn(RachelsMail);

    [Fact]
    public void Takes_a_proof()
    {
        Assert.Equal(new Refusal.ProofNeeded(), _life.Remove(_by, RachelsPhone));
        Assert.Equal(new Refusal.ProofNeeded(), _life.Suspend(_by, RachelsPhone));

        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Remove(_by, RachelsPhone));
    }

    [Fact]
    public void The_last_usable_method_stays()
    {
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Suspend(_by, RachelsPhone));

        Assert.Equal(new Refusal.LastMethod(), _life.Remove(_by, RachelsMail, knowingly: true));
        Assert.Equal(new Refusal.LastMethod(), _life.Suspend(_by, RachelsMail, knowingly: true));
        Assert.Null(_life.Remove(_by, RachelsPhone));
    }

    [Fact]
    public void A_number_that_turned_out_to_be_voip_is_no_usable_method_that_stays()
    {
        var life = Life.With(RachelsMail, new Contact(MethodKind.Phone, "+445600000000"));
        var by = life.SignIn(RachelsMail);
        life.StepUp(by, RachelsMail);

        Assert.Equal(new Refusal.LastMethod(), life.Remove(by, RachelsMail, knowingly: true));
    }

    [Fact]
    public void A_suspended_method_is_offered_nowhere()
    {
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Suspend(_by, RachelsPhone));

        Assert.False(_life.Method(RachelsPhone).IsUsable);
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(_life.GivePassword(), Purpose.SignIn, _life.IdOf(RachelsPhone)));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(_by, Purpose.ChangeSecurityInfo, _life.IdOf(RachelsPhone)));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Profile.MakeDefault(_by, _life.IdOf(RachelsPhone), Life.Policy, _life.Now));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Suspend(_by, RachelsPhone));
    }

    [Fact]
    public void It_comes_back_by_a_recovery_code_that_counts_as_established()
    {
        _ = _life.SaveCodes(RachelsMail);
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Suspend(_by, RachelsPhone));
        _life.Pass(11.Minutes);
        var phone = _life.IdOf(RachelsPhone);
        Assert.Null(_life.UseCode(_by, Purpose.ChangeSecurityInfo, 0));
        Assert.Equal(new Refusal.ProofNeeded(), _life.Profile.BringBackMethod(_by, phone, Life.Policy, _life.Now));

        _life.Pass(31.Days);
        var later = _life.SignIn(RachelsMail);
        Assert.Null(_life.UseCode(later, Purpose.ChangeSecurityInfo, 1));
        Assert.Null(_life.Profile.BringBackMethod(later, phone, Life.Policy, _life.Now));
    }

    [Fact]
    public void A_suspended_method_comes_back_by_its_own_code()
    {
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Suspend(_by, RachelsPhone));
        _life.Pass(11.Minutes);
        var phone = _life.IdOf(RachelsPhone);

        Assert.Equal(new Refusal.ProofNeeded(), _life.Profile.BringBackMethod(_by, phone, Life.Policy, _life.Now));
        _life.Give(_by, Purpose.BringBack, phone);
        Assert.Null(_life.Profile.BringBackMethod(_by, phone, Life.Policy, _life.Now));
        Assert.True(_life.Has(RachelsPhone));
    }

    [Fact]
    public void A_suspended_method_comes_back_by_an_established_one_but_not_by_a_new_one()
    {
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Suspend(_by, RachelsPhone));
        _life.AddConfirmed(_by, NewMail);
        var phone = _life.IdOf(RachelsPhone);
        var other = _life.SignIn(NewMail);
        _life.StepUp(other, NewMail);

        Assert.Equal(new Refusal.ProofNeeded(), _life.Profile.BringBackMethod(other, phone, Life.Policy, _life.Now));
        _life.StepUp(other, RachelsMail);
        _life.Pass(1.Minutes);
        _life.StepUp(other, NewMail);
        Assert.Null(_life.Profile.BringBackMethod(other, phone, Life.Policy, _life.Now));
    }

    [Fact]
    public void What_others_proved_by_it_is_worth_nothing_any_more()
    {
        var stranger = _life.SignIn(RachelsPhone, Life.Elsewhere);
        _life.StepUp(stranger, RachelsPhone);
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Suspend(_by, RachelsPhone));

        Assert.Equal(new Refusal.ProofNeeded(), _life.Add(stranger, NewMail));
    }

    [Fact]
    public void Who_proved_it_goes_on_with_that_although_it_is_this_one_that_leaves()
    {
        _life.StepUp(_by, RachelsPhone);
        Assert.Null(_life.Remove(_by, RachelsPhone));

        Assert.Null(_life.Add(_by, NewMail));
    }

    [Fact]
    public void The_proof_by_which_it_was_suspended_does_not_bring_it_back()
    {
        _life.StepUp(_by, RachelsPhone);
        Assert.Null(_life.Suspend(_by, RachelsPhone));

        Assert.Equal(new Refusal.ProofNeeded(), _life.Profile.BringBackMethod(_by, _life.IdOf(RachelsPhone), Life.Policy, _life.Now));
    }

    [Fact]
    public void Codes_on_their_way_to_it_end()
    {
        var limited = _life.GivePassword();
        Assert.Null(_life.Ask(limited, Purpose.SignIn, _life.IdOf(RachelsPhone)));
        var open = _life.Asked(limited, Purpose.SignIn, _life.IdOf(RachelsPhone));
        _life.StepUp(_by, RachelsMail);
        _life.Forget();

        Assert.Null(_life.Remove(_by, RachelsPhone));

        Assert.Contains(open.Id, _life.Profile.TakeEndedChallenges());
        Assert.Equal(new Refusal.CodeExpired(_life.Now), _life.Answer(limited, open.Id));
    }

    [Fact]
    public void What_is_not_there_cannot_leave()
    {
        _life.StepUp(_by, RachelsMail);

        Assert.Equal(new Refusal.NoSuchMethod(), _life.Profile.RemoveMethod(_by, MethodId.New(_life.Now), true, Life.Policy, _life.Now));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Profile.BringBackMethod(_by, _life.IdOf(RachelsPhone), Life.Policy, _life.Now));
    }
}
