using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-CODE-1, R-CODE-2, R-CODE-5.</summary>
public sealed class CodeTests
{
    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);
    private readonly Asker _by;
    private readonly MethodId _mail;

    public CodeTests()
    {
        (_by, _mail) = (_life.GivePassword(), _life.IdOf(RachelsMail));
        Assert.Null(_life.Ask(_by, Purpose.SignIn, _mail));
    }

    private Challenge Asked => _life.Asked(_by, Purpose.SignIn, _mail);

    [Fact]
    public void Lives_ten_minutes()
    {
        _life.Pass(10.Minutes - 1.Milliseconds);
        Assert.Null(_life.Answer(_by, Asked.Id));

        Assert.Null(_life.Ask(_by, Purpose.SignIn, _life.IdOf(RachelsPhone)));
        var phones = _life.Asked(_by, Purpose.SignIn, _life.IdOf(RachelsPhone));
        Assert.Null(_life.Profile.Touch(_by, Life.Policy, _life.Now));
        _life.Pass(10.Minutes);
        Assert.Equal(new Refusal.CodeExpired(_life.Now), _life.Answer(_by, phones.Id));
    }

    [Fact]
    public void Is_answered_once()
    {
        Assert.Null(_life.Answer(_by, Asked.Id));
        Assert.Equal(new Refusal.CodeUsed(), _life.Answer(_by, Asked.Id));
    }

    [Fact]
    public void Takes_five_wrong_tries()
    {
        for (var left = 4; left >= 0; left--)
            Assert.Equal(new Refusal.WrongCode(left), _life.Answer(_by, Asked.Id, rightly: false));

        Assert.Contains(Asked.Id, _life.Profile.TakeEndedChallenges());
        Assert.Equal(new Refusal.WrongCode(0), _life.Answer(_by, Asked.Id));
        Assert.Equal(5, Asked.Tries);
    }

    [Fact]
    public void What_cannot_be_a_code_is_no_try()
    {
        Assert.Equal(new Refusal.NotACode(), _life.Profile.Prove(_by, Purpose.SignIn, Asked.Id, null, Life.Policy, _life.Now));
        Assert.Equal(0, Asked.Tries);
    }

    [Fact]
    public void Asking_again_while_it_is_open_sends_nothing()
    {
        _life.Forget();

        Assert.Null(_life.Ask(_by, Purpose.SignIn, _mail));

        Assert.Empty(_life.Profile.TakeDispatches());
        Assert.Single(_life.Profile.Challenges);
    }

    [Fact]
    public void Is_sent_again_with_the_same_end_and_the_same_tries()
    {
        _ = _life.Answer(_by, Asked.Id, rightly: false);
        var before = Asked;
        _life.Forget();

        _life.Pass(30.Seconds);
        Assert.Null(_life.SendAgain(_by, before));

        var dispatch = Assert.Single(_life.Profile.TakeDispatches());
        Assert.Null(dispatch.Code);
        Assert.Equal((before.Id, before.ExpiresAt, 1, 2), (Asked.Id, Asked.ExpiresAt, Asked.Tries, Asked.Sends));
    }

    [Fact]
    public void Waits_thirty_sixty_and_a_hundred_and_twenty_seconds_between_sends_and_is_new_after_three()
    {
        var first = Asked.Id;
        foreach (var wait in new[] { 30, 60, 120 })
        {
            _life.Pass(wait.Seconds - 1.Milliseconds);
            Assert.Equal(new Refusal.TooSoon(_life.Now + 1.Milliseconds), _life.SendAgain(_by, Asked));
            _life.Pass(1.Milliseconds);
            Assert.Null(_life.SendAgain(_by, Asked));
            Assert.Equal(wait == 120, Asked.Id != first);
        }

        Assert.Equal((_life.Now + 10.Minutes, 0, 1), (Asked.ExpiresAt, Asked.Tries, Asked.Sends));
        Assert.Equal(new Refusal.NewerCode(Asked.Reference), _life.Answer(_by, first));
    }

    [Fact]
    public void One_that_was_replaced_sends_no_more()
    {
        foreach (var wait in new[] { 30, 60, 120 })
        {
            _life.Pass(wait.Seconds);
            Assert.Null(_life.SendAgain(_by, Asked));
        }

        var replaced = _life.Profile.Challenges[0];
        _life.Forget();

        Assert.Equal(new Refusal.NoCodeAsked(), _life.SendAgain(_by, replaced));
        Assert.Empty(_life.Profile.TakeDispatches());
    }

    [Fact]
    public void Of_those_to_one_destination_only_the_last_two_are_kept()
    {
        for (var i = 0; i < 20; i++)
        {
            _life.Pass(2.Minutes);
            Assert.Null(_life.SendAgain(_by, Asked));
            Assert.Null(_life.Profile.Touch(_by, Life.Policy, _life.Now));
        }

        Assert.Equal(2, _life.Profile.Challenges.Length);
    }

    [Fact]
    public void A_message_that_can_be_read_no_more_is_followed_by_a_new_code()
    {
        _ = _life.Profile.TakeDispatches();
        var first = Asked.Id;
        _life.Pass(30.Seconds);

        Assert.Null(_life.Profile.SendAgain(_by, first, _life.Code(), Life.Policy, _life.Now, isThere: false));

        Assert.NotEqual(first, Asked.Id);
        Assert.NotNull(Assert.Single(_life.Profile.TakeDispatches()).Code);
    }

    [Fact]
    public void A_used_up_one_is_not_followed_by_another_before_its_wait()
    {
        for (var i = 0; i < 5; i++)
            _ = _life.Answer(_by, Asked.Id, rightly: false);

        Assert.Equal(new Refusal.TooSoon(_life.Now + 30.Seconds), _life.Ask(_by, Purpose.SignIn, _mail));
        _life.Pass(30.Seconds);
        Assert.Null(_life.Ask(_by, Purpose.SignIn, _mail));
    }

    [Fact]
    public void Of_another_session_can_be_neither_entered_nor_sent_again()
    {
        var other = _life.GivePassword(Life.Elsewhere);

        Assert.Equal(new Refusal.NoCodeAsked(), _life.Answer(other, Asked.Id));
        Assert.Equal(new Refusal.NoCodeAsked(), _life.SendAgain(other, Asked));
        Assert.Equal(0, Asked.Tries);
    }

    [Fact]
    public void Of_one_session_does_not_replace_that_of_another()
    {
        var other = _life.GivePassword(Life.Elsewhere);
        Assert.Null(_life.Ask(other, Purpose.SignIn, _mail));

        Assert.Null(_life.Answer(_by, Asked.Id));
        Assert.Null(_life.Answer(other, Purpose.SignIn, _mail));
    }

    [Fact]
    public void Goes_to_the_method_in_its_language()
    {
        var dispatch = Assert.Single(_life.Profile.TakeDispatches());

        Assert.Equal((RachelsMail, "en", "123456"), (dispatch.To, dispatch.Language, dispatch.Code?.Digits));
    }
}
