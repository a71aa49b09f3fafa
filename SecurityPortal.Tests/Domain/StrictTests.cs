using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>The Strict profile: what signs in is less, and a passkey or an app has to be there.</summary>
public sealed class StrictTests
{
    private static readonly SecurityPolicy s_strict = Life.Policy with { HasCalls = true, Methods = MethodPolicy.Strict(PhoneUse.LowRisk) };
    private static readonly RiskScore s_unusual = new(30, [RiskSignal.NewCountry]);

    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void A_code_by_mail_is_neither_sent_nor_taken_for_signing_in()
    {
        var by = _life.GivePassword();
        Assert.Equal(new Refusal.NotForSignIn(MethodKind.Email), Ask(by, RachelsMail, s_strict));

        // One that was sent while it still signed in.
        Assert.Null(Ask(by, RachelsMail, Life.Policy));
        Assert.Equal(new Refusal.NotForSignIn(MethodKind.Email), Answer(by, RachelsMail, s_strict));
        Assert.Equal(new Refusal.NoCodeAsked(), _life.Profile.CompleteSignIn(by, _life.IdOf(RachelsMail), SessionId.New(_life.Now), s_strict, _life.Now));
    }

    [Theory]
    [InlineData(PhoneUse.Always, false, true)]
    [InlineData(PhoneUse.Always, true, true)]
    [InlineData(PhoneUse.LowRisk, false, true)]
    [InlineData(PhoneUse.LowRisk, true, false)]
    [InlineData(PhoneUse.Never, false, false)]
    [InlineData(PhoneUse.Never, true, false)]
    public void A_code_by_phone_signs_in_as_the_policy_says(PhoneUse phones, bool isUnusual, bool signsIn)
    {
        var policy = s_strict with { Methods = MethodPolicy.Strict(phones) };
        var refusal = signsIn ? null : new Refusal.NotForSignIn(MethodKind.Phone);
        var by = Come(isUnusual);

        Assert.Equal(refusal, Ask(by, RachelsPhone, policy));
        by = Come(isUnusual);
        Assert.Equal(refusal, _life.Profile.CallWithCode(by, Purpose.SignIn, _life.IdOf(RachelsPhone), _life.Code(), policy, _life.Now));
    }

    [Fact]
    public void An_app_signs_in_however_unusual_it_is()
    {
        var app = Life.App(_life.Now - 40.Days);
        _life.Profile.Grant(app);

        Assert.Null(_life.Profile.AskForCode(Come(isUnusual: true), Purpose.SignIn, app.Id, _life.Code(), s_strict, _life.Now));
    }

    [Fact]
    public void A_change_and_a_replacement_take_codes_by_mail_as_ever()
    {
        var by = _life.SignIn(RachelsMail);
        Assert.Null(_life.Profile.AskForCode(by, Purpose.ChangeSecurityInfo, _life.IdOf(RachelsMail), _life.Code(), s_strict, _life.Now));
        Assert.Null(_life.Answer(by, Purpose.ChangeSecurityInfo, _life.IdOf(RachelsMail)));

        Assert.Null(_life.Profile.EnterNewInfo(_life.GivePassword(), NewMail, "en", 0, _life.Code(), s_strict, _life.Now));
    }

    [Fact]
    public void Registering_goes_on_until_there_is_an_app()
    {
        var life = Life.With();
        var by = life.GivePassword();
        life.AddConfirmed(by, NewPhone);
        Assert.Equal(new Refusal.StrongMethodNeeded(), life.Profile.FinishRegistration(by, s_strict, life.Now));

        life.Profile.Grant(Life.App(life.Now));
        Assert.Null(life.Profile.FinishRegistration(by, s_strict, life.Now));
    }

    [Fact]
    public void Who_has_no_app_adds_one_before_anything_else()
    {
        var by = _life.SignIn(RachelsPhone);
        Assert.True(MustStrengthen(_life, by));
        Assert.False(_life.Profile.MustStrengthen(_life.Profile.Find(by.Session)!, Life.Policy));
        Assert.False(MustStrengthen(_life, _life.GivePassword()));

        _life.Profile.Grant(Life.App(_life.Now));
        Assert.False(MustStrengthen(_life, by));
    }

    [Fact]
    public void Where_there_is_no_room_or_all_is_closed_nobody_is_held_for_it()
    {
        var full = Life.With([RachelsMail, RachelsPhone, .. Enumerable.Range(0, Life.Policy.MaxMethods - 2).Select(i => new Contact(MethodKind.Email, $"rachel{i}@post.example"))]);
        Assert.False(MustStrengthen(full, full.SignIn(RachelsMail)));

        var restricted = Life.With(RachelsMail);
        var by = restricted.SignIn(RachelsMail);
        restricted.StepUp(by, RachelsMail);
        restricted.AddConfirmed(by, NewMail);
        Assert.True(MustStrengthen(restricted, by));
        Assert.Null(restricted.Remove(by, RachelsMail, knowingly: true));
        Assert.False(MustStrengthen(restricted, by));
    }

