using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-PEND-4: the button of a notice.</summary>
public sealed class CancelLinkTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void Cancels_and_opens_nothing()
    {
        var by = _life.Replace(NewMail);

        Assert.Null(_life.CancelByLink(RachelsMail));

        Assert.Null(_life.Profile.Pending);
        Assert.NotNull(_life.Profile.Unexplained);
        Assert.Equal(by.Session, Assert.Single(_life.Profile.Sessions).Id);
        Assert.Equal(new Refusal.NothingPending(), _life.CancelByLink(RachelsPhone));
    }

    [Fact]
    public void Acts_for_old_destinations_only()
    {
        _ = _life.Replace(NewMail);

        Assert.Equal(new Refusal.NothingPending(), _life.CancelByLink(NewMail));
        Assert.Equal(new Refusal.NothingPending(), _life.CancelByLink(NewPhone));
    }

    [Fact]
    public void Acts_for_each_destination_once_in_ninety_days()
    {
        _ = _life.Replace(NewMail);
        var first = _life.Now;
        Assert.Null(_life.CancelByLink(RachelsMail));

        _life.Pass(20.Days);
        _ = _life.Replace(NewMail);
        Assert.Equal(new Refusal.LinkUsedUp(first + 90.Days), _life.CancelByLink(RachelsMail));
        Assert.Null(_life.CancelByLink(RachelsPhone));

        _life.Pass(50.Days);
        _ = _life.Replace(NewMail);
        _life.Now = first + 90.Days - 1.Milliseconds;
        Assert.Equal(new Refusal.LinkUsedUp(first + 90.Days), _life.CancelByLink(RachelsMail));
        _life.Now = first + 90.Days;
        Assert.Null(_life.CancelByLink(RachelsMail));
    }

    [Fact]
    public void Acts_up_to_the_last_millisecond_and_not_at_the_end()
    {
        _ = _life.Replace(NewMail);

        _life.Pass(30.Days);
        Assert.Equal(new Refusal.NothingPending(), _life.CancelByLink(RachelsMail));
        Assert.True(_life.Has(NewMail));
    }

    [Fact]
    public void Of_an_earlier_replacement_cancels_no_later_one()
    {
        _ = _life.Replace(NewMail);
        var earlier = _life.Profile.Pending!.Id;
        _ = _life.SignIn(RachelsMail);
        _ = _life.Replace(NewPhone);

        Assert.Equal(new Refusal.NothingPending(), _life.Profile.CancelByLink(earlier, RachelsMail, Life.Policy, _life.Now));
        Assert.NotNull(_life.Profile.Pending);
    }
}
