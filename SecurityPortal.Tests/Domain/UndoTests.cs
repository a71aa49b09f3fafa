using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-RESTRICT-3: whoever holds what went, and knows the password, takes the change back.</summary>
public sealed class UndoTests
{
    private readonly Life _life = Life.With(RachelsMail);
    private readonly Asker _stranger;
    private readonly MethodId _went;

    public UndoTests()
    {
        _went = _life.IdOf(RachelsMail);
        _stranger = _life.SignIn(RachelsMail, Life.Elsewhere);
        _life.StepUp(_stranger, RachelsMail);
        _life.AddConfirmed(_stranger, NewMail);
        Assert.Null(_life.Profile.MakeDefault(_stranger, _life.IdOf(NewMail), Life.Policy, _life.Now));
        _life.Pass(1.Minutes);
        Assert.Null(_life.Remove(_stranger, RachelsMail, knowingly: true));
    }

    [Fact]
    public void Keeping_both_brings_back_what_went()
    {
        Assert.Null(Undo(wasNotOwner: false));

        Assert.True(_life.Has(RachelsMail));
        Assert.True(_life.Has(NewMail));
        Assert.Null(_life.Profile.Restriction);
        Assert.Equal(_stranger.Session, Assert.Single(_life.Profile.Sessions).Id);
    }

    [Fact]
    public void This_was_not_me_throws_the_new_info_out_ends_sessions_and_distrusts_the_password()
    {
        Assert.Null(Undo(wasNotOwner: true));
        _life.Pass(1.Seconds);

        Assert.Equal(RachelsMail, Assert.Single(_life.Profile.Methods).Contact);
        Assert.Null(_life.Profile.DefaultMethod);
        Assert.Empty(_life.Profile.Sessions);
        Assert.True(_life.Profile.MustChangePassword(_life.Session(_life.SignIn(RachelsMail))!));
    }

    [Fact]
    public void This_was_not_me_throws_out_also_what_has_become_established_meanwhile()
    {
        _life.Now = _life.Method(NewMail).EstablishedAt!.Value;

        Assert.Null(Undo(wasNotOwner: true));

        Assert.Equal(RachelsMail, Assert.Single(_life.Profile.Methods).Contact);
    }

    /// <summary>Where what was established turned out to be VoIP, what went may have been young itself.</summary>
    [Fact]
    public void What_went_comes_back_although_it_was_not_established_itself()
    {
        var life = Life.With(new Contact(MethodKind.Phone, "+445600000000"));
        foreach (var contact in new[] { RachelsMail, NewMail })
            life.Profile.Grant(SecurityMethod.Verified(MethodId.New(life.Now), contact, "en", life.Now, life.Now + 30.Days));
        var by = life.SignIn(RachelsMail);
        life.StepUp(by, RachelsMail);
        Assert.Null(life.Remove(by, RachelsMail, knowingly: true));
        var session = life.NewSession();
        var went = life.IdOf(RachelsMail);
        Assert.Null(life.Profile.OpenUndoSession(session, went, Life.Policy, life.Now));
        Asker undoing = new(session.Id, session.Source);
        life.Give(undoing, Purpose.UndoRestriction, went);

        Assert.Null(life.Profile.UndoRestriction(undoing, went, wasNotOwner: true, Life.Policy, life.Now));

        Assert.True(life.Has(RachelsMail));
        Assert.False(life.Has(NewMail));
    }

    [Fact]
    public void Ends_a_replacement_that_the_stranger_started()
    {
        _ = _life.Replace(NewPhone);

        Assert.Null(Undo(wasNotOwner: true));

        Assert.Null(_life.Profile.Pending);
        _life.Pass(31.Days);
        _life.Tick();
        Assert.True(_life.Has(RachelsMail));
    }

    [Fact]
    public void Takes_a_proof_by_what_went()
    {
        var by = Open();
        Assert.Equal(new Refusal.ProofNeeded(), _life.Profile.UndoRestriction(by, _went, true, Life.Policy, _life.Now));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(by, Purpose.UndoRestriction, _life.IdOf(NewMail)));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(_life.GivePassword(), Purpose.UndoRestriction, _went));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(_stranger, Purpose.UndoRestriction, _went));
    }

    [Fact]
    public void Its_session_can_do_nothing_else()
    {
        var by = Open();
        _ = _life.Replace(NewPhone);
        var info = _life.Profile.Pending!.Infos[0].Id;

        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Ask(by, Purpose.SignIn, _life.IdOf(NewMail)));
        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Ask(by, Purpose.CorrectReplacement, info));
        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Profile.OpenCorrection(by, info, Life.Policy, _life.Now));
        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Enter(by, NewPhone));
        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Add(by, NewPhone));
    }

    [Fact]
    public void Is_open_as_long_as_the_restriction_and_its_session_ends_with_that()
    {
        _life.Pass(30.Days - 5.Minutes);
        var by = Open();
        Assert.Null(_life.Ask(by, Purpose.UndoRestriction, _went));
        var asked = _life.Asked(by, Purpose.UndoRestriction, _went);
        _life.Forget();
        _life.Pass(5.Minutes);

        Assert.Equal(new Refusal.SignedOut(), _life.Answer(by, asked.Id));
        Assert.Contains(asked.Id, _life.Profile.TakeEndedChallenges());
        Assert.Equal(new Refusal.NothingToUndo(), _life.Profile.OpenUndoSession(_life.NewSession(), _went, Life.Policy, _life.Now));
    }

    [Fact]
    public void Cannot_be_opened_with_a_method_that_stayed() =>
        Assert.Equal(new Refusal.NothingToUndo(), _life.Profile.OpenUndoSession(_life.NewSession(), _life.IdOf(NewMail), Life.Policy, _life.Now));

    [Fact]
    public void Happens_once()
    {
        var by = Open();
        _life.Give(by, Purpose.UndoRestriction, _went);
        Assert.Null(_life.Profile.UndoRestriction(by, _went, false, Life.Policy, _life.Now));

        Assert.Equal(new Refusal.NothingToUndo(), _life.Profile.UndoRestriction(by, _went, true, Life.Policy, _life.Now));
    }

    [Fact]
    public void Brings_back_a_method_that_was_suspended_too()
    {
        var life = Life.With(RachelsMail);
        var by = life.SignIn(RachelsMail);
        life.StepUp(by, RachelsMail);
        life.AddConfirmed(by, NewMail);
        Assert.Null(life.Suspend(by, RachelsMail, knowingly: true));
        var session = life.NewSession();
        Assert.Null(life.Profile.OpenUndoSession(session, life.IdOf(RachelsMail), Life.Policy, life.Now));
        Asker undoing = new(session.Id, Life.Home);
        life.Give(undoing, Purpose.UndoRestriction, life.IdOf(RachelsMail));

        Assert.Null(life.Profile.UndoRestriction(undoing, life.IdOf(RachelsMail), false, Life.Policy, life.Now));
        Assert.True(life.Has(RachelsMail));
    }

    private Asker Open()
    {
        var session = _life.NewSession();
        Assert.Null(_life.Profile.OpenUndoSession(session, _went, Life.Policy, _life.Now));
        return new(session.Id, session.Source);
    }

    private Refusal? Undo(bool wasNotOwner)
    {
        var by = Open();
        _life.Give(by, Purpose.UndoRestriction, _went);
        return _life.Profile.UndoRestriction(by, _went, wasNotOwner, Life.Policy, _life.Now);
    }
}
