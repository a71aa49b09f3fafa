using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-DEL-7: this is not my account.</summary>
public sealed class DisowningTests
{
    private const string Case = "K7M4PQRS";
    private const string Anywhere = "203.0.113.50";

    private Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void Takes_a_code_to_that_very_address_that_opens_nothing_else()
    {
        var mail = MailTo(RachelsMail);
        Assert.Null(Ask(mail));

        var sent = Assert.Single(_life.Profile.TakeDispatches());
        Assert.Equal((RachelsMail, Purpose.Disown), (sent.To, sent.Challenge.Purpose));
        Assert.Equal(new Refusal.NoCodeAsked(), Prove(MailTo(RachelsMail), sent.Challenge));
        Assert.Equal(new Refusal.SignedOut(), _life.Answer(mail.From(Anywhere), Purpose.SignIn, sent.Challenge.Id));
        Assert.Equal(new Refusal.NoCodeAsked(), _life.Answer(_life.GivePassword(), Purpose.SignIn, sent.Challenge.Id));
        Assert.Equal(new Refusal.NoCodeAsked(), _life.Ask(_life.SignIn(RachelsPhone), Purpose.Disown, mail.Method));
        Assert.True(_life.Has(RachelsMail));
    }

    [Fact]
    public void Suspends_the_address_with_its_reason_and_tells_all_others()
    {
        Assert.Null(Disown(RachelsMail));

        Assert.False(_life.Has(RachelsMail));
        Assert.Equal(_life.Now, _life.Method(RachelsMail).DisownedAt);
        var told = Assert.Single(_life.Told(), notice => notice.Event is SecurityEvent.AddressDisowned { Case: Case });
        Assert.Equal([(RachelsPhone, LinkUse.Report)], told.Recipients.Select(recipient => (recipient.Contact, recipient.Link)));
        Assert.Equal(CaseKind.AddressDisowned, Assert.Single(_life.Profile.TakeCases()).Kind);
    }

