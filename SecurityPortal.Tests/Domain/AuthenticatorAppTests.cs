using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

public sealed class AuthenticatorAppTests
{
    private readonly Life _life = Life.With(RachelsMail);

    [Fact]
    public void Counts_for_nothing_before_one_right_code_of_it()
    {
        var by = SignedIn();

        var app = Begin(by);
        Assert.False(app.IsUsable);
        Assert.IsType<Refusal.WrongCode>(Answer(by, app, step: null));
        Assert.Equal(new Refusal.NoCodeAsked(), _life.Profile.ConfirmMethod(by, app.Id, 0, Life.Policy, _life.Now));

        Assert.Null(Answer(by, app, step: 7));
        Assert.Null(_life.Profile.ConfirmMethod(by, app.Id, 0, Life.Policy, _life.Now));
        Assert.True(app.IsUsable);
    }

    [Fact]
    public void Takes_the_place_of_one_that_was_begun_before_and_not_bound()
    {
        var by = SignedIn();

        var first = Begin(by);
        var second = Begin(by);

        Assert.DoesNotContain(first, _life.Profile.Methods);
        Assert.Contains(second, _life.Profile.Methods);
    }

    [Fact]
    public void Is_sent_nothing_neither_a_code_nor_a_notice()
    {
        var app = Bound();
        _life.Forget();

        Assert.Null(_life.Ask(_life.GivePassword(), Purpose.SignIn, app.Id));

        Assert.Empty(_life.Profile.TakeDispatches());
        var by = SignedIn();
        Assert.Null(_life.Profile.RenameMethod(by, app.Id, "Pocket", Life.Policy, _life.Now));
        Assert.Equal([RachelsMail], _life.ToldOf<SecurityEvent.MethodRenamed>());
    }

    [Fact]
    public void Signs_in_and_takes_each_step_once()
    {
        var app = Bound();
        var first = _life.GivePassword();
        Assert.Null(_life.GiveStep(first, Purpose.SignIn, app.Id, 100));
        Assert.Null(_life.Profile.CompleteSignIn(first, app.Id, SessionId.New(_life.Now), Life.Policy, _life.Now));

        var second = _life.GivePassword();
        Assert.Equal(new Refusal.AppCodeUsed(), _life.GiveStep(second, Purpose.SignIn, app.Id, 100));
        Assert.Equal(new Refusal.AppCodeUsed(), _life.GiveStep(second, Purpose.SignIn, app.Id, 99));
        Assert.Null(_life.GiveStep(second, Purpose.SignIn, app.Id, 101));
    }

    [Fact]
    public void A_code_that_was_right_before_is_no_wrong_try()
    {
        var app = Bound();
        var by = _life.GivePassword();
        Assert.Null(_life.GiveStep(by, Purpose.SignIn, app.Id, 100));

        var again = _life.GivePassword();
        for (var i = 0; i < 20; i++)
            Assert.Equal(new Refusal.AppCodeUsed(), _life.GiveStep(again, Purpose.SignIn, app.Id, 100));

        Assert.Null(_life.GiveStep(again, Purpose.SignIn, app.Id, 101));
    }

    [Fact]
    public void Wrong_codes_of_it_block_it_at_their_source_as_any_others_do()
    {
        var app = Bound();
        var by = _life.GivePassword();

        for (var i = 0; i < Life.Policy.Codes.FailuresBeforeBlock; i++)
            _ = _life.GiveStep(by, Purpose.SignIn, app.Id, null);

        Assert.IsType<Refusal.Blocked>(_life.GiveStep(by, Purpose.SignIn, app.Id, 100));
        Assert.Null(_life.GiveStep(_life.GivePassword(Life.Elsewhere), Purpose.SignIn, app.Id, 100));
    }

    [Fact]
    public void Its_challenge_is_answered_by_no_code_that_would_have_been_sent()
    {
        var app = Bound();
        var by = _life.GivePassword();
        Assert.Null(_life.Ask(by, Purpose.SignIn, app.Id));

        Assert.Equal(new Refusal.NoCodeAsked(), _life.Answer(by, Purpose.SignIn, app.Id));
        Assert.Equal(new Refusal.NoCodeAsked(), _life.SendAgain(by, _life.Asked(by, Purpose.SignIn, app.Id)));
    }

    [Fact]
    public void Has_no_language_and_takes_no_test_message()
    {
        var app = Bound();
        var by = SignedIn();

        Assert.Equal(new Refusal.NoSuchMethod(), _life.Profile.SetMethodLanguage(by, app.Id, "de", Life.Policy, _life.Now));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Profile.WhyNoTest(by, app.Id, Life.Policy, _life.Now, out _));
    }

    [Fact]
    public void Is_a_second_method_as_far_as_the_reminder_goes()
    {
        var (one, two) = (Life.UsedLately(RachelsMail), Life.UsedLately(RachelsMail));
        two.Profile.Grant(Life.App(two.Now - 40.Days));

        Assert.True(one.Asks(one.SignIn(RachelsMail)));
        Assert.False(two.Asks(two.SignIn(RachelsMail)));
    }

    private Asker SignedIn()
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        return by;
    }

    private SecurityMethod Begin(Asker by)
    {
        var id = MethodId.New(_life.Now);
        Assert.Null(_life.Profile.AddApp(by, id, "sealed", ChallengeId.New(_life.Now), Life.Policy, _life.Now));
        return _life.Profile.Methods.Single(method => method.Id == id);
    }

    private Refusal? Answer(Asker by, SecurityMethod app, long? step) =>
        _life.Profile.ProveByApp(by, Purpose.ConfirmMethod, _life.Asked(by, Purpose.ConfirmMethod, app.Id).Id, _ => step, Life.Policy, _life.Now);

    private SecurityMethod Bound()
    {
        var app = Life.App(_life.Now - 40.Days);
        _life.Profile.Grant(app);
        return app;
    }
}
