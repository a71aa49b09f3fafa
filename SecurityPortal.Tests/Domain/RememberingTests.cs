using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-SIGN-3: a browser in which a code was entered needs none to sign in, for a while.</summary>
public sealed class RememberingTests
{
    private const string Laptop = "laptop";
    private const string Library = "library";

    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void The_password_is_enough_in_a_remembered_browser_for_thirty_days_to_the_second()
    {
        _ = _life.SignInAndRemember(RachelsMail, Laptop);
        _life.Pass(30.Days - 1.Seconds);

        var session = _life.Session(_life.Enter(Laptop)!.Value)!;
        Assert.True(session.IsRemembered);
        Assert.Equal(_life.Now, session.FullAt);
        Assert.Equal(_life.Now, _life.Profile.LastSignInAt);

        // To use it makes it last no longer.
        _life.Pass(1.Seconds);
        Assert.Null(_life.Enter(Laptop));
        Assert.Empty(_life.Profile.RememberedBrowsers);
    }

    [Fact]
    public void It_is_not_in_any_other_browser_nor_where_nobody_asked_for_it()
    {
        _ = _life.SignInAndRemember(RachelsMail, Laptop);
        _ = _life.Complete(Proved(Library), RachelsMail);

        Assert.Null(_life.Enter(Library));
        Assert.Equal(_life.Now, Assert.Single(_life.Profile.RememberedBrowsers).LastUsedAt);
    }

    [Fact]
    public void A_browser_without_a_name_is_not_remembered()
    {
        var limited = _life.GivePassword();
        _life.Give(limited, Purpose.SignIn, _life.IdOf(RachelsMail));
        _ = _life.Complete(limited, RachelsMail, remembers: true);

        Assert.Empty(_life.Profile.RememberedBrowsers);
    }

    [Fact]
    public void It_is_told_to_all_and_their_link_names_the_session()
    {
        var by = _life.SignInAndRemember(RachelsMail, Laptop);

        var told = Assert.Single(_life.Told(), notice => notice.Event is SecurityEvent.BrowserRemembered);
        Assert.Equal([RachelsMail, RachelsPhone], told.Recipients.Select(recipient => recipient.Contact));
        Assert.All(told.Recipients, recipient => Assert.Equal(LinkUse.Report, recipient.Link));
        Assert.Equal(by.Session, told.Event.By);
    }

    [Fact]
    public void It_opens_no_change_and_proves_no_method()
    {
        _ = _life.SignInAndRemember(RachelsMail, Laptop);
        var used = _life.Method(RachelsMail).LastUsedAt;
        _life.Pass(1.Days);
        var by = _life.Enter(Laptop)!.Value;

        Assert.Equal(new Refusal.ProofNeeded(), _life.Add(by, NewMail));
        Assert.Equal(new Refusal.ProofNeeded(), _life.Profile.ForgetAllBrowsers(by, Life.Policy, _life.Now));
        Assert.Equal(used, _life.Method(RachelsMail).LastUsedAt);
        Assert.False(_life.Profile.HasProved(by.Session));
    }

    [Fact]
    public void From_medium_risk_on_a_code_is_asked_for()
    {
        _ = _life.SignInAndRemember(RachelsMail, Laptop);

        Assert.NotNull(_life.Enter(Laptop, new(Life.Policy.Risk.Medium - 1, [])));
        Assert.Null(_life.Enter(Laptop, new(Life.Policy.Risk.Medium, [])));
    }

    /// <summary>R-PEND-5: there it leads to the pending page, and cancels nothing.</summary>
    [Fact]
    public void While_a_replacement_is_pending_it_is_not_enough()
    {
        _ = _life.SignInAndRemember(RachelsMail, Laptop);
        _ = _life.Replace(NewMail);

        Assert.Null(_life.Enter(Laptop));
        Assert.NotNull(_life.Profile.Pending);
        Assert.Single(_life.Profile.RememberedBrowsers);
    }

