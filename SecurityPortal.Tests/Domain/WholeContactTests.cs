using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-CODE-8: the whole number or address is typed before a code is sent for signing in.</summary>
public sealed class WholeContactTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);
    private readonly Asker _by;

    public WholeContactTests()
    {
        _life.Profile.ReportCode(new(Guid.CreateVersion7(_life.Now), _life.IdOf(RachelsMail), RachelsMail, "en", null), Life.Elsewhere, "K7M4PQRS", isSaid: false, Life.Policy, _life.Now);
        _by = _life.GivePassword();
    }

    [Theory]
    [InlineData("+447700900123")]
    [InlineData("07700 900123")]
    [InlineData("+44 (0)7700-900 123")]
    public void A_number_is_compared_as_people_write_it(string typed)
    {
        Assert.Null(Type(RachelsPhone, typed));
        Assert.Null(_life.Ask(_by, Purpose.SignIn, _life.IdOf(RachelsPhone)));
    }

    [Fact]
    public void An_address_is_compared_in_capitals_and_small_letters()
    {
        Assert.Null(Type(RachelsMail, " Rachel@MAIL.example "));
        Assert.Null(_life.Ask(_by, Purpose.SignIn, _life.IdOf(RachelsMail)));
    }

    [Fact]
    public void Counts_for_its_method_and_session_only()
    {
        Assert.Null(Type(RachelsMail, RachelsMail.Value));

        Assert.Equal(new Refusal.WholeContactNeeded(), _life.Ask(_by, Purpose.SignIn, _life.IdOf(RachelsPhone)));
        Assert.Equal(new Refusal.WholeContactNeeded(), _life.Ask(_life.GivePassword(), Purpose.SignIn, _life.IdOf(RachelsMail)));
    }

    [Fact]
    public void No_way_of_sending_goes_round_it()
    {
        var life = Life.With(RachelsMail, RachelsPhone);
        var by = life.GivePassword();
        Assert.Null(life.Ask(by, Purpose.SignIn, life.IdOf(RachelsPhone)));
        var sent = life.Asked(by, Purpose.SignIn, life.IdOf(RachelsPhone));
        life.Profile.ReportCode(new(Guid.CreateVersion7(life.Now), life.IdOf(RachelsMail), RachelsMail, "en", null), Life.Elsewhere, "K7M4PQRS", isSaid: false, Life.Policy, life.Now);
        life.Pass(1.Minutes);

        Assert.Equal(new Refusal.WholeContactNeeded(), life.SendAgain(by, sent));
        Assert.Equal(new Refusal.WholeContactNeeded(), life.Profile.CallWithCode(by, Purpose.SignIn, life.IdOf(RachelsPhone), life.Code(), Life.Policy with { HasCalls = true }, life.Now));
        Assert.Null(life.Answer(by, sent.Id));
    }

    [Fact]
    public void What_can_be_no_contact_is_no_try()
    {
        for (var time = 0; time < 9; time++)
        {
            Assert.IsType<Refusal.NotAnEmail>(Type(RachelsMail, "rachel"));
            Assert.IsType<Refusal.NotAPhone>(Type(RachelsPhone, "mine"));
        }

        Assert.Null(Type(RachelsMail, RachelsMail.Value));
    }

    /// <summary>Else a number that the plans do not list could be guessed for ever.</summary>
    [Fact]
    public void A_number_that_would_get_no_codes_is_a_try_all_the_same()
    {
        Assert.Equal(new Refusal.WrongContact(MethodKind.Phone), Type(RachelsPhone, NewPhone.Value));
        Assert.Equal(new Refusal.WrongContact(MethodKind.Phone), Type(RachelsPhone, "+44 56 0000 0000"));
        Assert.Equal(2, _life.Profile.WrongContacts.Length);
    }

    [Fact]
    public void Takes_five_wrong_ones_a_day_from_one_source()
    {
        var first = _life.Now;
        for (var time = 0; time < 5; time++)
        {
            Assert.Equal(new Refusal.WrongContact(MethodKind.Email), Type(RachelsMail, NewMail.Value));
            _life.Pass(1.Minutes);
        }

        var end = new Refusal.TooManyWrongContacts(5, first + 1.Days);
        Assert.Equal(end, Type(RachelsPhone, NewPhone.Value));
        Assert.Equal(end, Type(RachelsMail, RachelsMail.Value));
        Assert.Equal(end, _life.Profile.TypeWhole(_life.GivePassword(), _life.IdOf(RachelsMail), RachelsMail.Value, Life.Policy, _life.Now));
        Assert.Null(_life.Profile.TypeWhole(_life.GivePassword(Life.Elsewhere), _life.IdOf(RachelsMail), RachelsMail.Value, Life.Policy, _life.Now));
    }

    [Fact]
    public void Of_the_wrong_ones_nothing_is_kept_but_when_and_where()
    {
        _ = Type(RachelsMail, NewMail.Value);

        Assert.Equal(new WrongContact(Life.Home, _life.Now), Assert.Single(_life.Profile.WrongContacts));
    }

    [Fact]
    public void A_signed_in_session_is_not_asked()
    {
        Assert.Null(Type(RachelsMail, RachelsMail.Value));
        _life.Give(_by, Purpose.SignIn, _life.IdOf(RachelsMail));
        var full = _life.Complete(_by, RachelsMail);

        Assert.Null(_life.Ask(full, Purpose.ChangeSecurityInfo, _life.IdOf(RachelsPhone)));
    }

    private Refusal? Type(Contact method, string typed) => _life.Profile.TypeWhole(_by, _life.IdOf(method), typed, Life.Policy, _life.Now);
}
