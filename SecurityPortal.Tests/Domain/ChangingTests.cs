using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-METH-10, R-METH-14: names, languages, the default.</summary>
public sealed class ChangingTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);
    private readonly Asker _by;

    public ChangingTests() => _by = _life.SignIn(RachelsMail);

    private MethodId Phone => _life.IdOf(RachelsPhone);

    [Fact]
    public void Takes_a_proof()
    {
        Assert.Equal(new Refusal.ProofNeeded(), _life.Profile.RenameMethod(_by, Phone, "Mine", Life.Policy, _life.Now));
        Assert.Equal(new Refusal.ProofNeeded(), _life.Profile.SetMethodLanguage(_by, Phone, "de", Life.Policy, _life.Now));
        Assert.Equal(new Refusal.ProofNeeded(), _life.Profile.MakeDefault(_by, Phone, Life.Policy, _life.Now));
    }

    [Fact]
    public void The_language_is_changed_in_place()
    {
        var established = _life.Method(RachelsPhone).EstablishedAt;
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Profile.SetMethodLanguage(_by, Phone, "de", Life.Policy, _life.Now));
        _life.Forget();

        Assert.Null(_life.Ask(_by, Purpose.ChangeSecurityInfo, Phone));

        Assert.Equal("de", Assert.Single(_life.Profile.TakeDispatches()).Language);
        Assert.Equal(established, _life.Method(RachelsPhone).EstablishedAt);
    }

    [Fact]
    public void A_new_method_is_written_to_in_the_language_of_its_account_on_that_day()
    {
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Profile.AddMethod(_by, NewMail, "ja", 0, _life.Code(), Life.Policy, _life.Now));

        Assert.Equal("ja", _life.Unconfirmed(NewMail).Language);
    }

    [Fact]
    public void A_name_is_short_and_of_one_line()
    {
        _life.StepUp(_by, RachelsMail);

        Assert.Equal(new Refusal.BadMethodName(64), _life.Profile.RenameMethod(_by, Phone, new('a', 65), Life.Policy, _life.Now));
        Assert.Equal(new Refusal.BadMethodName(64), _life.Profile.RenameMethod(_by, Phone, "a\nb", Life.Policy, _life.Now));
        Assert.Null(_life.Profile.RenameMethod(_by, Phone, "  Work phone ", Life.Policy, _life.Now));
        Assert.Equal("Work phone", _life.Method(RachelsPhone).Name);
    }

    [Fact]
    public void The_default_is_one_method()
    {
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Profile.MakeDefault(_by, Phone, Life.Policy, _life.Now));
        Assert.Equal(Phone, _life.Profile.DefaultMethod);

        Assert.Null(_life.Remove(_by, RachelsPhone));
        Assert.Null(_life.Profile.DefaultMethod);
    }
}