    [Fact]
    public void A_sign_in_that_cancels_a_replacement_remembers_nothing()
    {
        _ = _life.Replace(NewMail);
        var limited = Proved(Laptop);
        Assert.False(_life.Profile.MayRemember(_life.Session(limited)!));

        _ = _life.Complete(limited, RachelsMail, remembers: true);

        Assert.Empty(_life.Profile.RememberedBrowsers);
    }

    [Fact]
    public void Staff_are_asked_for_a_code_each_time()
    {
        var staff = Life.OfStaff(RachelsMail);
        _ = staff.SignInAndRemember(RachelsMail, Laptop);

        Assert.Empty(staff.Profile.RememberedBrowsers);
    }

    [Fact]
    public void The_one_that_was_used_longest_ago_makes_room()
    {
        for (var i = 0; i < SecurityProfile.MostRemembered; i++)
        {
            _ = _life.SignInAndRemember(RachelsMail, $"browser {i}");
            _life.Pass(1.Hours);
        }

        Assert.NotNull(_life.Enter("browser 0"));
        _life.Pass(1.Hours);
        _ = _life.SignInAndRemember(RachelsMail, Laptop);

        Assert.Equal(SecurityProfile.MostRemembered, _life.Profile.RememberedBrowsers.Length);
        Assert.NotNull(_life.Enter("browser 0"));
        Assert.Null(_life.Enter("browser 1"));
    }

    [Fact]
    public void A_browser_that_is_remembered_again_is_one_still_and_its_days_begin_anew()
    {
        _ = _life.SignInAndRemember(RachelsMail, Laptop);
        _life.Pass(20.Days);
        _ = _life.SignInAndRemember(RachelsMail, Laptop);

        Assert.Equal(_life.Now + 30.Days, Assert.Single(_life.Profile.RememberedBrowsers).EndsAt);
    }

    [Fact]
    public void Forgetting_one_takes_a_proof_and_is_told()
    {
        var by = Two();
        Assert.Equal(new Refusal.ProofNeeded(), Forget(by));
        _life.StepUp(by, RachelsMail);
        _life.Forget();

        Assert.Null(Forget(by));
        Assert.Null(_life.Enter(Laptop));
        Assert.NotNull(_life.Enter(Library));
        Assert.Equal([RachelsMail, RachelsPhone], _life.ToldOf<SecurityEvent.BrowserForgotten>());

        // In another tab, say.
        Assert.Null(Forget(by));
        Assert.Empty(_life.Told());

        Refusal? Forget(Asker asker) => _life.Profile.ForgetBrowser(
            asker, _life.Profile.RememberedOf(Laptop, _life.Now)?.Id ?? default, Life.Policy, _life.Now);
    }

    [Fact]
    public void Forgetting_all_is_told_once()
    {
        var by = Two();
        _life.StepUp(by, RachelsMail);
        _life.Forget();

        Assert.Null(_life.Profile.ForgetAllBrowsers(by, Life.Policy, _life.Now));
        Assert.Empty(_life.Profile.RememberedBrowsers);
        _ = _life.ToldOf<SecurityEvent.AllBrowsersForgotten>();
        Assert.Null(_life.Profile.ForgetAllBrowsers(by, Life.Policy, _life.Now));
        Assert.Empty(_life.Told());
    }

    [Fact]
    public void All_end_with_an_applied_replacement()
    {
        // Longer than a replacement takes: by themselves they would still be there.
        var policy = Life.Policy with { Sessions = Life.Policy.Sessions with { Remembered = 90.Days } };
        Assert.Null(_life.Profile.CompleteSignIn(Proved(Laptop), _life.IdOf(RachelsMail), SessionId.New(_life.Now), policy, _life.Now, remembers: true));
        _ = _life.Replace(NewMail);
        _life.Pass(30.Days - 1.Seconds);
        _life.Tick();
        Assert.Single(_life.Profile.RememberedBrowsers);

        _life.Pass(1.Seconds);
        _life.Tick();
        Assert.Empty(_life.Profile.RememberedBrowsers);
    }

