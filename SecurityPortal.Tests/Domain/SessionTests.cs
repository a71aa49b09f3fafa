using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-SIGN-5.</summary>
public sealed class SessionTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void Ends_when_it_was_not_used_for_fifteen_minutes()
    {
        var by = _life.SignIn(RachelsMail);

        _life.Pass(15.Minutes - 1.Milliseconds);
        _life.Tick();
        Assert.NotNull(_life.Session(by));

        _life.Pass(1.Milliseconds);
        _life.Tick();
        Assert.Null(_life.Session(by));
    }

    [Fact]
    public void Of_staff_ends_after_ten_idle_minutes()
    {
        var staff = Life.OfStaff(RachelsMail);
        var by = staff.SignIn(RachelsMail);

        staff.Pass(10.Minutes);
        staff.Tick();

        Assert.Null(staff.Session(by));
    }

    [Fact]
    public void Ends_after_eight_hours_however_busy()
    {
        var by = _life.SignIn(RachelsMail);

        for (var used = TimeSpan.Zero; used < 8.Hours; used += 10.Minutes)
        {
            Assert.Null(_life.Profile.Touch(by, Life.Policy, _life.Now));
            _life.Pass(10.Minutes);
        }

        Assert.Equal(new Refusal.SignedOut(), _life.Profile.Touch(by, Life.Policy, _life.Now));
    }

    [Fact]
    public void Is_kept_by_use_to_within_seconds()
    {
        var by = _life.SignIn(RachelsMail);
        _life.Pass(40.Seconds);
        Assert.Null(_life.Profile.Touch(by, Life.Policy, _life.Now));

        _life.Pass(15.Minutes - 1.Seconds);
        _life.Tick();

        Assert.NotNull(_life.Session(by));
    }

    [Fact]
    public void Limited_ones_push_out_the_oldest_of_their_own_source_and_no_other()
    {
        var first = _life.GivePassword();
        var elsewhere = _life.GivePassword(Life.Elsewhere);
        var full = _life.SignIn(RachelsMail);

        for (var i = 0; i < 10; i++)
            _ = _life.GivePassword();

        Assert.Null(_life.Session(first));
        Assert.NotNull(_life.Session(elsewhere));
        Assert.NotNull(_life.Session(full));
        Assert.Equal(12, _life.Profile.Sessions.Length);
    }

    [Fact]
    public void Of_limited_ones_from_many_sources_the_fifty_latest_stay_and_full_ones_are_spared()
    {
        var first = _life.GivePassword();
        var full = _life.SignIn(RachelsMail);

        for (var i = 0; i < 50; i++)
            _ = _life.GivePassword($"203.0.113.{i}");

        Assert.Null(_life.Session(first));
        Assert.NotNull(_life.Session(full));
        Assert.Equal(51, _life.Profile.Sessions.Length);
    }

    [Fact]
    public void A_stranger_who_crowds_other_sources_does_not_push_out_the_owners()
    {
        var owners = _life.GivePassword();

        for (var i = 0; i < 60; i++)
            _ = _life.GivePassword($"203.0.113.{i % 6}");

        Assert.NotNull(_life.Session(owners));
        Assert.Equal(50, _life.Profile.Sessions.Length);
    }

    [Fact]
    public void A_limited_one_ends_none_but_itself()
    {
        var full = _life.SignIn(RachelsMail);
        var limited = _life.GivePassword();

        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Profile.EndSession(limited, full.Session, Life.Policy, _life.Now));
        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Profile.EndOtherSessions(limited, Life.Policy, _life.Now));
        Assert.Null(_life.Profile.EndSession(limited, limited.Session, Life.Policy, _life.Now));

        Assert.Equal(full.Session, Assert.Single(_life.Profile.Sessions).Id);
    }

    [Fact]
    public void A_full_one_ends_any_or_all_others()
    {
        var mine = _life.SignIn(RachelsMail);
        var one = _life.SignIn(RachelsPhone, Life.Elsewhere);
        var another = _life.GivePassword(Life.Elsewhere);

        Assert.Null(_life.Profile.EndSession(mine, one.Session, Life.Policy, _life.Now));
        Assert.Null(_life.Session(one));

        Assert.Null(_life.Profile.EndOtherSessions(mine, Life.Policy, _life.Now));
        Assert.Null(_life.Session(another));
        Assert.NotNull(_life.Session(mine));
    }

    [Fact]
    public void With_it_goes_what_it_alone_could_have_finished()
    {
        var adding = _life.SignIn(RachelsMail);
        _life.StepUp(adding, RachelsMail);
        Assert.Null(_life.Add(adding, NewMail));
        var drafting = _life.GivePassword(Life.Elsewhere);
        Assert.Null(_life.Enter(drafting, NewPhone));
        ChallengeId[] asked = [.. _life.Profile.Challenges.Where(challenge => challenge.IsOpen(_life.Now)).Select(challenge => challenge.Id)];
        _life.Forget();

        Assert.Null(_life.Profile.EndSession(adding, drafting.Session, Life.Policy, _life.Now));
        Assert.Null(_life.Profile.EndSession(adding, adding.Session, Life.Policy, _life.Now));

        Assert.Empty(_life.Profile.Drafts);
        Assert.DoesNotContain(_life.Profile.Methods, method => method.VerifiedAt is null);
        Assert.DoesNotContain(_life.Profile.Challenges, challenge => challenge.UsedAt is null);
        Assert.Subset(_life.Profile.TakeEndedChallenges().ToHashSet(), asked.ToHashSet());
    }

    [Fact]
    public void Asks_nothing_more_once_it_has_ended()
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        Assert.Null(_life.Ask(by, Purpose.ChangeSecurityInfo, _life.IdOf(RachelsPhone)));
        var asked = _life.Asked(by, Purpose.ChangeSecurityInfo, _life.IdOf(RachelsPhone));

        Assert.Null(_life.Profile.EndSession(by, by.Session, Life.Policy, _life.Now));

        Assert.Equal(new Refusal.SignedOut(), _life.Answer(by, asked.Id));
        Assert.Equal(new Refusal.SignedOut(), _life.Ask(by, Purpose.SignIn, _life.IdOf(RachelsMail)));
        Assert.Equal(new Refusal.SignedOut(), _life.Add(by, NewMail));
        Assert.Equal(new Refusal.SignedOut(), _life.Remove(by, RachelsPhone));
        Assert.Equal(new Refusal.SignedOut(), _life.Enter(by, NewMail));
        Assert.Equal(new Refusal.SignedOut(), _life.Start(by));
    }
}