    [Fact]
    public void Its_codes_are_worth_nothing_from_then_on()
    {
        var by = _life.GivePassword();
        Assert.Null(_life.Ask(by, Purpose.SignIn, _life.IdOf(RachelsMail)));
        var open = _life.Asked(by, Purpose.SignIn, _life.IdOf(RachelsMail));

        Assert.Null(Disown(RachelsMail));

        Assert.Equal(new Refusal.CodeExpired(_life.Now), _life.Answer(by, open.Id));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(by, Purpose.SignIn, _life.IdOf(RachelsMail)));
    }

    [Fact]
    public void The_last_usable_one_stays_and_goes_to_people()
    {
        _life = Life.With(RachelsMail);

        Assert.Null(Disown(RachelsMail));

        Assert.True(_life.Has(RachelsMail));
        Assert.Equal(CaseKind.LastMethodDisowned, Assert.Single(_life.Profile.TakeCases()).Kind);
    }

    /// <summary>Else whoever reads one old mailbox, and has added something of their own, would be alone in the account.</summary>
    [Fact]
    public void The_last_established_one_stays_too()
    {
        _life = Life.With(RachelsMail);
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        _life.AddConfirmed(by, NewPhone);

        Assert.Null(Disown(RachelsMail));

        Assert.True(_life.Has(RachelsMail));
        Assert.Equal(CaseKind.LastMethodDisowned, Assert.Single(_life.Profile.TakeCases()).Kind);
    }

    [Fact]
    public void What_went_with_everything_can_still_bring_it_back()
    {
        _life = Life.With(RachelsMail);
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        _life.AddConfirmed(by, NewMail);
        Assert.Null(_life.Remove(by, RachelsMail, knowingly: true));

        Assert.Null(Disown(RachelsMail));

        Assert.Equal(CaseKind.LastMethodDisowned, Assert.Single(_life.Profile.TakeCases()).Kind);
        Assert.Null(_life.Profile.OpenUndoSession(_life.NewSession(), _life.IdOf(RachelsMail), Life.Policy, _life.Now));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_pending_replacement_runs_its_course_and_all_are_told_how_to_cancel_it(bool isNew)
    {
        _ = _life.Replace(NewMail);
        var (pending, disowned) = (_life.Profile.Pending!, isNew ? NewMail : RachelsMail);
        _life.Forget();

        Assert.Null(Disown(disowned));

        Assert.Equal(pending, _life.Profile.Pending);
        Assert.True(_life.Has(RachelsMail));
        Assert.Equal(CaseKind.PendingDisowned, Assert.Single(_life.Profile.TakeCases()).Kind);
        var told = Assert.Single(_life.Told(), notice => notice.Event is SecurityEvent.AddressDisowned).Recipients;
        Assert.Equal(new[] { RachelsMail, RachelsPhone, NewMail }.Where(contact => contact != disowned), told.Select(recipient => recipient.Contact));
        Assert.All(told, recipient => Assert.Equal(recipient.Contact == NewMail ? LinkUse.None : LinkUse.CancelReplacement, recipient.Link));
    }

    [Fact]
    public void What_waits_to_be_taken_in_is_dropped_in_every_session()
    {
        var owner = _life.SignIn(RachelsMail);
        _life.StepUp(owner, RachelsMail);
        Assert.Null(_life.Add(owner, NewMail));
        var limited = _life.GivePassword(Life.Elsewhere);
        _life.Draft(limited, NewMail);
        _life.Profile.Suggest([NewMail, NewPhone]);

        Assert.Null(Disown(NewMail));

        Assert.DoesNotContain(_life.Profile.Methods, method => method.Contact == NewMail);
        Assert.Empty(_life.Profile.DraftOf(limited.Session)!.Infos);
        Assert.Equal([NewPhone], _life.Profile.Suggested);
        Assert.Equal(new Refusal.NoNewInfo(), _life.Start(limited));
    }

    [Fact]
    public void Is_refused_for_ninety_days_to_the_millisecond_and_nothing_is_sent_there()
    {
        Assert.Null(Disown(NewMail));
        var until = _life.Now + 90.Days;
        _life.Now = until - 1.Milliseconds;
        var owner = _life.SignIn(RachelsMail);
        _life.StepUp(owner, RachelsMail);
        var limited = _life.GivePassword(Life.Elsewhere);
        _life.Forget();

        Assert.Equal(new Refusal.AddressDisowned(until), _life.Add(owner, NewMail));
        Assert.Equal(new Refusal.AddressDisowned(until), _life.Enter(limited, NewMail));
        Assert.Empty(_life.Profile.TakeDispatches());

        _life.Now = until;
        Assert.Null(_life.Enter(limited, NewMail));
    }

    /// <summary>R-METH-3: whether it is the account's does not show to who knows only the password.</summary>
    [Fact]
    public void The_refusal_is_the_same_whether_or_not_the_address_is_the_accounts()
    {
        Assert.Null(Disown(RachelsMail));
        Assert.Null(Disown(NewMail));
        var limited = _life.GivePassword(Life.Elsewhere);

        Assert.Equal(_life.Enter(limited, NewMail), _life.Enter(limited, RachelsMail));
    }

    [Fact]
    public void Comes_back_by_its_own_code_and_by_no_other()
    {
        Assert.Null(Disown(RachelsMail));
        var owner = _life.SignIn(RachelsPhone);
        _life.StepUp(owner, RachelsPhone);
        var id = _life.IdOf(RachelsMail);
        Assert.Equal(new Refusal.ProofNeeded(), _life.Profile.BringBackMethod(owner, id, Life.Policy, _life.Now));

        _life.Give(owner, Purpose.BringBack, id);
        Assert.Null(_life.Profile.BringBackMethod(owner, id, Life.Policy, _life.Now));

        Assert.True(_life.Has(RachelsMail));
        Assert.Null(_life.Method(RachelsMail).DisownedAt);
        Assert.Empty(_life.Profile.Disowned);
    }

    [Fact]
    public void Once_it_is_done_it_is_done_again_without_harm()
    {
        Assert.Null(Disown(RachelsMail));
        _life.Forget();
        _ = _life.Profile.TakeCases();

        var again = MailTo(RachelsMail);
        Assert.Null(Ask(again));
        Assert.Null(_life.Profile.Disown(again, Anywhere, default, _ => false, Case, Life.Policy, _life.Now));

        Assert.Empty(_life.Profile.TakeDispatches());
        Assert.Empty(_life.Profile.TakeCases());
        Assert.Empty(_life.Told());
    }

    [Fact]
    public void Wrong_codes_count_as_all_others_do_and_block_where_they_come_from()
    {
        for (var code = 0; code < 2; code++)
        {
            var mail = MailTo(RachelsMail);
            Assert.Null(Ask(mail));
            for (var time = 0; time < 5; time++)
                _ = Prove(mail, OpenOf(mail), rightly: false);
            _life.Pass(1.Minutes);
        }

        var end = _life.Now + 24.Hours;
        Assert.Equal(new Refusal.Blocked(BlockScope.MethodAtSource, BlockReason.UnusualActivity, end), Ask(MailTo(RachelsMail)));
        Assert.Null(_life.Profile.AskToDisown(MailTo(RachelsMail), Life.Elsewhere, _life.Code(), Life.Policy, _life.Now));
        Assert.True(_life.Has(RachelsMail));
    }

    [Fact]
    public void The_waits_are_those_of_the_address_whichever_mail_asks()
    {
        var mail = MailTo(RachelsMail);
        Assert.Null(Ask(mail));
        Assert.Null(Ask(mail));
        Assert.Single(_life.Profile.TakeDispatches());

        Assert.Equal(new Refusal.TooSoon(_life.Now + 30.Seconds), Ask(MailTo(RachelsMail)));
        Assert.Equal(new Refusal.TooSoon(_life.Now + 30.Seconds), Again(mail));
        _life.Pass(30.Seconds);
        Assert.Null(Again(mail));
        Assert.Null(Assert.Single(_life.Profile.TakeDispatches()).Code);
    }

    [Fact]
    public void Ten_codes_a_day_go_to_one_address_for_this()
    {
        var first = _life.Now;
        for (var time = 0; time < 10; time++)
        {
            Assert.Null(Ask(MailTo(RachelsMail)));
            _life.Pass(11.Minutes);
        }

        Assert.Equal(new Refusal.TooSoon(first + 1.Days), Ask(MailTo(RachelsMail)));
    }

    [Fact]
    public void Its_code_lives_ten_minutes_and_takes_five_tries()
    {
        var mail = MailTo(RachelsMail);
        Assert.Null(Ask(mail));
        var asked = OpenOf(mail);
        for (var left = 4; left >= 0; left--)
            Assert.Equal(new Refusal.WrongCode(left), Prove(mail, asked, rightly: false));
        Assert.Equal(new Refusal.WrongCode(0), Prove(mail, asked));

        _life.Pass(1.Minutes);
        Assert.Null(Ask(mail));
        asked = OpenOf(mail);
        _life.Pass(10.Minutes);
        Assert.IsType<Refusal.CodeExpired>(Prove(mail, asked));
    }

    private CodeMail MailTo(Contact contact)
    {
        var method = _life.Profile.Methods.FirstOrDefault(known => known.Contact == contact)?.Id ?? MethodId.New(_life.Now);
        return new(Guid.CreateVersion7(_life.Now), method, contact, "en", null);
    }

    private Refusal? Ask(CodeMail mail) => _life.Profile.AskToDisown(mail, Anywhere, _life.Code(), Life.Policy, _life.Now);

    private Refusal? Again(CodeMail mail) => _life.Profile.SendDisowningAgain(mail, Anywhere, _life.Code(), Life.Policy, _life.Now);

    private Challenge OpenOf(CodeMail mail) => _life.Profile.OpenDisowning(mail, _life.Now)!;

    private Refusal? Prove(CodeMail mail, Challenge asked, bool rightly = true) =>
        _life.Profile.Disown(mail, Anywhere, asked.Id, _ => rightly, Case, Life.Policy, _life.Now);

    private Refusal? Disown(Contact contact)
    {
        var mail = MailTo(contact);
        return Ask(mail) ?? Prove(mail, OpenOf(mail));
    }
}
