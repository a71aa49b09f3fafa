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
        Assert.Equal(new Refusal.ProofNeeded(), _life.Profile.ChangeDistrustedPassword(_life.SignIn(RachelsMail), "new", Life.Policy, _life.Now));

    [Fact]
    public void Is_not_changed_while_a_replacement_is_pending()
    {
        var by = Distrusted();
        _ = _life.Replace(NewMail);

        Assert.IsType<Refusal.ReplacementPending>(_life.Profile.ChangeDistrustedPassword(by, "new", Life.Policy, _life.Now));
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

    private Asker Distrusted()
    {
        _ = _life.Replace(NewMail);
        Assert.Null(_life.Profile.SayWhoStarted(_life.SignIn(RachelsMail), wasOwner: false, Life.Policy, _life.Now));
        _life.Pass(1.Seconds);
        return _life.SignIn(RachelsMail);
    }
}
