using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>What would be if something were lost now, as the rules would then judge it.</summary>
public sealed class LossForecastTests
{
    [Fact]
    public void It_is_fine_where_something_established_stays()
    {
        var life = Life.With(RachelsMail, RachelsPhone);
        var by = life.SignIn(RachelsMail);

        var forecast = If(life, by, RachelsPhone);

        Assert.Equal((LossVerdict.Fine, LossRemedy.None), (forecast.Verdict, forecast.Remedy));
        life.StepUp(by, RachelsMail);
        Assert.Null(life.Remove(by, RachelsPhone));
    }

    [Fact]
    public void What_stays_and_is_not_established_lets_in_but_taking_off_the_lost_one_closes_everything()
    {
        var life = Life.With(RachelsMail);
        var by = life.SignIn(RachelsMail);
        life.StepUp(by, RachelsMail);
        life.AddConfirmed(by, NewMail);

        var forecast = If(life, by, RachelsMail);

        Assert.Equal((LossVerdict.Weaker, LossRemedy.None, life.Now + 30.Days), (forecast.Verdict, forecast.Remedy, forecast.HealsAt));
        Assert.IsType<Refusal.ChangesEverything>(life.Remove(by, RachelsMail));
        life.Pass(30.Days);
        Assert.Equal(LossVerdict.Fine, If(life, by, RachelsMail).Verdict);
    }

    [Fact]
    public void With_nothing_left_it_takes_the_replacement_unless_another_is_added()
    {
        var life = Life.With(RachelsMail);
        var by = life.SignIn(RachelsMail);

        var forecast = If(life, by, RachelsMail);

        Assert.Equal((LossVerdict.Wait, LossRemedy.AddAnother), (forecast.Verdict, forecast.Remedy));
        Assert.Empty(forecast.Stays);
    }

    [Fact]
    public void What_waits_for_its_code_is_to_be_confirmed()
    {
        var life = Life.With(RachelsMail);
        var by = life.SignIn(RachelsMail);
        life.StepUp(by, RachelsMail);
        Assert.Null(life.Add(by, NewMail));

        var forecast = If(life, by, RachelsMail);

        Assert.Equal((LossRemedy.Confirm, life.Unconfirmed(NewMail).Id), (forecast.Remedy, forecast.MendsWith));
    }

    [Fact]
    public void What_is_suspended_is_to_be_brought_back()
    {
        var life = Life.With(RachelsMail, RachelsPhone);
        var by = life.SignIn(RachelsMail);
        life.StepUp(by, RachelsMail);
        Assert.Null(life.Suspend(by, RachelsPhone));

        var forecast = If(life, by, RachelsMail);

        Assert.Equal((LossVerdict.Wait, LossRemedy.BringBack, life.IdOf(RachelsPhone)), (forecast.Verdict, forecast.Remedy, forecast.MendsWith));
    }

    [Fact]
    public void While_security_info_is_closed_nothing_is_offered_and_the_end_is_told()
    {
        var life = Life.With(RachelsMail);
        var by = life.SignIn(RachelsMail);
        _ = life.Replace(NewMail);

        var forecast = If(life, by, RachelsMail);

        Assert.Equal((LossVerdict.Wait, LossRemedy.None, life.Profile.Pending!.EndsAt), (forecast.Verdict, forecast.Remedy, forecast.ClosedUntil));
    }

    [Fact]
    public void Several_phones_can_be_lost_at_once()
    {
        var life = Life.With(RachelsMail, RachelsPhone, NewPhone);
        var by = life.SignIn(RachelsMail);

        var all = LossForecast.All(life.Profile, by.Session, Life.Policy, life.Now);

        Assert.Equal(4, all.Length);
        Assert.Equal([life.IdOf(RachelsPhone), life.IdOf(NewPhone)], all[^1].Lost);
        Assert.Equal([life.IdOf(RachelsMail)], all[^1].Stays);
    }

    [Fact]
    public void One_phone_is_one_pocket()
    {
        var life = Life.With(RachelsMail, RachelsPhone);
        var by = life.SignIn(RachelsMail);

        Assert.Equal(2, LossForecast.All(life.Profile, by.Session, Life.Policy, life.Now).Length);
    }

    private static LossForecast If(Life life, Asker by, Contact lost) =>
        LossForecast.Of(life.Profile, by.Session, [life.Method(lost)], Life.Policy, life.Now);
}
