using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-ACT-1: a right password that no code follows is told to the owner, once a day.</summary>
public sealed class UnfinishedTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void Is_told_to_all_when_no_code_has_followed_for_fifteen_minutes()
    {
        var thief = _life.GivePassword(Life.Elsewhere);
        var given = _life.Now;
        _life.Pass(15.Minutes - 1.Milliseconds);
        _life.Tick();
        Assert.Empty(_life.Told());

        _life.Pass(1.Milliseconds);
        _life.Tick();

        var notice = Assert.Single(_life.Told());
        var known = Assert.IsType<SecurityEvent.PasswordKnown>(notice.Event);
        Assert.Equal((given, thief.Session, Life.Elsewhere, "Chrome on Linux"), (known.At, known.By, known.Source, known.Browser));
        Assert.Equal([(RachelsMail, LinkUse.Report), (RachelsPhone, LinkUse.Report)], notice.Recipients.Select(recipient => (recipient.Contact, recipient.Link)));
    }

    [Fact]
    public void Makes_the_account_due_so_that_the_worker_tells_of_it()
    {
        _ = _life.GivePassword();

        Assert.Equal(_life.Now + 15.Minutes, _life.Profile.DueAt);
        _life.Pass(15.Minutes);
        _life.Tick();
        Assert.Null(_life.Profile.DueAt);
    }

    [Fact]
    public void Is_told_however_the_session_ended()
    {
        var thief = _life.GivePassword();
        Assert.Null(_life.Profile.EndSession(thief, thief.Session, Life.Policy, _life.Now));
        IsTold();

        _life.Pass(2.Days);
        _ = _life.GivePassword();
        for (var crowd = 0; crowd < 10; crowd++)
            _ = _life.GivePassword();
        IsTold();

        _life.Pass(2.Days);
        _ = Open("b-1");
        _ = Open("b-1");
        IsTold();
    }

    [Fact]
    public void Is_not_told_once_a_code_was_entered_in_that_session_or_later_in_that_browser()
    {
        _ = _life.SignIn(RachelsMail);
        IsNotTold();

        _ = Open("b-1");
        _life.Pass(5.Minutes);
        var again = Open("b-1");
        _life.Give(again, Purpose.SignIn, _life.IdOf(RachelsMail));
        _ = _life.Complete(again, RachelsMail);
        IsNotTold();
    }

    [Fact]
    public void Is_told_although_the_owner_signs_in_elsewhere()
    {
        _ = Open("thief");
        var owner = Open("owner");
        _life.Give(owner, Purpose.SignIn, _life.IdOf(RachelsMail));
        _ = _life.Complete(owner, RachelsMail);

        IsTold();
    }

    [Fact]
    public void Browsers_without_a_cookie_are_not_taken_for_one_another()
    {
        _ = _life.GivePassword(Life.Elsewhere);
        _ = _life.SignIn(RachelsMail);

        IsTold();
    }

    [Fact]
    public void Is_not_told_of_what_everybody_hears_of_anyway()
    {
        _ = _life.Replace(NewMail);
        _life.Forget();

        IsNotTold();
    }

    [Fact]
    public void Is_told_once_a_day_however_many_there_are()
    {
        for (var tries = 0; tries < 8; tries++)
            _ = _life.GivePassword(Life.Elsewhere);
        Assert.Equal(5, _life.Profile.Unfinished.Length);
        IsTold();

        for (var hours = 1; hours < 24; hours++)
        {
            _ = _life.GivePassword();
            _life.Pass(1.Hours);
            _life.Tick();
        }

        Assert.Empty(_life.Told());
        _life.Pass(1.Hours);
        _ = _life.GivePassword();
        IsTold();
    }

    [Fact]
    public void Nothing_is_told_where_nobody_could_be_told_or_a_link_led_there()
    {
        var newcomer = Life.With();
        _ = newcomer.GivePassword();
        newcomer.Pass(20.Minutes);
        newcomer.Tick();
        Assert.Empty(newcomer.Told());
        Assert.Empty(newcomer.Profile.Unfinished);

        _ = _life.SignIn(RachelsMail);
        Assert.Null(_life.Profile.Restriction);
        _life.Profile.OpenLimitedSession(_life.NewSession() with { UndoesWith = _life.IdOf(RachelsMail) }, Life.Policy, _life.Now);
        IsNotTold();
    }

    [Fact]
    public void A_new_password_is_known_to_nobody()
    {
        _ = _life.Replace(NewMail);
        Assert.Null(_life.Profile.SayWhoStarted(_life.SignIn(RachelsMail), wasOwner: false, Life.Policy, _life.Now));
        _life.Pass(1.Seconds);
        var owner = _life.SignIn(RachelsMail);
        _ = _life.GivePassword(Life.Elsewhere);

        Assert.Null(_life.Profile.ChangeDistrustedPassword(owner, "new", Life.Policy, _life.Now));
        _life.Forget();

        IsNotTold();
    }

    /// <summary>A browser that is remembered is known, whoever sits in front of it.</summary>
    [Fact]
    public void A_remembered_browser_is_known()
    {
        var owner = Open("owner");
        _life.Give(owner, Purpose.SignIn, _life.IdOf(RachelsMail));
        _ = _life.Complete(owner, RachelsMail, remembers: true);
        _life.Forget();

        _ = Open("owner");

        IsNotTold();
    }

    private Asker Open(string browser)
    {
        var session = _life.NewSession() with { BrowserId = browser };
        _life.Profile.OpenLimitedSession(session, Life.Policy, _life.Now);
        return new(session.Id, session.Source, browser);
    }

    private void IsTold() => Assert.IsType<SecurityEvent.PasswordKnown>(Assert.Single(Later()).Event);

    private void IsNotTold() => Assert.Empty(Later());

    private IReadOnlyList<Notice> Later()
    {
        _life.Pass(15.Minutes);
        _life.Tick();
        return _life.Told();
    }
}
