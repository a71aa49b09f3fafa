using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-HELP-2, R-HELP-3: what a clear does to an account, whoever ordered it.</summary>
public sealed class ClearingTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    /// <summary>R-RESTRICT-4: a clear ends the restriction, and what that had kept aside goes for good.</summary>
    [Fact]
    public void It_ends_a_restriction_and_what_that_kept_aside()
    {
        var by = _life.SignIn(RachelsMail);
        _life.StepUp(by, RachelsMail);
        Assert.Null(_life.Add(by, NewMail));
        Assert.Null(_life.Confirm(by, NewMail));
        Assert.Null(_life.Profile.RemoveMethod(by, _life.IdOf(RachelsPhone), knowingly: true, Life.Policy, _life.Now));
        _life.StepUp(by, RachelsMail);
        Assert.Null(_life.Profile.RemoveMethod(by, _life.IdOf(RachelsMail), knowingly: true, Life.Policy, _life.Now));
        Assert.NotNull(_life.Profile.Restriction);

        Assert.Null(_life.Clear(NewMail));

        Assert.Null(_life.Profile.Restriction);
        Assert.Equal([NewMail], _life.Profile.Methods.Select(method => method.Contact));
    }

    /// <summary>R-PEND-7: a clear supersedes a pending replacement.</summary>
    [Fact]
    public void It_supersedes_a_pending_replacement()
    {
        _ = _life.Replace(NewMail);

        Assert.Null(_life.Clear(RachelsPhone));

        Assert.Null(_life.Profile.Pending);
        Assert.Equal(ReplacementOutcome.Superseded, _life.Profile.Replacements[^1].End!.Outcome);
    }

    /// <summary>Recovery codes are something left: they are proved first, and no password alone stands for them.</summary>
    [Fact]
    public void With_recovery_codes_left_the_password_alone_registers_nothing()
    {
        _ = _life.SaveCodes(RachelsMail);

        Assert.Null(_life.Clear(RachelsMail, RachelsPhone));

        Assert.Null(_life.Profile.Pass);
        var by = _life.GivePassword();
        Assert.Equal(new Refusal.NotFullySignedIn(), _life.Add(by, NewPhone));
        Assert.Equal(new Refusal.NotRegistering(), _life.Profile.TakePass(by, _ => true, Life.Policy, _life.Now));
    }

    /// <summary>What went hears of the clear, and of nothing that follows.</summary>
    [Fact]
    public void What_was_cleared_is_told_of_it_and_then_of_nothing_more()
    {
        _ = _life.Told();
        Assert.Null(_life.Clear(RachelsPhone));
        Assert.Equal([RachelsMail, RachelsPhone], _life.Told().Single(notice => notice.Event is SecurityEvent.MethodsCleared).Recipients.Select(told => told.Contact).OrderBy(contact => contact.Kind));

        var by = _life.SignIn(RachelsMail);
        Assert.Null(_life.Add(by, NewPhone));
        Assert.Null(_life.Confirm(by, NewPhone));
        Assert.DoesNotContain(RachelsPhone, _life.Told().SelectMany(notice => notice.Recipients).Select(told => told.Contact));
    }

    [Fact]
    public void A_cleared_method_signs_in_nowhere_and_proves_nothing_but_that_it_is_back()
    {
        Assert.Null(_life.Clear(RachelsPhone));
        var by = _life.GivePassword();

        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(by, Purpose.SignIn, _life.IdOf(RachelsPhone)));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(by, Purpose.MendClear, _life.IdOf(RachelsMail)));
        Assert.Null(_life.Ask(by, Purpose.MendClear, _life.IdOf(RachelsPhone)));
    }

    /// <summary>Two accounts that share a mailbox or a phone are perhaps one person's (R-HELP-4).</summary>
    [Fact]
    public void Accounts_that_share_a_contact_may_be_one_persons()
    {
        Assert.True(_life.Profile.MayBeSamePersonAs(Life.With(RachelsPhone).Profile));
        Assert.True(_life.Profile.MayBeSamePersonAs(Life.With(new Contact(MethodKind.Email, "Rachel+desk@mail.example")).Profile));
        Assert.False(_life.Profile.MayBeSamePersonAs(Life.With(NewMail, NewPhone).Profile));
    }
}
