using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

public sealed class PasswordlessTests
{
    private readonly Life _life = Life.With(RachelsMail);

    [Fact]
    public void Wants_an_app_and_one_more_method_then_codes_then_that_its_price_was_read()
    {
        var by = Proved();
        Assert.Equal(new Refusal.PasswordlessNeedsMethods(), Go(by));

        _life.Profile.Grant(Life.App(_life.Now - 40.Days));
        Assert.Equal(new Refusal.PasswordlessNeedsCodes(), Go(by));

        _ = _life.SaveCodes(RachelsMail);
        Assert.Equal(new Refusal.PasswordlessUnread(), _life.Profile.GoPasswordless(by, hasRead: false, Life.Policy, _life.Now));

        Assert.Null(Go(by));
        Assert.True(_life.Profile.IsPasswordless);
        Assert.Null(_life.Profile.PasswordHash);
    }

    [Fact]
    public void Is_told_to_everybody_and_ends_all_other_sessions()
    {
        var other = _life.SignIn(RachelsMail);
        var by = Ready();
        _life.Forget();

        Assert.Null(Go(by));

        Assert.Null(_life.Session(other));
        Assert.Equal([RachelsMail], _life.ToldOf<SecurityEvent.PasswordRemoved>());
    }

    [Fact]
    public void What_it_rests_on_cannot_be_taken_away()
    {
        var by = Ready();
        Assert.Null(Go(by));

        Assert.Equal(new Refusal.PasswordlessNeedsMethods(), _life.Remove(by, RachelsMail));
        Assert.Equal(new Refusal.PasswordlessNeedsMethods(), _life.Suspend(by, RachelsMail));
    }

    [Fact]
    public void The_replacement_is_not_possible()
    {
        var by = Ready();
        Assert.Null(Go(by));

        Assert.Equal(new Refusal.NoPassword(), _life.Enter(by, NewMail));
    }

    [Fact]
    public void A_password_can_be_set_again()
    {
        var by = Ready();
        Assert.Null(Go(by));

        Assert.Null(_life.Profile.SetPassword(by, "another", Life.Policy, _life.Now));

        Assert.False(_life.Profile.IsPasswordless);
        Assert.Equal("another", _life.Profile.PasswordHash);
    }

    [Fact]
    public void The_code_that_opens_a_sign_in_is_taken_once_and_does_not_complete_it()
    {
        var by = Ready();
        Assert.Null(Go(by));
        var app = _life.Profile.TakeFirstCode(new(default, Life.Home), _ => 500, Life.Policy, _life.Now);
        Assert.Null(_life.Profile.TakeFirstCode(new(default, Life.Home), _ => 500, Life.Policy, _life.Now));

        var opened = _life.NewSession(Life.Elsewhere) with { PasswordAt = null, OpenedWith = app!.Id };
        _life.Profile.OpenLimitedSession(opened, Life.Policy, _life.Now);
        Asker limited = new(opened.Id, Life.Elsewhere);

        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(limited, Purpose.SignIn, app.Id));
        _life.Give(limited, Purpose.SignIn, _life.IdOf(RachelsMail));
        _ = _life.Complete(limited, RachelsMail);
    }

    [Fact]
    public void With_a_password_no_code_opens_a_sign_in()
    {
        _life.Profile.Grant(Life.App(_life.Now - 40.Days));

        Assert.Null(_life.Profile.TakeFirstCode(new(default, Life.Home), _ => 500, Life.Policy, _life.Now));
    }

    private Asker Proved()
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        return by;
    }

    private Asker Ready()
    {
        _life.Profile.Grant(Life.App(_life.Now - 40.Days));
        _ = _life.SaveCodes(RachelsMail);
        return Proved();
    }

    private Refusal? Go(Asker by) => _life.Profile.GoPasswordless(by, hasRead: true, Life.Policy, _life.Now);
}
