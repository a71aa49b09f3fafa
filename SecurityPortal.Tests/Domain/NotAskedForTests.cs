using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-DEL-7: it is my account, but not me.</summary>
public sealed class NotAskedForTests
{
    private const string Case = "K7M4PQRS";
    private const string Anywhere = "203.0.113.50";

    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void Ends_the_session_that_gave_only_the_password_and_its_code()
    {
        var thief = _life.GivePassword(Life.Elsewhere);
        var other = _life.GivePassword();
        Assert.Null(_life.Ask(thief, Purpose.SignIn, _life.IdOf(RachelsMail)));
        var asked = _life.Asked(thief, Purpose.SignIn, _life.IdOf(RachelsMail));
        _life.Forget();

        Report(asked);

        Assert.Null(_life.Session(thief));
        Assert.NotNull(_life.Session(other));
        Assert.Contains(asked.Id, _life.Profile.TakeEndedChallenges());
    }

    [Fact]
    public void Leaves_a_full_session_in_and_takes_back_what_the_code_proved()
    {
        var owner = _life.SignIn(RachelsPhone);
        _life.StepUp(owner, RachelsMail);

        Report(_life.Asked(owner, Purpose.ChangeSecurityInfo, _life.IdOf(RachelsMail)));

        Assert.NotNull(_life.Session(owner));
        Assert.Null(_life.Profile.ChangeProof(owner.Session, Life.Policy, _life.Now));
    }

    [Fact]
    public void Is_told_to_all_others_and_to_staff()
    {
        var thief = _life.GivePassword(Life.Elsewhere);
        Assert.Null(_life.Ask(thief, Purpose.SignIn, _life.IdOf(RachelsMail)));
        _life.Forget();

        Report(_life.Asked(thief, Purpose.SignIn, _life.IdOf(RachelsMail)));

        Assert.Equal([RachelsPhone], _life.ToldOf<SecurityEvent.CodeNotAskedFor>());
        var opened = Assert.Single(_life.Profile.TakeCases());
        Assert.Equal((CaseKind.CodeNotAskedFor, Case, Anywhere, _life.Now), (opened.Kind, opened.Number, opened.Source, opened.OpenedAt));
    }

    [Fact]
    public void Whoever_reads_an_address_that_was_only_typed_reports_and_changes_nothing_else()
    {
        var thief = _life.GivePassword(Life.Elsewhere);
        Assert.Null(_life.Enter(thief, NewMail));
        var asked = _life.Asked(thief, Purpose.ConfirmNewInfo, _life.Entered(thief, NewMail).Id);

        Report(asked, NewMail);

        Assert.NotNull(_life.Session(thief));
        Assert.Null(_life.Profile.AsksWholeUntil);
        Assert.Equal(new Refusal.CodeExpired(_life.Now), _life.Answer(thief, asked.Id));
        Assert.Single(_life.Profile.TakeCases());
    }

    [Fact]
    public void Asks_for_the_whole_contact_for_a_day_to_the_millisecond()
    {
        Report(null);
        var by = _life.GivePassword();
        Assert.Equal(new Refusal.WholeContactNeeded(), _life.Ask(by, Purpose.SignIn, _life.IdOf(RachelsPhone)));

        _life.Pass(1.Days - 1.Milliseconds);
        by = _life.GivePassword();
        Assert.Equal(new Refusal.WholeContactNeeded(), _life.Ask(by, Purpose.SignIn, _life.IdOf(RachelsPhone)));
        _life.Pass(1.Milliseconds);
        Assert.Null(_life.Ask(by, Purpose.SignIn, _life.IdOf(RachelsPhone)));
    }

    private void Report(Challenge? asked, Contact? to = null) =>
        _life.Profile.ReportCode(new(Guid.CreateVersion7(_life.Now), asked?.Method ?? _life.IdOf(RachelsMail), to ?? RachelsMail, "en", asked?.Id), Anywhere, Case, isSaid: false, Life.Policy, _life.Now);
}
