using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-METH-1, R-METH-2, R-METH-4, R-METH-10, R-METH-15.</summary>
public sealed class AddingTests
{
    private readonly Life _life = Life.With(RachelsMail);
    private readonly Asker _by;

    public AddingTests() => _by = _life.SignIn(RachelsMail);

    [Fact]
    public void Takes_a_proof_for_changing_security_info_and_no_other()
    {
        Assert.Equal(new Refusal.ProofNeeded(), _life.Add(_by, NewMail));

        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Add(_by, NewMail));
    }

    [Fact]
    public void A_code_is_not_used_up_where_there_is_no_room_any_more()
    {
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Add(_by, NewMail));
        var added = _life.Unconfirmed(NewMail).Id;
        for (var i = 0; i < 9; i++)
            _life.Profile.Grant(SecurityMethod.Verified(MethodId.New(_life.Now), new(MethodKind.Email, $"more{i}@mail.example"), "en", _life.Now, _life.Now));

        Assert.Equal(new Refusal.TooManyMethods(10), _life.Answer(_by, Purpose.ConfirmMethod, added));
        Assert.True(_life.Asked(_by, Purpose.ConfirmMethod, added).IsOpen(_life.Now));
    }

    [Fact]
    public void A_proof_serves_its_session_for_ten_minutes()
    {
        _life.StepUp(_by, RachelsMail);
        var other = _life.SignIn(RachelsMail, Life.Elsewhere);

        Assert.Equal(new Refusal.ProofNeeded(), _life.Add(other, NewMail));
        _life.Pass(10.Minutes - 1.Milliseconds);
        Assert.Null(_life.Add(_by, NewMail));
        _life.Pass(1.Milliseconds);
        Assert.Equal(new Refusal.ProofNeeded(), _life.Add(_by, NewPhone));
    }

    [Fact]
    public void A_code_that_comes_after_the_proof_has_lapsed_is_not_used_up_by_that()
    {
        _life.StepUp(_by, RachelsMail);
        _life.Pass(9.Minutes);
        Assert.Null(_life.Profile.Touch(_by, Life.Policy, _life.Now));
        Assert.Null(_life.Add(_by, NewMail));
        _life.Pass(2.Minutes);

        Assert.Equal(new Refusal.ProofNeeded(), _life.Confirm(_by, NewMail));

        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Confirm(_by, NewMail));
    }

    [Fact]
    public void Asking_for_another_proof_leaves_the_one_that_is_there()
    {
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Ask(_by, Purpose.ChangeSecurityInfo, _life.IdOf(RachelsMail)));

        Assert.Null(_life.Add(_by, NewMail));
    }

    [Fact]
    public void Counts_for_nothing_before_its_code_was_entered()
    {
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Add(_by, NewMail));
        _life.Forget();

        var added = _life.Unconfirmed(NewMail);
        Assert.False(added.IsUsable);
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(_life.GivePassword(), Purpose.SignIn, added.Id));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(_by, Purpose.ChangeSecurityInfo, added.Id));
        Assert.Null(_life.Profile.RenameMethod(_by, _life.IdOf(RachelsMail), "Mine", Life.Policy, _life.Now));
        Assert.DoesNotContain(NewMail, _life.ToldOf<SecurityEvent.MethodRenamed>());
    }

    [Fact]
    public void Becomes_established_after_thirty_days()
    {
        _life.StepUp(_by, RachelsMail);
        _life.AddConfirmed(_by, NewMail);

        Assert.False(_life.Method(NewMail).IsEstablished(_life.Now + 30.Days - 1.Milliseconds));
        Assert.True(_life.Method(NewMail).IsEstablished(_life.Now + 30.Days));
    }

    [Fact]
    public void Is_confirmed_by_the_session_that_adds_it_only()
    {
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Add(_by, NewMail));
        var other = _life.SignIn(RachelsMail, Life.Elsewhere);
        _life.StepUp(other, RachelsMail);
        var added = _life.Unconfirmed(NewMail).Id;

        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(other, Purpose.ConfirmMethod, added));
        Assert.Equal(new Refusal.NoCodeAsked(), _life.Profile.ConfirmMethod(other, added, 0, Life.Policy, _life.Now));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Profile.DiscardUnconfirmed(other, added, Life.Policy, _life.Now));
    }

    [Fact]
    public void The_eleventh_is_refused()
    {
        _life.StepUp(_by, RachelsMail);
        for (var i = 2; i <= 10; i++)
            _life.AddConfirmed(_by, Mail(i));

        Assert.Equal(new Refusal.TooManyMethods(10), _life.Add(_by, NewMail));
        Assert.DoesNotContain(_life.Profile.Methods, method => method.Contact == NewMail);
    }

    [Fact]
    public void The_eleventh_is_refused_also_when_two_sessions_add_at_once()
    {
        _life.StepUp(_by, RachelsMail);
        for (var i = 2; i <= 9; i++)
            _life.AddConfirmed(_by, Mail(i));
        var other = _life.SignIn(RachelsMail, Life.Elsewhere);
        _life.StepUp(other, RachelsMail);
        Assert.Null(_life.Add(_by, NewMail));
        Assert.Null(_life.Add(other, NewPhone));

        Assert.Null(_life.Confirm(_by, NewMail));
        Assert.Equal(new Refusal.TooManyMethods(10), _life.Confirm(other, NewPhone));
    }

    [Fact]
    public void A_phone_serves_five_accounts()
    {
        _life.StepUp(_by, RachelsMail);

        Assert.Equal(new Refusal.PhoneServesTooMany(5), _life.Add(_by, NewPhone, accountsOfPhone: 5));
        Assert.Null(_life.Add(_by, NewPhone, accountsOfPhone: 4));
        var added = _life.Unconfirmed(NewPhone).Id;
        Assert.Null(_life.Answer(_by, Purpose.ConfirmMethod, added));
        Assert.Equal(new Refusal.PhoneServesTooMany(5), _life.Profile.ConfirmMethod(_by, added, 5, Life.Policy, _life.Now));
    }

    [Theory]
    [InlineData("+445600000000", PhoneFault.Voip)]
    [InlineData("+449012345678", PhoneFault.PremiumRate)]
    [InlineData("+447640123456", PhoneFault.Pager)]
    public void A_number_that_gets_no_codes_is_refused_whoever_read_it(string number, PhoneFault fault)
    {
        _life.StepUp(_by, RachelsMail);
        Contact made = new(MethodKind.Phone, number);

        Assert.Equal(new Refusal.NotAPhone(fault), _life.Add(_by, made));
        Assert.Equal(new Refusal.NotAPhone(fault), _life.Enter(_life.GivePassword(), made));
    }

    [Fact]
    public void What_is_yours_already_is_refused()
    {
        _life.StepUp(_by, RachelsMail);

        Assert.IsType<Refusal.AlreadyYours>(_life.Add(_by, new(MethodKind.Email, RachelsMail.Value.ToUpperInvariant())));
    }

    [Fact]
    public void Taking_it_out_and_adding_it_again_shortens_no_wait()
    {
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Add(_by, NewMail));
        Assert.Null(_life.Profile.DiscardUnconfirmed(_by, _life.Unconfirmed(NewMail).Id, Life.Policy, _life.Now));

        Assert.Equal(new Refusal.TooSoon(_life.Now + 30.Seconds), _life.Add(_by, NewMail));
        Assert.DoesNotContain(_life.Profile.Methods, method => method.Contact == NewMail);
    }

    private static Contact Mail(int number) => new(MethodKind.Email, $"rachel{number}@mail.example");
}
