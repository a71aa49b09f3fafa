using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-CODE-3, R-BLOCK-6: wrong codes from many places, and who goes on all the same.</summary>
public sealed class WideBlockTests
{
    private const string Known = "the-browser-at-home";

    private readonly Life _life = Life.With(RachelsMail, RachelsPhone);

    [Fact]
    public void Fifty_wrong_codes_over_all_sources_block_the_method_everywhere()
    {
        _life.GuessEverywhere(RachelsMail, 49);
        Assert.Null(_life.BlockOf(RachelsMail));

        _ = _life.Guess(_life.GivePassword("198.51.100.77"), RachelsMail, 1);
        Assert.Equal((BlockScope.Method, _life.Now + 24.Hours), (_life.BlockOf(RachelsMail)!.Scope, _life.BlockOf(RachelsMail)!.EndsAt));
        Assert.Null(_life.BlockOf(RachelsPhone));
        _ = _life.SignIn(RachelsPhone);
    }

    [Fact]
    public void A_right_code_in_one_place_does_not_start_the_count_of_all_again()
    {
        _life.GuessEverywhere(RachelsMail, 49);
        _ = _life.SignIn(RachelsMail);

        _ = _life.Guess(_life.GivePassword("198.51.100.77"), RachelsMail, 1);
        Assert.NotNull(_life.Kept(BlockScope.Method));
    }

    [Fact]
    public void Of_three_hundred_guesses_in_thirty_sessions_ten_are_judged_at_one_source_and_fifty_at_thirty()
    {
        Assert.Equal(10, Judged(_ => Life.Home));
        Assert.Equal(50, Judged(session => $"203.0.113.{session}"));
    }

    [Fact]
    public void A_remembered_browser_goes_on_past_the_blocks_of_its_method_and_of_its_network()
    {
        var owner = _life.ComeBackIn(Known, RachelsMail);
        _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);
        _life.GuessEverywhere(RachelsMail, 50);
        Assert.NotNull(_life.BlockOf(RachelsMail));

