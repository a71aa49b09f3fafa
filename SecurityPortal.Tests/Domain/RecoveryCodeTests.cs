using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

public sealed class RecoveryCodeTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void Ten_codes_each_work_once()
    {
        _ = _life.SaveCodes(RachelsMail);

        for (var i = 0; i < RecoveryCodeSet.Size; i++)
        {
            Assert.Null(_life.UseCode(_life.GivePassword(), Purpose.SignIn, i));
            Assert.Equal(new Refusal.RecoveryCodeSpent(), _life.UseCode(_life.GivePassword(), Purpose.SignIn, i));
        }

        Assert.False(_life.Profile.HasRecoveryCodes);
    }

    [Fact]
    public void One_gets_its_owner_in_at_once()
    {
        var set = _life.SaveCodes(RachelsMail);
        var by = _life.GivePassword();

        Assert.Null(_life.UseCode(by, Purpose.SignIn, 0));
        Assert.Null(_life.Profile.CompleteSignIn(by, set.Id, SessionId.New(_life.Now), Life.Policy, _life.Now));
    }

    [Fact]
    public void One_that_signs_in_cancels_a_pending_replacement()
    {
        var set = _life.SaveCodes(RachelsMail);
        _ = _life.Replace(NewMail);
        var by = _life.GivePassword();

        Assert.Null(_life.UseCode(by, Purpose.SignIn, 0));
        Assert.Null(_life.Profile.CompleteSignIn(by, set.Id, SessionId.New(_life.Now), Life.Policy, _life.Now));

        Assert.Null(_life.Profile.Pending);
    }

    [Fact]
    public void The_old_ones_work_until_the_new_ones_are_said_to_be_kept_and_never_after()
    {
        var old = _life.SaveCodes(RachelsMail);
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        var made = Sheets.New(_life.Now);
        Assert.Null(_life.Profile.MakeRecoveryCodes(by, made, Life.Policy, _life.Now));
        Assert.Null(UseOld(old, place: 0));

        Assert.Null(_life.Profile.SaveRecoveryCodes(by, made.Id, Life.Policy, _life.Now));

        Assert.Equal(made.Id, _life.Profile.RecoveryCodes!.Id);
        Assert.Equal(RecoveryCodeSet.Size, _life.Profile.RecoveryCodes.Left);
        Assert.Equal(new Refusal.WrongRecoveryCode(), UseOld(old, place: 1));
    }

    [Fact]
    public void What_was_shown_and_not_kept_goes_with_its_session()
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        var made = Sheets.New(_life.Now);
        Assert.Null(_life.Profile.MakeRecoveryCodes(by, made, Life.Policy, _life.Now));

        Assert.Null(_life.Profile.EndSession(by, by.Session, Life.Policy, _life.Now));

        Assert.Null(_life.Profile.ShownRecoveryCodes);
        Assert.Equal(new Refusal.NoRecoveryCodes(), _life.UseCode(_life.GivePassword(), Purpose.SignIn, 0));
    }

    [Fact]
    public void Only_the_session_that_was_shown_them_can_say_that_they_are_kept()
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        var made = Sheets.New(_life.Now);
        Assert.Null(_life.Profile.MakeRecoveryCodes(by, made, Life.Policy, _life.Now));

        var other = _life.SignIn(RachelsPhone);
        _life.StepUp(other, RachelsPhone);

        Assert.Equal(new Refusal.NoSuchMethod(), _life.Profile.SaveRecoveryCodes(other, made.Id, Life.Policy, _life.Now));
    }

    [Fact]
    public void Wrong_ones_hold_them_back_at_their_source_alone()
    {
        _ = _life.SaveCodes(RachelsMail);
        var stranger = _life.GivePassword(Life.Elsewhere);

        for (var i = 0; i < 60; i++)
            _ = _life.UseCode(stranger, Purpose.SignIn, null);

        Assert.IsType<Refusal.Blocked>(_life.UseCode(stranger, Purpose.SignIn, 0));
        Assert.Null(_life.UseCode(_life.GivePassword(), Purpose.SignIn, 0));
    }

    [Fact]
    public void One_is_a_proof_for_a_change()
    {
        _ = _life.SaveCodes(RachelsMail);
        var by = _life.SignIn(RachelsPhone);
        Assert.Equal(new Refusal.ProofNeeded(), _life.Remove(by, RachelsMail));

        Assert.Null(_life.UseCode(by, Purpose.ChangeSecurityInfo, 0));

        Assert.Null(_life.Remove(by, RachelsMail));
    }

    [Fact]
    public void Its_use_is_told_with_how_many_are_left()
    {
        _ = _life.SaveCodes(RachelsMail);
        _life.Forget();

        Assert.Null(_life.UseCode(_life.GivePassword(), Purpose.SignIn, 0));

        var notice = Assert.Single(_life.Told());
        Assert.Equal(9, Assert.IsType<SecurityEvent.RecoveryCodeUsed>(notice.Event).Left);
    }

    [Fact]
    public void They_go_with_all_that_a_replacement_replaces()
    {
        _ = _life.SaveCodes(RachelsMail);
        _ = _life.Replace(NewMail);

        _life.Pass(30.Days);
        _life.Tick();

        Assert.Null(_life.Profile.RecoveryCodes);
    }

    private Refusal? UseOld(RecoveryCodeSet sheet, int place) => _life.Profile.UseRecoveryCode(
        _life.GivePassword(), Purpose.SignIn, (_, code) => code.Seal.Hash.SequenceEqual(sheet.Codes[place].Seal.Hash), ChallengeId.New(_life.Now), Life.Policy, _life.Now);
}
