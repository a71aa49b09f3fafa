using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

public sealed class PasswordTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void A_distrusted_one_closes_everything_until_it_was_changed()
    {
        var by = Distrusted();
        _life.StepUp(by, RachelsMail);
        Refusal change = new Refusal.PasswordMustChange();

        Assert.Equal(change, _life.Add(by, NewMail));
        Assert.Equal(change, _life.Remove(by, RachelsPhone));
        Assert.Equal(change, _life.Suspend(by, RachelsPhone));
        Assert.Equal(change, _life.Enter(by, NewMail));
        Assert.Null(_life.Profile.ChangeDistrustedPassword(by, "new", Life.Policy, _life.Now));
        Assert.Null(_life.Add(by, NewMail));
        Assert.Equal("new", _life.Profile.PasswordHash);
    }

    [Fact]
    public void Changing_it_ends_all_other_sessions()
    {
        var by = Distrusted();
        var stranger = _life.GivePassword(Life.Elsewhere);

        Assert.Null(_life.Profile.ChangeDistrustedPassword(by, "new", Life.Policy, _life.Now));

        Assert.Null(_life.Session(stranger));
        Assert.Equal(by.Session, Assert.Single(_life.Profile.Sessions).Id);
    }

    [Fact]
    public void One_that_is_trusted_is_not_changed_this_way() =>
        Assert.Equal(new Refusal.PasswordNotDistrusted(), _life.Profile.ChangeDistrustedPassword(_life.SignIn(RachelsMail), "new", Life.Policy, _life.Now));

    [Fact]
    public void Is_not_changed_while_a_replacement_is_pending()
    {
        var by = Distrusted();
        _ = _life.Replace(NewMail);

        Assert.IsType<Refusal.ReplacementPending>(_life.Profile.ChangeDistrustedPassword(by, "new", Life.Policy, _life.Now));
    }

    /// <summary>R-RESTRICT-2: else who changed everything could lock out the owner, who undoes that with the password they know.</summary>
    [Fact]
    public void Is_not_changed_while_everything_was_changed_at_once_and_holds_nobody_up_meanwhile()
    {
        var by = Restricted();

        Assert.False(_life.Profile.MustChangePassword(_life.Session(by)!));
        Assert.Equal(new Refusal.Restricted(_life.Profile.Restriction!.EndsAt), _life.Profile.ChangeDistrustedPassword(by, "new", Life.Policy, _life.Now));
        Assert.Null(_life.Profile.EndOtherSessions(by, Life.Policy, _life.Now));

        _life.Now = _life.Profile.Restriction!.EndsAt;
        Assert.True(_life.Profile.MustChangePassword(_life.Session(_life.SignIn(NewMail))!));
    }

    [Fact]
    public void A_session_that_becomes_full_in_the_very_instant_of_distrust_must_change_it()
    {
        _ = _life.Replace(NewMail);
        var by = _life.SignIn(RachelsMail);
        _life.Pass(1.Seconds);
        Assert.Null(_life.Profile.SayWhoStarted(by, wasOwner: false, Life.Policy, _life.Now));

        Assert.True(_life.Profile.MustChangePassword(_life.Session(_life.SignIn(RachelsPhone))!));
    }

    [Theory]
    [InlineData("short", PasswordFault.TooShort)]
    [InlineData("hunter2-Rachel-hunter2", PasswordFault.ContainsName)]
    public void A_weak_one_is_refused(string password, PasswordFault fault) =>
        Assert.Equal(fault, Life.Policy.Passwords.FaultOf(password, Rachel));

    [Fact]
    public void Has_twelve_to_a_hundred_and_twenty_eight_characters_and_no_other_rules()
    {
        Assert.Equal(PasswordFault.TooShort, Life.Policy.Passwords.FaultOf(new('a', 11), Rachel));
        Assert.Null(Life.Policy.Passwords.FaultOf(new('a', 12), Rachel));
        Assert.Null(Life.Policy.Passwords.FaultOf(new('a', 128), Rachel));
        Assert.Equal(PasswordFault.TooLong, Life.Policy.Passwords.FaultOf(new('a', 129), Rachel));
        Assert.Null(Life.Policy.Passwords.FaultOf("a word with an a in it", "a@contoso.example"));
    }

    /// <summary>The password is distrusted, and all methods but a new one are gone.</summary>
    private Asker Restricted()
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        _life.AddConfirmed(by, NewMail);
        Assert.Null(_life.Remove(by, RachelsPhone));
        Assert.Null(_life.Remove(by, RachelsMail, knowingly: true));
        _ = _life.Replace(NewPhone);
        Assert.Null(_life.Profile.SayWhoStarted(_life.SignIn(NewMail), wasOwner: false, Life.Policy, _life.Now));
        _life.Pass(1.Seconds);
        return _life.SignIn(NewMail);
    }

    private Asker Distrusted()
    {
        _ = _life.Replace(NewMail);
        Assert.Null(_life.Profile.SayWhoStarted(_life.SignIn(RachelsMail), wasOwner: false, Life.Policy, _life.Now));
        _life.Pass(1.Seconds);
        return _life.SignIn(RachelsMail);
    }
}
