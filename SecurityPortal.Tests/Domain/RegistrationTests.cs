using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

public sealed class RegistrationTests
{
    private readonly Life _life = Life.With();

    [Fact]
    public void The_first_methods_need_no_proof_and_are_established_at_once()
    {
        var by = _life.GivePassword();

        _life.AddConfirmed(by, NewMail);
        _life.AddConfirmed(by, NewPhone);
        Assert.Null(_life.Profile.FinishRegistration(by, Life.Policy, _life.Now));

        Assert.True(_life.Method(NewMail).IsEstablished(_life.Now));
        Assert.True(_life.Method(NewPhone).IsEstablished(_life.Now));
        Assert.NotNull(_life.Session(by)!.FullAt);
    }

    [Fact]
    public void Once_it_is_finished_every_change_needs_a_proof()
    {
        var by = _life.GivePassword();
        _life.AddConfirmed(by, NewMail);
        Assert.Null(_life.Profile.FinishRegistration(by, Life.Policy, _life.Now));

        Assert.Equal(new Refusal.ProofNeeded(), _life.Add(by, NewPhone));
        Assert.Equal(new Refusal.NotRegistering(), _life.Profile.FinishRegistration(by, Life.Policy, _life.Now));
    }

    [Fact]
    public void More_can_be_added_without_a_proof_for_ten_minutes_after_the_first()
    {
        var by = _life.GivePassword();
        _life.AddConfirmed(by, NewMail);
        _life.Pass(10.Minutes - 1.Milliseconds);
        Assert.Null(_life.Add(by, NewPhone));

        _life.Pass(1.Milliseconds);
        Assert.Equal(new Refusal.ProofNeeded(), _life.Answer(by, Purpose.ConfirmMethod, _life.Unconfirmed(NewPhone).Id));
        Assert.Equal(new Refusal.ProofNeeded(), _life.Add(by, RachelsMail));

        _life.StepUp(by, NewMail);
        Assert.Null(_life.Confirm(by, NewPhone));
        Assert.False(_life.Method(NewPhone).IsEstablished(_life.Now));
    }

    /// <summary>Or whoever has asked for the suggested one, and then for as many others as they may, could guess it for nothing.</summary>
    [Fact]
    public void A_contact_that_was_chosen_masked_is_another_when_it_is_typed()
    {
        _life.Profile.Suggest([NewMail]);
        Assert.Null(_life.Profile.AddMethod(_life.GivePassword(), NewMail, "en", 0, _life.Code(), Life.Policy, _life.Now, isSuggested: true));
        for (var i = 0; i < 19; i++)
            Assert.Null(_life.Add(_life.GivePassword(), new(MethodKind.Email, $"filler{i}@post.example")));

        foreach (var typed in new[] { NewMail, RachelsMail })
            _ = Assert.IsType<Refusal.TooManyDestinations>(_life.Add(_life.GivePassword(), typed));
    }

    [Fact]
    public void Is_open_for_fourteen_days_after_the_import()
    {
        _life.Pass(14.Days - 1.Milliseconds);
        Assert.Null(_life.Add(_life.GivePassword(), NewMail));

        _life.Pass(1.Milliseconds);
        Assert.Equal(new Refusal.RegistrationClosed(_life.Now), _life.Add(_life.GivePassword(), NewPhone));
    }

    [Fact]
    public void Is_not_finished_before_a_code_was_entered()
    {
        var by = _life.GivePassword();
        Assert.Null(_life.Add(by, NewMail));

        Assert.Equal(new Refusal.NotRegistering(), _life.Profile.FinishRegistration(by, Life.Policy, _life.Now));
        Assert.True(_life.Profile.MustRegister);
    }

    [Fact]
    public void Of_two_browsers_that_began_only_one_registers_and_the_other_has_to_sign_in()
    {
        var stranger = _life.GivePassword(Life.Elsewhere);
        Assert.Null(_life.Add(stranger, NewPhone));
        var phone = _life.Unconfirmed(NewPhone).Id;
        var sent = _life.Asked(stranger, Purpose.ConfirmMethod, phone);
        var owner = _life.GivePassword();
        _life.AddConfirmed(owner, NewMail);

        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Add(stranger, RachelsMail));
        Assert.NotNull(_life.Answer(stranger, sent.Id));
        Assert.NotNull(_life.Profile.ConfirmMethod(stranger, phone, 0, Life.Policy, _life.Now));
        Assert.Equal(new Refusal.NotRegistering(), _life.Profile.FinishRegistration(stranger, Life.Policy, _life.Now));
        Assert.Equal(NewMail, Assert.Single(_life.Profile.Methods).Contact);
        Assert.Contains(sent.Id, _life.Profile.TakeEndedChallenges());
    }

    [Fact]
    public void Who_had_begun_and_then_signs_in_still_needs_a_proof_to_change_anything()
    {
        var begun = _life.GivePassword(Life.Elsewhere);
        Assert.Null(_life.Add(begun, NewPhone));
        _life.AddConfirmed(_life.GivePassword(), NewMail);

        _life.Give(begun, Purpose.SignIn, _life.IdOf(NewMail));
        var full = _life.Complete(begun, NewMail);

        Assert.Equal(new Refusal.ProofNeeded(), _life.Add(full, NewPhone));
        Assert.Equal(new Refusal.ProofNeeded(), _life.Remove(full, NewMail));
    }

    [Fact]
    public void Cannot_be_used_to_replace_what_is_not_there() =>
        Assert.Equal(new Refusal.NothingToReplace(), _life.Enter(_life.GivePassword(), NewMail));
}
