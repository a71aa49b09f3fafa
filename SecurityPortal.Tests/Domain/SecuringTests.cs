using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-ACT-1: what follows from saying that something was not oneself.</summary>
public sealed class SecuringTests
{
    private const string Number = "K7M4PQRS";

    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void Ends_the_session_that_did_it_and_no_other_without_a_proof()
    {
        var (owner, thief, other) = (_life.SignIn(RachelsMail), _life.SignIn(RachelsMail, Life.Elsewhere), _life.SignIn(RachelsPhone));

        Assert.Null(Dispute(owner, thief.Session));

        Assert.Null(_life.Session(thief));
        Assert.NotNull(_life.Session(owner));
        Assert.NotNull(_life.Session(other));
        var opened = Assert.Single(_life.Profile.TakeCases());
        Assert.Equal((CaseKind.ActivityDisputed, Number, null), (opened.Kind, opened.Number, opened.Method));
    }

    /// <summary>The log names a sign-in by the limited session that it began in.</summary>
    [Fact]
    public void Ends_the_full_session_that_came_of_the_limited_one()
    {
        var owner = _life.SignIn(RachelsMail);
        var limited = _life.GivePassword(Life.Elsewhere);
        _life.Give(limited, Purpose.SignIn, _life.IdOf(RachelsMail));
        var full = _life.Complete(limited, RachelsMail);

        Assert.Null(Dispute(owner, limited.Session));

        Assert.Null(_life.Session(full));
    }

    [Fact]
    public void The_link_of_a_notice_ends_it_too()
    {
        var limited = _life.GivePassword(Life.Elsewhere);
        _life.Give(limited, Purpose.SignIn, _life.IdOf(RachelsMail));
        var full = _life.Complete(limited, RachelsMail);

        _life.Profile.EndReportedSession(limited.Session, Life.Policy, _life.Now);

        Assert.Null(_life.Session(full));
    }

    [Fact]
    public void The_session_that_says_it_goes_on()
    {
        var limited = _life.GivePassword();
        _life.Give(limited, Purpose.SignIn, _life.IdOf(RachelsMail));
        var own = _life.Complete(limited, RachelsMail);

        Assert.Null(Dispute(own, limited.Session));
        Assert.Null(Dispute(own, own.Session));

        Assert.NotNull(_life.Session(own));
    }

    [Fact]
    public void The_strangers_browser_is_forgotten_and_no_other()
    {
        var (owner, thief) = (Remembered("owner", Life.Home), Remembered("thief", Life.Elsewhere));

        Assert.Null(Dispute(owner, thief.Session));

        Assert.Equal("owner", Assert.Single(_life.Profile.RememberedBrowsers).BrowserId);
    }

    /// <summary>Its session has ended by itself, and only its looks are known.</summary>
    [Fact]
    public void The_strangers_browser_is_forgotten_also_when_the_session_has_ended()
    {
        var thief = Remembered("thief", Life.Elsewhere);
        _life.Pass(20.Minutes);
        var owner = Remembered("owner", Life.Home);

        Assert.Null(Dispute(owner, thief.Session, Life.Elsewhere));

        Assert.Equal("owner", Assert.Single(_life.Profile.RememberedBrowsers).BrowserId);
    }

    [Fact]
    public void Only_a_full_session_can_say_it()
    {
        var owner = _life.SignIn(RachelsMail);
        Assert.IsType<Refusal.NotFullySignedIn>(Dispute(_life.GivePassword(), owner.Session));
        Assert.IsType<Refusal.SignedOut>(Dispute(new(SessionId.New(_life.Now), Life.Home), owner.Session));

        Assert.NotNull(_life.Session(owner));
        Assert.Empty(_life.Profile.TakeCases());
    }

    [Fact]
    public void Securing_the_account_leaves_nobody_else_in_and_wants_a_new_password_at_once()
    {
        var (_, thief) = (Remembered("thief", Life.Elsewhere), _life.SignIn(RachelsPhone, Life.Elsewhere));
        _life.Pass(5.Minutes);
        var owner = _life.SignIn(RachelsMail);
        _life.Pass(1.Minutes);
        _life.StepUp(owner, RachelsMail);

        Assert.Null(_life.Profile.SecureAccount(owner, Life.Policy, _life.Now));

        Assert.Null(_life.Session(thief));
        Assert.Empty(_life.Profile.RememberedBrowsers);
        Assert.True(_life.Profile.MustChangePassword(_life.Session(owner)!));
        Assert.IsType<Refusal.PasswordMustChange>(_life.Add(owner, NewMail));
        Assert.IsType<Refusal.PasswordMustChange>(_life.Profile.SecureAccount(owner, Life.Policy, _life.Now));

        Assert.Null(_life.Profile.ChangeDistrustedPassword(owner, "new", Life.Policy, _life.Now));
        Assert.False(_life.Profile.MustChangePassword(_life.Session(owner)!));
    }

    /// <summary>The thief knows the old password, and has a code too.</summary>
    [Fact]
    public void Whoever_signs_in_with_the_distrusted_password_must_change_it_first()
    {
        var owner = _life.SignIn(RachelsMail);
        _life.StepUp(owner, RachelsMail);
        Assert.Null(_life.Profile.SecureAccount(owner, Life.Policy, _life.Now));

        Assert.True(_life.Profile.MustChangePassword(_life.Session(_life.SignIn(RachelsPhone))!));
    }

    [Fact]
    public void While_everything_is_being_replaced_the_password_is_left_as_it_is()
    {
        var owner = _life.SignIn(RachelsMail);
        _ = _life.Replace(NewMail);
        _life.StepUp(owner, RachelsMail);

        Assert.IsType<Refusal.ReplacementPending>(_life.Profile.SecureAccount(owner, Life.Policy, _life.Now));
        Assert.Null(_life.Profile.PasswordDistrustedAt);
    }

    private Refusal? Dispute(Asker by, SessionId session, string source = Life.Home) =>
        _life.Profile.Dispute(by, [new(session, "Chrome on Linux", source)], null, Number, Life.Policy, _life.Now);

    private Asker Remembered(string browser, string source)
    {
        var session = _life.NewSession(source) with { BrowserId = browser };
        _life.Profile.OpenLimitedSession(session, Life.Policy, _life.Now);
        Asker limited = new(session.Id, source, browser);
        _life.Give(limited, Purpose.SignIn, _life.IdOf(RachelsMail));
        return _life.Complete(limited, RachelsMail, remembers: true);
    }
}