        owner = _life.GivePasswordIn(Known);
        _life.Give(owner, Purpose.SignIn, _life.IdOf(RachelsMail));
        _ = _life.Complete(owner, RachelsMail);
    }

    [Fact]
    public void Ten_wrong_codes_of_its_own_make_it_like_any_other()
    {
        var thief = _life.ComeBackIn(Known, RachelsMail);
        _ = _life.Guess(_life.GivePassword(), RachelsMail, 10);

        _ = _life.Guess(thief, RachelsMail, 9);
        Assert.IsType<Refusal.Blocked>(_life.GuessOnce(thief, RachelsMail));
        Assert.IsType<Refusal.Blocked>(_life.Ask(thief, Purpose.SignIn, _life.IdOf(RachelsMail)));
        Assert.Contains(_life.Profile.Blocks, block => block.Source == RememberedBrowser.SourceOf(Known));
    }

    [Fact]
    public void A_hundred_wrong_codes_since_its_last_success_disable_a_method_and_it_is_told()
    {
        _life.GuessEverywhere(RachelsMail, 50);
        _life.Pass(25.Hours);
        _life.Forget();
        for (var source = 100; source < 105; source++)
            _ = _life.Guess(_life.GivePassword($"198.51.100.{source}"), RachelsMail, 10);

        Assert.Equal(100, _life.Method(RachelsMail).WrongSinceSuccess);
        Assert.True(_life.Profile.IsDisabled(_life.Method(RachelsMail)));
        Assert.Equal([RachelsMail, RachelsPhone], _life.ToldOf<SecurityEvent.MethodDisabled>().OrderBy(told => told.Kind));
        _life.Pass(30.Days);
        Assert.Equal(new Refusal.MethodDisabled(), _life.Ask(_life.GivePassword(), Purpose.SignIn, _life.IdOf(RachelsMail)));
    }

    [Fact]
    public void A_right_code_starts_that_count_again()
    {
        _life.GuessEverywhere(RachelsMail, 50);
        _life.Pass(25.Hours);
        _ = _life.SignIn(RachelsMail);

        Assert.Equal(0, _life.Method(RachelsMail).WrongSinceSuccess);
    }

    [Fact]
    public void Another_established_method_brings_it_back_and_its_own_code_does_not()
    {
        Disable(RachelsMail);
        var owner = _life.SignIn(RachelsPhone);
        Assert.Equal(new Refusal.ProofNeeded(), BringBack(owner));
        Assert.IsType<Refusal.NoSuchMethod>(_life.Ask(owner, Purpose.BringBack, _life.IdOf(RachelsMail)));

        _life.StepUp(owner, RachelsPhone);
        Assert.Null(BringBack(owner));
        _life.Pass(8.Days);
        _ = _life.SignIn(RachelsMail);
    }

    [Fact]
    public void So_does_the_help_desk()
    {
        Disable(RachelsMail);

        Assert.Null(_life.Profile.EnableMethod(_life.IdOf(RachelsMail), Life.Policy, _life.Now));
        Assert.False(_life.Profile.IsDisabled(_life.Method(RachelsMail)));
        Assert.IsType<Refusal.NoSuchMethod>(_life.Profile.EnableMethod(_life.IdOf(RachelsMail), Life.Policy, _life.Now));
    }

    [Fact]
    public void A_disabled_method_is_none_that_an_owner_could_be_left_with()
    {
        Disable(RachelsMail);
        var owner = _life.SignIn(RachelsPhone);
        _life.StepUp(owner, RachelsPhone);

        Assert.Equal(new Refusal.LastMethod(), _life.Remove(owner, RachelsPhone));
        Assert.Null(_life.Remove(owner, RachelsMail));
    }

    [Fact]
    public void What_a_stranger_enters_without_the_password_blocks_at_most_their_own_source()
    {
        CodeMail mail = new(Guid.CreateVersion7(_life.Now), _life.IdOf(RachelsMail), RachelsMail, "en", null);
        for (var source = 0; source < 30; source++)
        {
            for (var i = 0; i < 10; i++)
                GuessAtDisowning(mail, $"203.0.113.{source}");
        }

        Assert.All(_life.Profile.Blocks, block => Assert.Equal(BlockScope.MethodAtSource, block.Scope));
        Assert.Equal(0, _life.Method(RachelsMail).WrongSinceSuccess);
        _ = _life.SignIn(RachelsMail);
    }

    [Fact]
    public void Ten_thousand_tries_of_a_stranger_move_no_end_but_the_one_of_their_own_source()
    {
        _life.GuessEverywhere(RachelsMail, 50);
        var end = _life.Kept(BlockScope.Method)!.EndsAt;
        _ = _life.Profile.SetBlock(new(new(BlockScope.Account), BlockReason.UnusualActivity, _life.Now + 3.Days, "looked into"), Life.Policy, _life.Now);
        var account = _life.Kept(BlockScope.Account)!.EndsAt;

        var stranger = _life.GivePassword("198.51.100.200");
        for (var i = 0; i < 10_000; i++)
        {
            _life.Pass(5.Milliseconds);
            Assert.IsType<Refusal.Blocked>(_life.Ask(stranger, Purpose.SignIn, _life.IdOf(RachelsMail)));
        }

        Assert.Equal((end, account), (_life.Kept(BlockScope.Method)!.EndsAt, _life.Kept(BlockScope.Account)!.EndsAt));
    }

    [Fact]
    public void A_proof_by_another_method_and_a_remembered_browser_move_the_end_of_what_stands_everywhere()
    {
        _life.GuessEverywhere(RachelsMail, 50);
        _life.Pass(1.Hours);
        _ = _life.Ask(_life.SignIn(RachelsPhone), Purpose.ChangeSecurityInfo, _life.IdOf(RachelsMail));

        Assert.Equal(_life.Now + 24.Hours, _life.Kept(BlockScope.Method)!.EndsAt);
    }

    [Fact]
    public void A_thief_who_burns_every_block_while_all_is_replaced_does_not_stop_the_owner_at_another_source()
    {
        Disable(RachelsPhone);
        Assert.Contains(_life.Profile.Blocks, block => block.Scope == BlockScope.Method && block.ContactKey == RachelsPhone.Key && block.Stands(_life.Now));

        var thief = _life.Replace(NewMail);
        _ = _life.Guess(_life.GivePassword(thief.Source), RachelsPhone, 10);
        Assert.IsType<Refusal.Blocked>(_life.Ask(_life.GivePassword(thief.Source), Purpose.SignIn, _life.IdOf(RachelsPhone)));

        _ = _life.SignIn(RachelsPhone);
        Assert.Null(_life.Profile.Pending);
        Assert.False(_life.Profile.IsDisabled(_life.Method(RachelsPhone)));
    }

    [Fact]
    public void What_a_thief_burns_meanwhile_does_not_lock_the_owner_out_when_they_cancel_by_link()
    {
        _ = _life.Replace(NewMail);
        for (var day = 0; day < 3; day++, _life.Pass(25.Hours))
            _life.GuessEverywhere(RachelsMail, 60);

        Assert.Null(_life.CancelByLink(RachelsMail));

        Assert.Null(_life.Method(RachelsMail).DisabledAt);
        Assert.DoesNotContain(_life.Profile.Blocks, block => block.Scope == BlockScope.Method);
        _ = _life.SignIn(RachelsMail);
    }

    private void Disable(Contact contact)
    {
        _life.GuessEverywhere(contact, 50);
        _life.Pass(25.Hours);
        for (var source = 100; source < 105; source++)
            _ = _life.Guess(_life.GivePassword($"198.51.100.{source}"), contact, 10);
        Assert.True(_life.Profile.IsDisabled(_life.Method(contact)));
    }

    private Refusal? BringBack(Asker owner) => _life.Profile.BringBackMethod(owner, _life.IdOf(RachelsMail), Life.Policy, _life.Now);

    private void GuessAtDisowning(CodeMail mail, string source)
    {
        _life.Pass(1.Minutes);
        _ = _life.Profile.AskToDisown(mail, source, _life.Code(), Life.Policy, _life.Now);
        if (_life.Profile.OpenDisowning(mail, _life.Now) is { } open)
            _ = _life.Profile.Disown(mail, source, open.Id, _ => false, "K7M4PQRS", Life.Policy, _life.Now);
    }

    private static int Judged(Func<int, string> source)
    {
        var life = Life.With(RachelsMail, RachelsPhone);
        var judged = 0;
        for (var session = 0; session < 30; session++)
        {
            var by = life.GivePassword(source(session));
            for (var i = 0; i < 10; i++)
            {
                life.Pass(31.Seconds);
                _ = life.Ask(by, Purpose.SignIn, life.IdOf(RachelsMail));
                if (life.Profile.OpenChallenge(by.Session, Purpose.SignIn, life.IdOf(RachelsMail), life.Now) is { } open)
                    _ = life.Profile.Prove(by, Purpose.SignIn, open.Id, _ => ++judged < 0, Life.Policy, life.Now);
            }
        }

        return judged;
    }
}
