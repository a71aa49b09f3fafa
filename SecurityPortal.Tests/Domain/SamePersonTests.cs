using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-HELP-4, R-FORM-3: two accounts that one person reads are no two people.</summary>
public sealed class SamePersonTests
{
    [Fact]
    public void One_confirmed_contact_in_both_is_one_person()
    {
        var (one, other) = (Life.With(RachelsMail, RachelsPhone).Profile, Life.OfStaff(NewMail, RachelsPhone).Profile);

        Assert.True(one.MayBeSamePersonAs(other));
        Assert.True(other.MayBeSamePersonAs(one));
    }

    [Fact]
    public void However_it_is_spelled() =>
        Assert.True(Life.With(RachelsMail).Profile.MayBeSamePersonAs(Life.With(new Contact(MethodKind.Email, "Rachel@Mail.Example")).Profile));

    [Fact]
    public void Nothing_in_common_is_two() =>
        Assert.False(Life.With(RachelsMail, RachelsPhone).Profile.MayBeSamePersonAs(Life.With(NewMail, NewPhone).Profile));

    [Fact]
    public void Nobody_is_somebody_else_than_themselves()
    {
        var nobody = Life.With().Profile;

        Assert.True(nobody.MayBeSamePersonAs(nobody));
    }

    [Fact]
    public void What_was_only_typed_and_not_confirmed_says_nothing()
    {
        var life = Life.With(NewMail);
        life.Profile.Grant(
            new() { Id = MethodId.New(life.Now), Kind = MethodKind.Email, Value = RachelsMail.Value, Key = RachelsMail.Key, AddedAt = life.Now, Language = "en" },
            life.Now);

        Assert.False(life.Profile.MayBeSamePersonAs(Life.With(RachelsMail).Profile));
    }
}