    [Fact]
    public void The_last_app_neither_goes_nor_is_suspended()
    {
        var app = Life.App(_life.Now - 40.Days);
        _life.Profile.Grant(app);
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);

        Assert.Equal(new Refusal.StrongMethodNeeded(), Remove(by, app));
        Assert.Equal(new Refusal.StrongMethodNeeded(), Suspend(by, app));

        _life.Profile.Grant(Life.App(_life.Now - 40.Days));
        Assert.Null(Remove(by, app));
    }

    [Fact]
    public void Who_has_no_app_yet_may_take_off_what_is_left()
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);

        Assert.Null(Remove(by, _life.Method(RachelsPhone)));
    }

    [Fact]
    public void An_app_and_an_address_do_not_do_without_a_password()
    {
        var life = Life.With(RachelsMail);
        life.Profile.Grant(Life.App(life.Now - 40.Days));

        Assert.True(life.Profile.CanDoWithoutPassword(Life.Policy));
        Assert.False(life.Profile.CanDoWithoutPassword(s_strict));
    }

    [Fact]
    public void What_does_not_sign_in_is_nothing_that_stays()
    {
        var by = _life.SignIn(RachelsMail);

        var forecast = LossForecast.Of(_life.Profile, by.Session, [_life.Method(RachelsPhone)], s_strict, _life.Now);

        Assert.Empty(forecast.Stays);
        Assert.Equal((LossVerdict.Wait, LossRemedy.AddAnother), (forecast.Verdict, forecast.Remedy));
    }

    [Fact]
    public void What_does_not_sign_in_still_keeps_a_removal_from_changing_everything()
    {
        var life = Life.With(RachelsMail, RachelsPhone);
        var by = life.SignIn(RachelsMail);
        life.Profile.Grant(SecurityMethod.Verified(MethodId.New(life.Now), NewPhone, "en", life.Now, life.Now + 30.Days));

        var forecast = LossForecast.Of(life.Profile, by.Session, [life.Method(RachelsPhone)], s_strict, life.Now);

        Assert.Equal([life.IdOf(NewPhone)], forecast.Stays);
        Assert.Equal(LossVerdict.Fine, forecast.Verdict);
    }

    [Fact]
    public void A_suspended_address_would_mend_nothing()
    {
        var by = _life.SignIn(RachelsPhone);
        _life.StepUp(by, RachelsPhone);
        Assert.Null(_life.Suspend(by, RachelsMail));

        var forecast = LossForecast.Of(_life.Profile, by.Session, [_life.Method(RachelsPhone)], s_strict, _life.Now);

        Assert.Equal((LossRemedy.AddAnother, null), (forecast.Remedy, forecast.MendsWith));
    }

    [Theory]
    [InlineData(PhoneUse.LowRisk, true)]
    [InlineData(PhoneUse.Never, false)]
    public void Whoever_has_a_phone_gets_in_where_phones_do(PhoneUse phones, bool getsIn) =>
        Assert.Equal(getsIn, _life.Profile.CanSignIn(s_strict with { Methods = MethodPolicy.Strict(phones) }));

    [Fact]
    public void Whoever_has_only_an_address_does_not_get_in() => Assert.False(Life.With(RachelsMail).Profile.CanSignIn(s_strict));

    private Asker Come(bool isUnusual)
    {
        // The whole number was typed, as an unusual sign-in asks for.
        var session = _life.NewSession() with { Risk = isUnusual ? s_unusual : RiskScore.None, Typed = [_life.IdOf(RachelsPhone)] };
        _life.Profile.OpenLimitedSession(session, Life.Policy, _life.Now);
        return new(session.Id, Life.Home);
    }

    private Refusal? Ask(Asker by, Contact contact, SecurityPolicy policy) =>
        _life.Profile.AskForCode(by, Purpose.SignIn, _life.IdOf(contact), _life.Code(), policy, _life.Now);

    private Refusal? Answer(Asker by, Contact contact, SecurityPolicy policy) =>
        _life.Profile.Prove(by, Purpose.SignIn, _life.Asked(by, Purpose.SignIn, _life.IdOf(contact)).Id, _ => true, policy, _life.Now);

    private Refusal? Remove(Asker by, SecurityMethod method) => _life.Profile.RemoveMethod(by, method.Id, knowingly: false, s_strict, _life.Now);

    private Refusal? Suspend(Asker by, SecurityMethod method) => _life.Profile.SuspendMethod(by, method.Id, knowingly: false, s_strict, _life.Now);

    private static bool MustStrengthen(Life life, Asker by) => life.Profile.MustStrengthen(life.Profile.Find(by.Session)!, s_strict);
}
