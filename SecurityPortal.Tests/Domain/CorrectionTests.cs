using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-PEND-8.</summary>
public sealed class CorrectionTests
{
    private readonly Life _life = Life.With(RachelsMail);
    private readonly Asker _by;

    public CorrectionTests()
    {
        _by = _life.GivePassword();
        _life.Draft(_by, NewMail);
        _life.Draft(_by, NewPhone);
        Assert.Null(_life.Start(_by));
        _life.Forget();
    }

    private MethodId NewMailId => _life.Profile.Pending!.Infos.Single(info => info.Contact == NewMail).Id;

    [Fact]
    public void Takes_a_new_proof_by_a_destination_of_the_pending_info()
    {
        Assert.Equal(new Refusal.ProofNeeded(), _life.Profile.OpenCorrection(_by, NewMailId, Life.Policy, _life.Now));
        Assert.Equal(new Refusal.NoSuchMethod(), _life.Ask(_by, Purpose.CorrectReplacement, _life.IdOf(RachelsMail)));
        Assert.IsType<Refusal.ReplacementPending>(_life.Enter(_by, RachelsPhone));

        Assert.Null(_life.Correct(_by, NewMail));
        Assert.Null(_life.Enter(_by, RachelsPhone));
    }

    [Fact]
    public void Takes_the_password_in_a_full_session_too()
    {
        var life = Life.With(RachelsMail);
        var full = life.SignIn(RachelsMail);
        _ = life.Replace(NewMail);
        life.Pass(10.Minutes);
        var info = life.Profile.Pending!.Infos[0].Id;

        Assert.Equal(new Refusal.PasswordNeeded(), life.Ask(full, Purpose.CorrectReplacement, info));
        Assert.Null(life.Profile.ConfirmPassword(full, Life.Policy, life.Now));
        Assert.Null(life.Correct(full, NewMail));
    }

    [Fact]
    public void Restarts_the_thirty_days_and_the_notices_and_tells_who_was_dropped()
    {
        _life.Pass(10.Days);
        var by = _life.GivePassword();
        Assert.Null(_life.Correct(by, NewMail));
        Assert.Null(_life.Profile.DropNewInfo(by, _life.Entered(by, NewPhone).Id, Life.Policy, _life.Now));
        _life.Forget();

        Assert.Null(_life.Start(by));

        var pending = _life.Profile.Pending!;
        Assert.Equal((_life.Now + 30.Days, 0), (pending.EndsAt, pending.NoticesSent));
        Assert.Equal(_life.Now + 1.Days, _life.Profile.NextNoticeAt);
        var told = _life.Told();
        Assert.Equal([RachelsMail, NewMail], RecipientsOf<SecurityEvent.ReplacementCorrected>(told));
        Assert.Equal([NewPhone], RecipientsOf<SecurityEvent.NewInfoDropped>(told));
    }

    [Fact]
    public void A_destination_that_is_taken_out_and_entered_again_was_not_dropped()
    {
        Assert.Null(_life.Correct(_by, NewMail));
        Assert.Null(_life.Profile.DropNewInfo(_by, _life.Entered(_by, NewPhone).Id, Life.Policy, _life.Now));
        _life.Pass(1.Minutes);
        _life.Draft(_by, NewPhone);
        _life.Forget();

        Assert.Null(_life.Start(_by));

        Assert.DoesNotContain(_life.Told(), notice => notice.Event is SecurityEvent.NewInfoDropped);
    }

    [Fact]
    public void Keeps_one_replacement_with_one_end()
    {
        var id = _life.Profile.Pending!.Id;
        Assert.Null(_life.Correct(_by, NewMail));
        Assert.Null(_life.Start(_by));

        Assert.Equal(id, Assert.Single(_life.Profile.Replacements).Id);
    }

    [Fact]
    public void Goes_with_the_replacement_that_it_corrects()
    {
        Assert.Null(_life.Correct(_by, NewMail));
        Assert.Null(_life.Enter(_by, RachelsPhone));
        var open = _life.Asked(_by, Purpose.ConfirmNewInfo, _life.Entered(_by, RachelsPhone).Id);
        _life.Forget();

        Assert.Null(_life.CancelByLink(RachelsMail));

        Assert.Empty(_life.Profile.Drafts);
        Assert.Equal(new Refusal.NoNewInfo(), _life.Start(_by));
        Assert.Contains(open.Id, _life.Profile.TakeEndedChallenges());
    }

    [Fact]
    public void A_code_for_it_ends_when_another_corrects_first()
    {
        var other = _life.GivePassword(Life.Elsewhere);
        Assert.Null(_life.Ask(other, Purpose.CorrectReplacement, NewMailId));
        var open = _life.Asked(other, Purpose.CorrectReplacement, NewMailId);
        Assert.Null(_life.Correct(_by, NewMail));

        Assert.Null(_life.Start(_by));

        Assert.Equal(new Refusal.CodeExpired(_life.Now), _life.Answer(other, open.Id));
    }

    [Fact]
    public void A_code_for_it_ends_when_the_replacement_is_cancelled()
    {
        Assert.Null(_life.Ask(_by, Purpose.CorrectReplacement, NewMailId));
        var open = _life.Asked(_by, Purpose.CorrectReplacement, NewMailId);
        _life.Forget();

        Assert.Null(_life.CancelByLink(RachelsMail));

        Assert.Contains(open.Id, _life.Profile.TakeEndedChallenges());
    }

    [Fact]
    public void Fewer_starts_than_there_were_are_open_again_once_enough_of_them_are_past()
    {
        _life.Pass(1.Days);
        var by = _life.GivePassword();
        Assert.Null(_life.Correct(by, NewMail));
        Assert.Null(_life.Start(by));
        Assert.Null(_life.Correct(by, NewMail));
        var strict = Life.Policy with { Replacement = Life.Policy.Replacement with { Starts = 1 } };

        Assert.Equal(new Refusal.TooManyStarts(_life.Now + 30.Days), _life.Profile.StartReplacement(by, strict, _life.Now));
    }

    [Fact]
    public void There_are_three_starts_in_thirty_days()
    {
        var first = _life.Now;
        for (var i = 1; i < 3; i++)
        {
            _life.Pass(1.Days);
            var again = _life.GivePassword();
            Assert.Null(_life.Correct(again, NewMail));
            Assert.Null(_life.Start(again));
        }

        _ = _life.SignIn(RachelsMail);
        var by = _life.GivePassword();
        _life.Draft(by, NewMail);
        Assert.Equal(new Refusal.TooManyStarts(first + 30.Days), _life.Start(by));

        _life.Now = first + 30.Days;
        _ = _life.Replace(NewPhone);
    }

    [Fact]
    public void The_starts_are_counted_over_thirty_days_however_long_the_wait_is()
    {
        var hasty = Life.Policy with { Replacement = Life.Policy.Replacement with { Wait = 1.Days } };
        for (var i = 1; i < 3; i++)
        {
            var again = _life.GivePassword();
            Assert.Null(_life.Correct(again, NewMail));
            Assert.Null(_life.Profile.StartReplacement(again, hasty, _life.Now));
            _life.Pass(13.Hours);
        }

        _ = _life.SignIn(RachelsMail);
        _life.Pass(2.Days);
        var by = _life.GivePassword();
        _life.Draft(by, NewMail);
        Assert.IsType<Refusal.TooManyStarts>(_life.Profile.StartReplacement(by, hasty, _life.Now));
    }

    private static IEnumerable<Contact> RecipientsOf<TEvent>(IEnumerable<Notice> told) =>
        told.Single(notice => notice.Event is TEvent).Recipients.Select(recipient => recipient.Contact);
}
