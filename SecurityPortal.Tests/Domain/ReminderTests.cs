using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-REM-1, R-REM-3: why people are asked whether codes would still reach them, and what ends that.</summary>
public sealed class ReminderTests
{
    private static readonly Contact s_voip = new(MethodKind.Phone, "+445600000000");

    private readonly Life _life = Life.UsedLately(RachelsMail, RachelsPhone);

    [Fact]
    public void Nobody_is_asked_where_all_is_well()
    {
        Assert.False(_life.Asks(_life.SignIn(RachelsMail)));
        Assert.Null(_life.Profile.Reminder);
    }

    [Fact]
    public void One_method_is_too_few()
    {
        var life = Life.UsedLately(RachelsMail);

        Assert.True(life.Asks(life.SignIn(RachelsMail)));
        Assert.Equal([ReminderCause.FewMethods], life.Profile.Reminder!.Causes);
    }

    [Fact]
    public void A_suspended_method_counts_for_none()
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        Assert.Null(_life.Suspend(by, RachelsPhone));

        Assert.True(_life.Asks(_life.SignIn(RachelsMail)));
    }

    /// <summary>The code of the sign-in itself makes up for nothing.</summary>
    [Fact]
    public void No_proof_with_any_method_for_half_a_year_is_a_cause_to_the_second()
    {
        _ = _life.SignInAndRemember(RachelsMail, "laptop");
        for (var day = 0; day < 179; day++)
        {
            _life.Pass(1.Days);
            _ = _life.Enter("laptop") ?? Elsewhere();
        }

        _life.Pass(1.Days - 1.Seconds);
        Assert.Equal([], Reminds());
        _life.Pass(1.Seconds);
        Assert.Equal([ReminderCause.NoProof], Reminds());
        Assert.True(_life.Asks(_life.SignIn(RachelsMail)));

        // So that nobody who comes daily counts as absent, and no code is entered.
        Asker Elsewhere()
        {
            var used = _life.Method(RachelsMail).LastUsedAt;
            var by = _life.SignInAndRemember(RachelsMail, "laptop");
            typeof(SecurityMethod).GetProperty(nameof(SecurityMethod.LastUsedAt))!.SetValue(_life.Method(RachelsMail), used);
            return by;
        }
    }

    [Fact]
    public void No_sign_in_for_a_quarter_is_a_cause_to_the_second()
    {
        _life.Pass(89.Days - 1.Seconds);
        Assert.Equal([], Reminds());
        _life.Pass(1.Seconds);
        Assert.Equal([ReminderCause.NoSignIn], Reminds());
        Assert.True(_life.Asks(_life.SignIn(RachelsMail)));
    }

    [Fact]
    public void A_message_that_came_back_is_a_cause_until_one_arrives()
    {
        _life.Method(RachelsPhone).Note(DeliveryStage.Bounced, DeliveryCause.MailboxFull, _life.Now);
        Assert.Equal([ReminderCause.CameBack], Reminds());
        Assert.True(_life.Asks(_life.SignIn(RachelsMail)));

        _life.Method(RachelsPhone).Note(DeliveryStage.Delivered, null, _life.Now + 1.Seconds);
        Assert.False(_life.Asks(_life.SignIn(RachelsMail)));
        Assert.Null(_life.Profile.Reminder);
    }

    [Fact]
    public void A_code_that_was_entered_since_has_arrived()
    {
        _life.Method(RachelsMail).Note(DeliveryStage.Bounced, DeliveryCause.MailboxFull, _life.Now);
        _life.Pass(1.Minutes);

        // As things stood before this very sign-in.
        Assert.True(_life.Asks(_life.SignIn(RachelsMail)));
        Assert.False(_life.Asks(_life.SignIn(RachelsMail)));
    }

    /// <summary>R-METH-4: the reminder asks for another number.</summary>
    [Fact]
    public void A_number_that_turned_out_to_be_on_the_internet_is_a_cause()
    {
        var life = Life.UsedLately(RachelsMail, RachelsPhone, s_voip);

        Assert.True(life.Asks(life.SignIn(RachelsMail)));
        Assert.Equal([ReminderCause.Voip], life.Profile.Reminder!.Causes);
    }

    [Fact]
    public void A_new_account_is_not_asked_while_it_registers()
    {
        var life = Life.With();
        var by = life.GivePassword();
        life.AddConfirmed(by, NewMail);

        Assert.False(life.Asks(by));
        Assert.Null(life.Profile.Reminder);
    }

    [Fact]
    public void It_is_asked_in_a_remembered_browser_too()
    {
        var life = Life.UsedLately(RachelsMail);
        Assert.Null(life.Skip(life.SignInAndRemember(RachelsMail, "laptop")));
        life.Pass(1.Days);

        Assert.True(life.Asks(life.Enter("laptop")!.Value));
    }

    [Fact]
    public void A_method_that_is_verified_by_its_code_ends_it_in_every_session()
    {
        var life = Life.UsedLately(RachelsMail);
        var (one, other) = (life.SignIn(RachelsMail), life.SignIn(RachelsMail, Life.Elsewhere));
        Assert.True(life.Asks(one) && life.Asks(other));

        life.StepUp(one, RachelsMail);

        Assert.False(life.Asks(one) || life.Asks(other));
        Assert.Null(life.Profile.Reminder);
    }

    [Fact]
    public void The_same_cause_does_not_ask_again_for_ninety_days()
    {
        var life = Life.UsedLately(RachelsMail);
        life.StepUp(life.SignIn(RachelsMail), RachelsMail);
        for (var week = 0; week < 12; week++)
        {
            life.Pass(7.Days);
            Assert.False(life.Asks(life.SignIn(RachelsMail)));
        }

        life.Pass(6.Days - 1.Seconds);
        Assert.False(life.Asks(life.SignIn(RachelsMail)));
        life.Pass(1.Seconds);
        Assert.True(life.Asks(life.SignIn(RachelsMail)));
        Assert.Equal(life.Now, life.Profile.Reminder!.FirstAt);
    }

    [Fact]
    public void Another_cause_asks_meanwhile()
    {
        var life = Life.UsedLately(RachelsMail);
        life.StepUp(life.SignIn(RachelsMail), RachelsMail);
        life.Method(RachelsMail).Note(DeliveryStage.Bounced, null, life.Now + 1.Seconds);

        Assert.True(life.Asks(life.SignIn(RachelsMail)));
        Assert.Equal([ReminderCause.CameBack], life.Profile.Reminder!.Causes);
    }

    [Fact]
    public void The_sign_in_itself_does_not_end_it()
    {
        var life = Life.UsedLately(RachelsMail);
        _ = life.SignIn(RachelsMail);

        Assert.True(life.Asks(life.SignIn(RachelsMail)));
    }

    [Fact]
    public void A_method_that_is_brought_back_by_its_own_code_ends_it()
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        Assert.Null(_life.Suspend(by, RachelsPhone));
        var asked = _life.SignIn(RachelsMail);
        Assert.True(_life.Asks(asked));

        _life.Give(asked, Purpose.BringBack, _life.IdOf(RachelsPhone));

        Assert.False(_life.Asks(asked));
    }

    [Fact]
    public void Where_its_cause_has_mended_it_ends_by_itself_and_its_days_begin_anew_another_time()
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        Assert.Null(_life.Suspend(by, RachelsPhone));
        _ = _life.SignIn(RachelsMail);
        Assert.Null(_life.Profile.BringBackMethod(by, _life.IdOf(RachelsPhone), Life.Policy, _life.Now));

        Assert.False(_life.Asks(_life.SignIn(RachelsMail)));
        Assert.Null(_life.Profile.Reminder);
        Assert.Empty(_life.Profile.QuietCauses);
    }

    [Fact]
    public void An_applied_replacement_ends_it()
    {
        var life = Life.UsedLately(RachelsMail);
        _ = life.SignIn(RachelsMail);
        _ = life.Replace(NewMail);
        life.Pass(30.Days);
        life.Tick();

        Assert.Null(life.Profile.Reminder);
        Assert.Contains(life.Profile.QuietCauses, quiet => quiet is { Cause: ReminderCause.FewMethods });
    }

    private IEnumerable<ReminderCause> Reminds() => _life.Session(_life.GivePassword())!.Reminds;
}
