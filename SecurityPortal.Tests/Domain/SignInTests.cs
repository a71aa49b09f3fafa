using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

public sealed class SignInTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void The_password_alone_opens_a_limited_session()
    {
        var limited = _life.GivePassword();

        Assert.Null(_life.Session(limited)!.FullAt);
        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Ask(limited, Purpose.ChangeSecurityInfo, _life.IdOf(RachelsMail)));
        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Add(limited, NewMail));
        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Remove(limited, RachelsMail, knowingly: true));
        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Suspend(limited, RachelsMail, knowingly: true));
        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Profile.SayWhoStarted(limited, wasOwner: true, Life.Policy, _life.Now));
        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Profile.ChangeDistrustedPassword(limited, "new", Life.Policy, _life.Now));
    }

    [Fact]
    public void A_code_makes_a_full_session_in_place_of_the_limited_one()
    {
        var limited = _life.GivePassword();
        _life.Give(limited, Purpose.SignIn, _life.IdOf(RachelsMail));
        _life.Pass(1.Minutes);

        var full = _life.Complete(limited, RachelsMail);

        Assert.Null(_life.Session(limited));
        Assert.Equal(_life.Now, _life.Session(full)!.FullAt);
        Assert.Equal(_life.Now, _life.Session(full)!.StartedAt);
        Assert.Equal(_life.Now, _life.Profile.LastSignInAt);
    }

    [Fact]
    public void A_proof_signs_in_once()
    {
        var limited = _life.GivePassword();
        _life.Give(limited, Purpose.SignIn, _life.IdOf(RachelsMail));
        _ = _life.Complete(limited, RachelsMail);

        Assert.Equal(
            new Refusal.NoCodeAsked(),
            _life.Profile.CompleteSignIn(limited, _life.IdOf(RachelsMail), SessionId.New(_life.Now), Life.Policy, _life.Now));
    }

    [Fact]
    public void A_method_that_left_meanwhile_signs_nobody_in()
    {
        var limited = _life.GivePassword(Life.Elsewhere);
        _life.Give(limited, Purpose.SignIn, _life.IdOf(RachelsPhone));
        var phone = _life.IdOf(RachelsPhone);
        var owner = _life.SignIn(RachelsMail);
        _life.StepUp(owner, RachelsMail);
        Assert.Null(_life.Remove(owner, RachelsPhone));

        Assert.Equal(
            new Refusal.NoCodeAsked(),
            _life.Profile.CompleteSignIn(limited, phone, SessionId.New(_life.Now), Life.Policy, _life.Now));
    }

    [Fact]
    public void A_stored_number_that_turned_out_to_be_voip_gets_no_codes()
    {
        Contact voip = new(MethodKind.Phone, "+445600000000");
        var life = Life.With(RachelsMail, voip);

        Assert.False(life.Method(voip).IsUsable);
        Assert.Equal(new Refusal.NoSuchMethod(), life.Ask(life.GivePassword(), Purpose.SignIn, life.IdOf(voip)));
    }

    [Fact]
    public void Whose_only_number_turned_out_to_be_voip_replaces_it_and_does_not_register_with_a_password_alone()
    {
        var life = Life.With(new Contact(MethodKind.Phone, "+445600000000"));

        Assert.False(life.Profile.MustRegister);
        Assert.Equal(new Refusal.NotFullySignedIn(), life.Add(life.GivePassword(), NewMail));
        _ = life.Replace(NewMail);
        Assert.NotNull(life.Profile.Pending);
    }

    [Fact]
    public void Remembers_when_a_method_was_last_used()
    {
        var by = _life.SignIn(RachelsMail);
        Assert.Equal(_life.Now, _life.Method(RachelsMail).LastUsedAt);

        _life.Pass(1.Minutes);
        _life.StepUp(by, RachelsPhone);
        Assert.Equal(_life.Now, _life.Method(RachelsPhone).LastUsedAt);
    }
}
