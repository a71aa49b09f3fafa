using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-HELP-5, R-METH-13: <em>It is lost or stolen</em>.</summary>
public sealed class LosingTests
{
    private const string Number = "K7M4PQRS";

    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);
    private readonly Asker _by;

    public LosingTests()
    {
        _by = _life.SignIn(RachelsMail);
        _life.Forget();
    }

    [Fact]
    public void Takes_no_proof_and_opens_a_case()
    {
        Assert.Null(Report(_by, RachelsPhone));

        var opened = Assert.Single(_life.Profile.TakeCases());
        Assert.Equal((CaseKind.LostDevice, Number, _life.IdOf(RachelsPhone), _by.Source), (opened.Kind, opened.Number, opened.Method!.Value, opened.Source));
        Assert.Equal(_life.Now, _life.Method(RachelsPhone).LostAt);
    }

    [Fact]
    public void Is_open_to_a_full_session_only()
    {
        var limited = _life.GivePassword();

        Assert.Equal(new Refusal.NotFullySignedIn(), Report(limited, RachelsPhone));
        Assert.Equal(new Refusal.SignedOut(), Report(new(SessionId.New(_life.Now), Life.Home), RachelsPhone));
    }

    [Fact]
    public void It_is_offered_nowhere_any_more()
    {
        Assert.Null(Report(_by, RachelsPhone));
        var phone = _life.IdOf(RachelsPhone);

        Assert.False(_life.Has(RachelsPhone));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(_life.GivePassword(), Purpose.SignIn, phone));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(_by, Purpose.ChangeSecurityInfo, phone));
        Assert.Null(_life.Profile.ResetBy(RachelsPhone, _life.Now));
        Assert.Equal(new Refusal.NoSuchMethod(), Report(_by, RachelsPhone));
    }

    [Fact]
    public void Nobody_else_stays_in_and_no_browser_is_remembered()
    {
        var thief = _life.SignIn(RachelsPhone, Life.Elsewhere);
        var limited = _life.GivePassword(Life.Elsewhere);
        _ = _life.SignInAndRemember(RachelsMail, "tablet");

        Assert.Null(Report(_by, RachelsPhone));

        Assert.Null(_life.Session(thief));
        Assert.Null(_life.Session(limited));
        Assert.NotNull(_life.Session(_by));
        Assert.Empty(_life.Profile.RememberedBrowsers);
    }

    [Fact]
    public void What_was_proved_by_it_is_worth_nothing_any_more_in_this_session_either()
    {
        _life.StepUp(_by, RachelsPhone);
        Assert.Null(Report(_by, RachelsPhone));

        Assert.Equal(new Refusal.ProofNeeded(), _life.Add(_by, NewMail));
    }

    [Fact]
    public void All_destinations_and_the_one_concerned_are_told()
    {
        Assert.Null(Report(_by, RachelsPhone));

        var notice = Assert.Single(_life.Told());
        Assert.Equal(new SecurityEvent.MethodReportedLost(RachelsPhone, Number) { At = _life.Now, By = _by.Session }, notice.Event);
        Assert.Equal([RachelsMail, RachelsPhone], notice.Recipients.Select(recipient => recipient.Contact).OrderBy(contact => contact.Kind));
        Assert.All(notice.Recipients, recipient => Assert.Equal(LinkUse.Report, recipient.Link));
    }

    [Fact]
    public void From_then_on_it_is_told_nothing_because_a_thief_reads_it()
    {
        Assert.Null(Report(_by, RachelsPhone));
        _life.Forget();

        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Profile.RenameMethod(_by, _life.IdOf(RachelsMail), "Mine", Life.Policy, _life.Now));
        Assert.Equal([RachelsMail], _life.ToldOf<SecurityEvent.MethodRenamed>());

        _ = _life.Replace(NewMail);
        Assert.Equal([RachelsMail, NewMail], _life.ToldOf<SecurityEvent.ReplacementStarted>());
    }

    [Fact]
    public void All_that_was_on_one_device_goes_at_once_by_one_case()
    {
        var life = Life.With(RachelsMail, RachelsPhone, NewPhone);
        var app = Life.App(Portal.Noon - 400.Days);
        life.Profile.Grant(app);
        var by = life.SignIn(RachelsMail);
        life.Forget();

        Assert.Null(life.Profile.ReportLost(by, [life.IdOf(RachelsPhone), app.Id], knowingly: false, Number, Life.Policy, life.Now));

        Assert.Equal(life.IdOf(RachelsPhone), Assert.Single(life.Profile.TakeCases()).Method);
        Assert.Equal([RachelsMail, NewPhone], life.Profile.Methods.Where(method => method.IsUsable).Select(method => method.Contact));
        var told = life.Told();
        Assert.Equal([RachelsPhone, app.Contact], told.Select(notice => ((SecurityEvent.MethodReportedLost)notice.Event).Contact));
        Assert.DoesNotContain(RachelsPhone, told[1].Recipients.Select(recipient => recipient.Contact));
    }

    [Fact]
    public void The_last_usable_one_stays()
    {
        Assert.Equal(new Refusal.LastMethod(), Report(_by, [RachelsMail, RachelsPhone], knowingly: true));

        Assert.Null(Report(_by, RachelsPhone));
        Assert.Equal(new Refusal.LastMethod(), Report(_by, [RachelsMail], knowingly: true));
        Assert.Null(_life.Method(RachelsMail).LostAt);
    }

    [Fact]
    public void Where_nothing_established_would_stay_it_changes_everything_and_is_asked_for_knowingly()
    {
        var (life, by) = WithANewMail();

        Assert.Equal(new Refusal.ChangesEverything(life.Now + 30.Days), life.Profile.ReportLost(by, [life.IdOf(RachelsPhone)], false, Number, Life.Policy, life.Now));
        Assert.True(life.Has(RachelsPhone));
        Assert.Null(life.Profile.ReportLost(by, [life.IdOf(RachelsPhone)], true, Number, Life.Policy, life.Now));

        Assert.Equal(life.Now + 30.Days, life.Profile.Restriction!.EndsAt);
        Assert.Equal(CaseKind.LostDevice, Assert.Single(life.Profile.TakeCases()).Kind);
    }

    [Fact]
    public void Then_it_is_told_on_and_can_undo_that_because_a_thief_may_have_reported_it()
    {
        var (life, by) = WithANewMail();
        life.Forget();
        Assert.Null(life.Profile.ReportLost(by, [life.IdOf(RachelsPhone)], true, Number, Life.Policy, life.Now));

        var told = life.Told();
        Assert.Empty(told.Single(notice => notice.Event is SecurityEvent.MethodReportedLost).Recipients);
        Assert.Equal(LinkUse.UndoRestriction, told.Single(notice => notice.Event is SecurityEvent.EverythingChanged).Recipients.Single(recipient => recipient.Contact == RachelsPhone).Link);

        var undo = life.NewSession(Life.Elsewhere);
        Assert.Null(life.Profile.OpenUndoSession(undo, life.IdOf(RachelsPhone), Life.Policy, life.Now));
        Asker owner = new(undo.Id, undo.Source);
        life.Give(owner, Purpose.UndoRestriction, life.IdOf(RachelsPhone));
        Assert.Null(life.Profile.UndoRestriction(owner, life.IdOf(RachelsPhone), wasNotOwner: true, Life.Policy, life.Now));
        Assert.True(life.Has(RachelsPhone));
        Assert.Null(life.Method(RachelsPhone).LostAt);
    }

    [Fact]
    public void It_is_open_while_restricted_and_closed_while_a_replacement_is_pending()
    {
        var (life, by) = WithANewMail();
        Assert.Null(life.Remove(by, RachelsPhone, knowingly: true));
        life.Profile.Grant(SecurityMethod.Verified(MethodId.New(life.Now), NewPhone, "en", life.Now, life.Now));
        Assert.Null(life.Profile.ReportLost(by, [life.IdOf(NewPhone)], false, Number, Life.Policy, life.Now));

        _ = _life.Replace(NewMail);
        Assert.Equal(new Refusal.ReplacementPending(_life.Now + 30.Days), Report(_by, RachelsPhone));
    }

    [Fact]
    public void One_that_was_suspended_can_be_reported_too()
    {
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Suspend(_by, RachelsPhone));
        var since = _life.Now;
        _life.Pass(1.Hours);
        var by = _life.SignIn(RachelsMail);

        Assert.Null(Report(by, RachelsPhone));
        Assert.Equal((since, _life.Now), (_life.Method(RachelsPhone).SuspendedAt!.Value, _life.Method(RachelsPhone).LostAt!.Value));
    }

    [Fact]
    public void It_comes_back_by_another_established_method_and_never_by_its_own()
    {
        Assert.Null(Report(_by, RachelsPhone));
        var phone = _life.IdOf(RachelsPhone);

        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(_by, Purpose.BringBack, phone));
        Assert.Equal(new Refusal.ProofNeeded(), BringBack(phone));
        _life.StepUp(_by, RachelsMail);
        Assert.Null(BringBack(phone));

        Assert.True(_life.Has(RachelsPhone));
        Assert.Null(_life.Method(RachelsPhone).LostAt);
    }

    [Fact]
    public void A_proof_of_its_own_that_was_earned_before_does_not_bring_it_back()
    {
        _life.StepUp(_by, RachelsMail);
        Assert.Null(_life.Suspend(_by, RachelsPhone));
        _life.Pass(11.Minutes);
        var phone = _life.IdOf(RachelsPhone);
        _life.Give(_by, Purpose.BringBack, phone);

        Assert.Null(Report(_by, RachelsPhone));
        Assert.Equal(new Refusal.ProofNeeded(), BringBack(phone));
    }

    [Fact]
    public void What_is_not_there_cannot_be_lost()
    {
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Profile.ReportLost(_by, [], true, Number, Life.Policy, _life.Now));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Profile.ReportLost(_by, [_life.IdOf(RachelsPhone), MethodId.New(_life.Now)], true, Number, Life.Policy, _life.Now));
        Assert.True(_life.Has(RachelsPhone));
    }

    [Fact]
    public void The_help_desk_is_advised_to_clear_it()
    {
        Assert.Null(Report(_by, RachelsPhone));

        Assert.Equal(AccountAdvice.ClearLost, _life.Profile.Advice(Life.Policy, _life.Now));
    }

    /// <summary>The phone is established, the new mail is not, and the old one has gone.</summary>
    private static (Life Life, Asker By) WithANewMail()
    {
        var life = Life.With(RachelsPhone);
        var by = life.SignIn(RachelsPhone);
        life.StepUp(by, RachelsPhone);
        life.AddConfirmed(by, NewMail);
        return (life, by);
    }

    private Refusal? Report(Asker by, Contact contact) => Report(by, [contact]);

    private Refusal? Report(Asker by, Contact[] contacts, bool knowingly = false) =>
        _life.Profile.ReportLost(by, [.. contacts.Select(_life.IdOf)], knowingly, Number, Life.Policy, _life.Now);

    private Refusal? BringBack(MethodId id) => _life.Profile.BringBackMethod(_by, id, Life.Policy, _life.Now);
}