    [Fact]
    public void All_end_when_the_owner_did_not_start_a_replacement_and_when_the_password_is_changed()
    {
        _ = Two();
        _ = _life.Replace(NewMail);
        var owner = _life.SignIn(RachelsMail);
        Assert.Null(_life.Profile.SayWhoStarted(owner, wasOwner: false, Life.Policy, _life.Now));
        Assert.Empty(_life.Profile.RememberedBrowsers);

        // Where the password is to be changed first, remembering would be over at once.
        _life.Pass(1.Minutes);
        Assert.False(_life.Profile.MayRemember(_life.Session(_life.GivePassword(browser: Laptop))!));
        var again = _life.SignInAndRemember(RachelsMail, Laptop);
        Assert.Empty(_life.Profile.RememberedBrowsers);
        Assert.Null(_life.Profile.ChangeDistrustedPassword(again, "new hash", Life.Policy, _life.Now));
        _ = _life.SignInAndRemember(RachelsMail, Laptop);
        Assert.Single(_life.Profile.RememberedBrowsers);
    }

    [Fact]
    public void All_stay_when_the_owner_did_start_the_replacement_that_was_cancelled()
    {
        _ = Two();
        _ = _life.Replace(NewMail);
        var owner = _life.SignIn(RachelsMail);
        Assert.Null(_life.Profile.SayWhoStarted(owner, wasOwner: true, Life.Policy, _life.Now));

        Assert.Equal(2, _life.Profile.RememberedBrowsers.Length);
    }

    [Fact]
    public void All_end_when_everything_is_changed_and_again_when_that_was_not_the_owner()
    {
        var life = Life.With(RachelsMail);
        var stranger = life.SignInAndRemember(RachelsMail, Laptop);
        life.StepUp(stranger, RachelsMail);
        life.AddConfirmed(stranger, NewMail);
        Assert.Null(life.Remove(stranger, RachelsMail, knowingly: true));
        Assert.Empty(life.Profile.RememberedBrowsers);

        _ = life.SignInAndRemember(NewMail, Laptop);
        Assert.NotNull(life.Enter(Laptop));
        var went = life.IdOf(RachelsMail);
        var undo = life.NewSession();
        Assert.Null(life.Profile.OpenUndoSession(undo, went, Life.Policy, life.Now));
        life.Give(new(undo.Id, undo.Source), Purpose.UndoRestriction, went);
        Assert.Null(life.Profile.UndoRestriction(new(undo.Id, undo.Source), went, wasNotOwner: true, Life.Policy, life.Now));

        Assert.Empty(life.Profile.RememberedBrowsers);
        Assert.Null(life.Enter(Laptop));
    }

    [Fact]
    public void With_a_reported_session_goes_its_browser_and_what_was_opened_for_that()
    {
        var remembered = _life.SignInAndRemember(RachelsMail, Laptop);
        _ = _life.SignInAndRemember(RachelsMail, Library);
        var entered = _life.Enter(Laptop)!.Value;
        Assert.Null(_life.Profile.EndSession(remembered, remembered.Session, Life.Policy, _life.Now));

        _life.Profile.EndReportedSession(remembered.Session, Life.Policy, _life.Now);

        Assert.Null(_life.Session(entered));
        Assert.Null(_life.Enter(Laptop));
        Assert.NotNull(_life.Enter(Library));
    }

    [Fact]
    public void To_end_a_session_forgets_no_browser()
    {
        var by = _life.SignInAndRemember(RachelsMail, Laptop);
        Assert.Null(_life.Profile.EndAllSessions(by, Life.Policy, _life.Now));

        Assert.Empty(_life.Profile.Sessions);
        Assert.NotNull(_life.Enter(Laptop));
    }

    private Asker Two()
    {
        _ = _life.SignInAndRemember(RachelsMail, Laptop);
        var by = _life.SignInAndRemember(RachelsMail, Library);
        _life.Forget();
        return by;
    }

    private Asker Proved(string browser)
    {
        var limited = _life.GivePassword(browser: browser);
        _life.Give(limited, Purpose.SignIn, _life.IdOf(RachelsMail));
        return limited;
    }
}
