using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-PEND-2, R-METH-3: what is entered before a replacement starts, and what it tells of the account.</summary>
public sealed class DraftTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void The_password_alone_does_not_tell_whether_a_contact_is_the_accounts()
    {
        var by = _life.GivePassword();

        Assert.Null(_life.Enter(by, NewMail));
        Assert.Null(_life.Enter(by, RachelsMail));
    }

    [Fact]
    public void Whoever_enters_its_code_is_told_that_it_is_theirs_already()
    {
        var by = _life.GivePassword();
        Assert.Null(_life.Enter(by, RachelsMail));
        var entered = _life.Entered(by, RachelsMail).Id;

        Assert.Equal(new Refusal.WrongCode(4), _life.Answer(by, Purpose.ConfirmNewInfo, entered, rightly: false));
        Assert.Null(_life.Answer(by, Purpose.ConfirmNewInfo, entered));
        Assert.Equal(new Refusal.AlreadyYours(RachelsMail), _life.Profile.ConfirmNewInfo(by, entered, 0, Life.Policy, _life.Now));
        Assert.Equal(new Refusal.NoNewInfo(), _life.Start(by));
    }

    [Fact]
    public void A_full_draft_refuses_what_is_the_accounts_and_what_is_not_alike()
    {
        var by = _life.GivePassword();
        for (var i = 0; i < 10; i++)
            Assert.Null(_life.Enter(by, new(MethodKind.Email, $"new{i}@post.example")));

        Assert.Equal(new Refusal.TooManyMethods(10), _life.Enter(by, NewMail));
        Assert.Equal(new Refusal.TooManyMethods(10), _life.Enter(by, RachelsMail));
    }

    /// <summary>Else a block of the method would answer for the new info, or the other way round.</summary>
    [Fact]
    public void Wrong_codes_of_a_method_and_of_new_info_are_counted_apart()
    {
        var by = _life.GivePassword();
        for (var code = 0; code < 2; code++)
        {
            Assert.Null(_life.Ask(by, Purpose.SignIn, _life.IdOf(RachelsMail)));
            for (var i = 0; i < 5; i++)
                _ = _life.Answer(by, Purpose.SignIn, _life.IdOf(RachelsMail), rightly: false);
            _life.Pass(3.Minutes);
        }

        Assert.IsType<Refusal.Blocked>(_life.Ask(by, Purpose.SignIn, _life.IdOf(RachelsMail)));
        Assert.Null(_life.Enter(by, RachelsMail));
        for (var i = 0; i < 5; i++)
            _ = _life.Answer(by, Purpose.ConfirmNewInfo, _life.Entered(by, RachelsMail).Id, rightly: false);
        Assert.Equal(5, _life.Profile.WrongTries.Count(wrong => !wrong.IsRowOver));
        Assert.Single(_life.Profile.Blocks);
    }

    [Fact]
    public void In_a_full_session_which_sees_them_whole_it_is_said_at_once() =>
        Assert.Equal(new Refusal.AlreadyYours(RachelsMail), _life.Enter(_life.SignIn(RachelsPhone), RachelsMail));

    [Fact]
    public void In_a_full_session_it_stands_for_the_password_for_ten_minutes()
    {
        var by = _life.SignIn(RachelsMail);
        _life.Pass(5.Minutes);
        _life.Draft(by, NewMail);
        Assert.Null(_life.Profile.Touch(by, Life.Policy, _life.Now));
        _life.Pass(10.Minutes - 1.Milliseconds);
        Assert.Null(_life.Enter(by, NewPhone));

        _life.Pass(1.Milliseconds);
        Assert.Equal(new Refusal.PasswordNeeded(), _life.Answer(by, Purpose.ConfirmNewInfo, _life.Entered(by, NewPhone).Id));
        Assert.Equal(new Refusal.PasswordNeeded(), _life.Enter(by, new(MethodKind.Email, "another@post.example")));
        Assert.Equal(new Refusal.PasswordNeeded(), _life.Start(by));

        Assert.Null(_life.Profile.ConfirmPassword(by, Life.Policy, _life.Now));
        Assert.Null(_life.Profile.DropNewInfo(by, _life.Entered(by, NewPhone).Id, Life.Policy, _life.Now));
        Assert.Null(_life.Start(by));
    }

    [Fact]
    public void One_source_has_codes_sent_to_twenty_new_destinations_an_hour_over_all_its_sessions()
    {
        var begun = _life.Now;
        for (var i = 0; i < 20; i++)
            Shortly(new(MethodKind.Email, $"new{i}@post.example"));

        var by = _life.GivePassword();
        Assert.Equal(new Refusal.TooManyDestinations(20, begun + 1.Hours), _life.Enter(by, NewMail));
        Assert.Null(_life.Enter(by, new(MethodKind.Email, "new7@post.example")));
        Assert.Null(_life.Enter(_life.GivePassword(Life.Elsewhere), NewMail));

        _life.Now = begun + 1.Hours;
        Assert.Null(_life.Enter(_life.GivePassword(), NewMail));
    }

    [Fact]
    public void Entering_and_dropping_leaves_little_behind()
    {
        var by = _life.GivePassword();
        for (var i = 0; i < 20; i++)
        {
            Assert.Null(_life.Enter(by, NewMail));
            Assert.Null(_life.Profile.DropNewInfo(by, _life.Entered(by, NewMail).Id, Life.Policy, _life.Now));
            _life.Pass(31.Seconds);
        }

        Assert.InRange(_life.Profile.Challenges.Length, 1, 2);
    }

    /// <summary>R-METH-15: others may have begun to replace theirs by it meanwhile.</summary>
    [Fact]
    public void Is_not_started_with_a_phone_that_serves_too_many_by_then()
    {
        var by = _life.GivePassword();
        _life.Draft(by, NewPhone);

        Assert.Equal(new Refusal.PhoneServesTooMany(5), _life.Profile.StartReplacement(by, Life.Policy, _life.Now, _ => 5));
        Assert.Null(_life.Profile.StartReplacement(by, Life.Policy, _life.Now, _ => 4));
    }

    private void Shortly(Contact contact)
    {
        var by = _life.GivePassword();
        Assert.Null(_life.Enter(by, contact));
        _life.Pass(1.Seconds);
    }
}
