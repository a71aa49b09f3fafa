using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-METH-16, R-PEND-4, R-RESTRICT-3: who hears of what, and what they can do about it.</summary>
public sealed class NoticeTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    public static TheoryData<string> Changes => ["add", "remove", "suspend", "bring back", "rename", "language", "default", "password"];

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_change_is_told_to_all_destinations_and_the_one_concerned_each_with_this_was_not_me(string change)
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        if (change == "bring back")
            Assert.Null(_life.Suspend(by, RachelsPhone));
        if (change == "password")
            by = Distrusted();
        _life.Forget();

        Assert.Null(Do(change, by));

        var notice = Assert.Single(_life.Told());
        Contact[] expected = change == "add" ? [RachelsMail, RachelsPhone, NewMail] : [RachelsMail, RachelsPhone];
        Assert.Equal(expected, notice.Recipients.Select(recipient => recipient.Contact));
        Assert.All(notice.Recipients, recipient => Assert.Equal(LinkUse.Report, recipient.Link));
        Assert.Equal((_life.Now, by.Session), (notice.Event.At, notice.Event.By));
    }

    [Fact]
    public void A_suspended_method_still_hears_of_changes()
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        Assert.Null(_life.Suspend(by, RachelsPhone));
        _life.Forget();

        _life.AddConfirmed(by, NewMail);

        Assert.Contains(RachelsPhone, _life.ToldOf<SecurityEvent.MethodAdded>());
    }

    [Fact]
    public void Old_and_new_are_told_of_a_replacement_on_the_days_that_the_rule_names()
    {
        _ = _life.Replace(NewMail);
        var start = _life.Now;
        List<double> days = [];
        for (_life.Tick(); _life.Profile.Pending is not null; _life.Pass(1.Hours), _life.Tick())
        {
            foreach (var notice in _life.Told())
            {
                Assert.Equal([RachelsMail, RachelsPhone, NewMail], notice.Recipients.Select(recipient => recipient.Contact));
                Assert.Equal([LinkUse.CancelReplacement, LinkUse.CancelReplacement, LinkUse.None], notice.Recipients.Select(recipient => recipient.Link));
                days.Add((_life.Now - start).TotalDays);
            }
        }

        Assert.Equal([0, 1, 7, 14, 21, 27, 29], days);
        Assert.Equal([RachelsMail, RachelsPhone, NewMail], _life.ToldOf<SecurityEvent.ReplacementApplied>());
    }

    [Fact]
    public void One_reminder_stands_for_all_that_were_missed()
    {
        _ = _life.Replace(NewMail);
        _life.Forget();

        _life.Pass(22.Days);
        _life.Tick();

        Assert.IsType<SecurityEvent.ReplacementReminder>(Assert.Single(_life.Told()).Event);
        Assert.Equal(4, _life.Profile.Pending!.NoticesSent);
    }

    [Fact]
    public void All_are_told_of_every_end_and_can_say_that_it_was_not_them()
    {
        _ = _life.Replace(NewMail);
        _life.Forget();
        var by = _life.SignIn(RachelsPhone);
        var cancelled = Assert.Single(_life.Told());
        Assert.Equal([LinkUse.Report, LinkUse.Report, LinkUse.None], cancelled.Recipients.Select(recipient => recipient.Link));
        Assert.Equal(by.Session, cancelled.Event.By);

        _ = _life.Replace(NewMail);
        _life.Forget();
        _life.Pass(30.Days);
        _life.Tick();
        var applied = Assert.Single(_life.Told());
        Assert.Equal([RachelsMail, RachelsPhone, NewMail], applied.Recipients.Select(recipient => recipient.Contact));
        Assert.All(applied.Recipients, recipient => Assert.Equal(LinkUse.Report, recipient.Link));
    }

    [Fact]
    public void What_went_with_everything_is_told_with_the_way_to_undo_it_and_of_all_that_follows()
    {
        var life = Life.With(RachelsMail);
        var by = life.SignIn(RachelsMail);
        life.StepUp(by, RachelsMail);
        life.AddConfirmed(by, NewMail);
        life.AddConfirmed(by, NewPhone);
        life.Forget();

        Assert.Null(life.Remove(by, RachelsMail, knowingly: true));
        var notice = Assert.Single(life.Told());
        Assert.IsType<SecurityEvent.EverythingChanged>(notice.Event);
        Assert.Equal(
            [(RachelsMail, LinkUse.UndoRestriction), (NewMail, LinkUse.Report), (NewPhone, LinkUse.Report)],
            notice.Recipients.Select(recipient => (recipient.Contact, recipient.Link)));

        Assert.Null(life.Suspend(by, NewPhone));
        Assert.Contains(RachelsMail, life.ToldOf<SecurityEvent.MethodSuspended>());
        _ = life.Replace(RachelsPhone);
        Assert.Contains(RachelsMail, life.ToldOf<SecurityEvent.ReplacementStarted>());
    }

    [Fact]
    public void Codes_and_failures_are_told_to_nobody()
    {
        var by = _life.GivePassword();
        Assert.Null(_life.Ask(by, Purpose.SignIn, _life.IdOf(RachelsMail)));
        _ = _life.Answer(by, Purpose.SignIn, _life.IdOf(RachelsMail), rightly: false);

        Assert.Empty(_life.Told());
    }

    private Asker Distrusted()
    {
        _ = _life.Replace(NewMail);
        Assert.Null(_life.Profile.SayWhoStarted(_life.SignIn(RachelsMail), wasOwner: false, Life.Policy, _life.Now));
        _life.Pass(1.Seconds);
        return _life.SignIn(RachelsMail);
    }

    private Refusal? Do(string change, Asker by) => change switch
    {
        "add" => _life.Add(by, NewMail) ?? _life.Confirm(by, NewMail),
        "remove" => _life.Remove(by, RachelsPhone),
        "suspend" => _life.Suspend(by, RachelsPhone),
        "bring back" => _life.Profile.BringBackMethod(by, _life.IdOf(RachelsPhone), Life.Policy, _life.Now),
        "rename" => _life.Profile.RenameMethod(by, _life.IdOf(RachelsPhone), "Mine", Life.Policy, _life.Now),
        "language" => _life.Profile.SetMethodLanguage(by, _life.IdOf(RachelsPhone), "de", Life.Policy, _life.Now),
        "default" => _life.Profile.MakeDefault(by, _life.IdOf(RachelsPhone), Life.Policy, _life.Now),
        _ => _life.Profile.ChangeDistrustedPassword(by, "new", Life.Policy, _life.Now),
    };
}
