using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-FORM: whoever has neither password nor info asks people for the account.</summary>
public sealed class RecoveringTests : IAsyncLifetime
{
    private const string Mine = "rachel@holiday.example";
    private const string NewPassword = "Four-quiet-words-77";

    private static readonly Visitor s_applicant = From("198.51.100.4") with { BrowserId = "abroad" };
    private static readonly PortalItself s_staff = new();

    private Owner? _helper;
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(Unlimited.Settings);
        await _portal.SeedDeskAsync();

        // Nothing was proved lately.
        _portal.Clock.Advance(31.Days);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Number_and_secret_are_given_once_when_the_address_was_proved()
    {
        var answer = await AskAsync(Rachel);

        Assert.Matches("^[A-Z2-9]{8}$", answer.Number!);
        Assert.Matches("^[0-9a-z]{4}(-[0-9a-z]{4}){3}$", answer.Secret!);
        Assert.Equal(RecoveryState.Received, (await SeenAsync(answer.Number!)).State);
        Assert.IsType<Refusal.NoCodeAsked>((await _portal.Service.ProveContactAsync(s_applicant, number: null, "00000000", Cancel)).Refusal);
    }

    [Fact]
    public async Task Known_and_unknown_accounts_look_the_same_to_their_applicants()
    {
        var known = await SeenAsync((await AskAsync(Rachel)).Number!);
        var unknown = await SeenAsync((await AskAsync("nobody@contoso.example", "somebody@holiday.example")).Number!);

        Assert.Equal(
            known with { Number = "", Name = "", Contact = "", Steps = [] },
            unknown with { Number = "", Name = "", Contact = "", Steps = [] });
        Assert.Equal(known.Steps.Select(step => step.State), unknown.Steps.Select(step => step.State));
        Assert.DoesNotContain(await _portal.MessagesAsync(), message => message.To == RachelsMail.Value);
    }

    [Fact]
    public async Task It_is_seen_with_number_secret_and_a_code_and_with_nothing_less()
    {
        var (_, number, secret) = await AskAsync(Rachel);
        var elsewhere = From("198.51.100.9") with { BrowserId = "elsewhere" };
        Assert.Null(await _portal.Service.RecoveryAsync(elsewhere, number!, Cancel));
        Assert.IsType<Refusal.NoSuchRequest>(await _portal.Service.OpenRecoveryAsync(elsewhere, number!, "0000-0000-0000-0000", Cancel));
        Assert.IsType<Refusal.NoSuchRequest>(await _portal.Service.OpenRecoveryAsync(elsewhere, "ZZZZ2222", secret!, Cancel));
        _portal.Clock.Advance(1.Minutes);

        Assert.Null(await _portal.Service.OpenRecoveryAsync(elsewhere, number!.ToLowerInvariant(), secret!, Cancel));
        Assert.Null(await _portal.Service.RecoveryAsync(elsewhere, number, Cancel));
        Assert.IsType<Refusal.WrongCode>((await _portal.Service.ProveContactAsync(elsewhere, number, "00000000", Cancel)).Refusal);
        var proved = await _portal.Service.ProveContactAsync(elsewhere, number, await CodeAsync(Mine), Cancel);

        Assert.Equal((null, null), (proved.Refusal, proved.Secret));
        Assert.NotNull(await _portal.Service.RecoveryAsync(elsewhere, number, Cancel));
        _portal.Clock.Advance(RecoveryRequest.SeenFor);
        Assert.Null(await _portal.Service.RecoveryAsync(elsewhere, number, Cancel));
    }

    [Fact]
    public async Task An_address_asks_twice_a_day_and_a_source_five_times()
    {
        for (var i = 0; i < RecoveryRequest.AContactADay; i++)
            Assert.Null(await _portal.Service.AskForRecoveryAsync(From($"203.0.113.{i}") with { BrowserId = $"{i}" }, Rachel, Mine, "en", Cancel));
        Assert.Equal(new Refusal.TooManyRequests(2, _portal.Now + 1.Days), await _portal.Service.AskForRecoveryAsync(s_applicant, Rachel, Mine.ToUpperInvariant(), "en", Cancel));

        for (var i = 0; i < RecoveryRequest.ASourceADay; i++)
            Assert.Null(await _portal.Service.AskForRecoveryAsync(s_applicant, Rachel, $"another{i}@holiday.example", "en", Cancel));
        Assert.IsType<Refusal.TooManyRequests>(await _portal.Service.AskForRecoveryAsync(s_applicant, Rachel, "another@holiday.example", "en", Cancel));

        _portal.Clock.Advance(1.Days);
        Assert.Null(await _portal.Service.AskForRecoveryAsync(s_applicant, Rachel, Mine, "en", Cancel));
    }

    [Fact]
    public async Task One_mailbox_is_one_address_however_it_is_spelled()
    {
        for (var i = 0; i < RecoveryRequest.AContactADay; i++)
            Assert.Null(await _portal.Service.AskForRecoveryAsync(From($"198.51.100.{i}"), Rachel, $"rachel+{i}@holiday.example", "en", Cancel));

        Assert.IsType<Refusal.TooManyRequests>(await _portal.Service.AskForRecoveryAsync(s_applicant, Rachel, Mine, "en", Cancel));
    }

    [Fact]
    public async Task Its_page_has_as_many_codes_sent_as_a_method_gets()
    {
        await _portal.DisposeAsync();
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
        var (_, number, secret) = await AskAsync(Rachel);
        for (var i = 0; i < 5; i++)
        {
            _portal.Clock.Advance(1.Minutes);
            Assert.Null(await _portal.Service.OpenRecoveryAsync(s_applicant, number!, secret!, Cancel));
        }

        _portal.Clock.Advance(1.Minutes);
        Assert.IsType<Refusal.LimitReached>(await _portal.Service.OpenRecoveryAsync(s_applicant, number!, secret!, Cancel));
        _portal.Clock.Advance(1.Hours);
        Assert.Null(await _portal.Service.OpenRecoveryAsync(s_applicant, number!, secret!, Cancel));
    }

    [Fact]
    public async Task Two_different_people_approve_each_by_a_call()
    {
        var number = (await AskAsync(Rachel)).Number!;
        var helper = await HelperAsync();
        Assert.Null(await _portal.Service.TakeUpRecoveryAsync(helper, number, Cancel));

        Assert.Null(await _portal.ApproveAsync(helper, number, "called 14:02"));
        Assert.IsType<Refusal.NotByYou>(await _portal.ApproveAsync(helper, number));
        Assert.Equal(RecoveryState.InReview, (await SeenAsync(number)).State);
        var lead = await _portal.SignInAsStaffAsync(Desk.Lead);
        Assert.Null(await _portal.ApproveAsync(lead, number, "  called 15:40, her manager was there "));

        Assert.Equal((RecoveryState.Approved, _portal.Now + 72.Hours), ((await SeenAsync(number)).State, (await SeenAsync(number)).WaitEndsAt!.Value));
        var request = await _portal.ReadAsync(context => Task.FromResult(context.RecoveryRequests.Single()));
        Assert.Equal([(helper.Account, "called 14:02"), (lead.Account, "called 15:40, her manager was there")], request.Approvals.Select(approval => (approval.By, approval.Reference)));
        await _portal.SendMailAsync();
        Assert.All([RachelsMail, RachelsPhone], to => Assert.Contains(_portal.Messages.To(to.Value), message => message.Kind == nameof(SecurityEvent.RecoveryApproved)));
    }

    /// <summary>Who holds two accounts is one person: neither is an approval for oneself by the other, nor are both two people.</summary>
    [Fact]
    public async Task Nobody_approves_for_themselves_under_whatever_account()
    {
        var number = (await AskAsync(Desk.HelpersOwn)).Number!;
        Assert.Null(await _portal.Service.TakeUpRecoveryAsync(await _portal.ActAsAsync(Desk.SecondHelper), number, Cancel));

        Assert.Equal(new Refusal.NotByYou(), await _portal.ApproveAsync(await HelperAsync(), number));
        Assert.Equal(new Refusal.NotByYou(), await _portal.ApproveAsync(await _portal.SignInAsStaffAsync(Desk.HelpersOther), number));

        var leads = (await AskAsync(Desk.Lead, "lead@holiday.example")).Number!;
        var lead = await _portal.ActAsAsync(Desk.Lead);
        Assert.Equal(new Refusal.NotOnYourself(), await _portal.ApproveAsync(lead, leads));

        var rachels = (await AskAsync(Rachel, "other@holiday.example")).Number!;
        Assert.Null(await _portal.Service.TakeUpRecoveryAsync(lead, rachels, Cancel));
        Assert.Null(await _portal.ApproveAsync(await HelperAsync(), rachels));
        Assert.Equal(new Refusal.NotByYou(), await _portal.ApproveAsync(await _portal.SignInAsStaffAsync(Desk.HelpersOther), rachels));
    }

    [Fact]
    public async Task An_approval_without_its_call_or_its_own_proof_is_none()
    {
        var number = (await AskAsync(Rachel)).Number!;
        var helper = await HelperAsync();
        Assert.Null(await _portal.Service.TakeUpRecoveryAsync(helper, number, Cancel));
        Assert.IsType<Refusal.ProofNeeded>(await _portal.Service.ApproveRecoveryAsync(helper, number, "called", Cancel));

        foreach (var reference in (string[])["", "  ", "two\nlines", new('x', 201)])
            Assert.Equal(new Refusal.NotWrittenDown(OrderField.Reference, 200), await _portal.ApproveAsync(helper, number, reference));

        // What was refused has not used the proof up; what was done has.
        Assert.Null(await _portal.Service.ApproveRecoveryAsync(helper, number, "called", Cancel));
        Assert.IsType<Refusal.ProofNeeded>(await _portal.Service.ApproveRecoveryAsync(helper, number, "called", Cancel));
    }

    [Fact]
    public async Task An_account_that_is_not_there_cannot_be_approved_and_its_applicant_always_reads_the_same()
    {
        var number = (await AskAsync("nobody@contoso.example")).Number!;
        Assert.Null(await _portal.Service.TakeUpRecoveryAsync(await HelperAsync(), number, Cancel));

        Assert.IsType<Refusal.RecoveryClosed>(await _portal.ApproveAsync(await HelperAsync(), number));
        Assert.Null(await _portal.Service.DeclineRecoveryAsync(await HelperAsync(), number, "There is no such account.", Cancel));
        var step = (await SeenAsync(number)).Steps[^1];
        Assert.Equal((RecoveryState.Declined, "We could not confirm it.", (AccountId?)null), (step.State, step.Words, step.By));
    }

    [Fact]
    public async Task Of_two_who_take_it_up_at_once_one_is_told_who_has_it()
    {
        var number = (await AskAsync(Rachel)).Number!;
        var (helper, hanna) = (await HelperAsync(), await _portal.ActAsAsync(Desk.SecondHelper));

        var answers = await Task.WhenAll(_portal.Service.TakeUpRecoveryAsync(helper, number, Cancel), _portal.Service.TakeUpRecoveryAsync(hanna, number, Cancel));

        var told = Assert.IsType<Refusal.CaseTaken>(Assert.Single(answers, answer => answer is not null));
        Assert.Equal(answers[0] is null ? "Henry Poole" : "Hanna Reed", told.By);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    [InlineData("a\u0007bell")]
    public async Task What_says_nothing_or_cannot_be_shown_is_neither_asked_nor_a_reason(string words)
    {
        var number = (await AskAsync(Rachel)).Number!;
        var helper = await HelperAsync();

        Assert.Equal(new Refusal.NotWrittenDown(OrderField.Words, 2_000), await _portal.Service.AskForMoreAsync(helper, number, words, Cancel));
        Assert.Equal(new Refusal.NotWrittenDown(OrderField.Reason, 2_000), await _portal.Service.DeclineRecoveryAsync(helper, number, words, Cancel));
        Assert.Equal(RecoveryState.Received, (await SeenAsync(number)).State);
    }

    /// <summary>R-HELP-4: by the account that is asked for.</summary>
    [Fact]
    public async Task A_helper_decides_nothing_about_staff()
    {
        var number = (await AskAsync(Desk.Lead)).Number!;
        var helper = await HelperAsync();

        Assert.IsType<Refusal.NoRight>(await _portal.Service.TakeUpRecoveryAsync(helper, number, Cancel));
        Assert.IsType<Refusal.NoRight>(await _portal.ApproveAsync(helper, number));
        Assert.IsType<Refusal.NotOnYourself>(await _portal.Service.DeclineRecoveryAsync(await _portal.ActAsAsync(Desk.Lead), number, "no", Cancel));
        Assert.IsType<Refusal.NoRight>(await _portal.Service.DeclineRecoveryAsync(await _portal.ActAsAsync(Desk.Admin), number, "no", Cancel));
        Assert.Null(await _portal.Service.TakeUpRecoveryAsync(await _portal.ActAsAsync(Desk.HelpersOther), number, Cancel));
        Assert.Null(await _portal.ApproveAsync(await _portal.SignInAsStaffAsync(Desk.Admin), number));
    }

    [Fact]
    public async Task More_can_be_asked_and_answered()
    {
        var number = (await AskAsync(Rachel)).Number!;
        Assert.Null(await _portal.Service.AskForMoreAsync(await HelperAsync(), number, "Which office?", Cancel));
        Assert.IsType<Refusal.NoSuchRequest>(await _portal.Service.AnswerRecoveryAsync(s_applicant with { BrowserId = "another" }, number, "Leeds", Cancel));

        Assert.Null(await _portal.Service.AnswerRecoveryAsync(s_applicant, number, "Leeds", Cancel));

        Assert.Equal(["", "Which office?", "Leeds"], (await SeenAsync(number)).Steps.Select(step => step.Words));
        Assert.Equal(RecoveryState.InReview, (await SeenAsync(number)).State);
    }

    [Fact]
    public async Task After_the_wait_a_password_is_set_and_everything_old_is_gone()
    {
        var (_, number, secret) = await ApprovedAsync();
        Assert.IsType<Refusal.NoSuchRequest>(await _portal.Service.FinishRecoveryAsync(s_applicant with { BrowserId = "another" }, number!, NewPassword, Cancel));
        Assert.IsType<Refusal.RecoveryClosed>(await _portal.Service.FinishRecoveryAsync(s_applicant, number!, NewPassword, Cancel));
        _portal.Clock.Advance(72.Hours);
        await OpenAgainAsync(number!, secret!);

        Assert.Null(await _portal.Service.FinishRecoveryAsync(s_applicant, number!, NewPassword, Cancel));

        Assert.Equal(RecoveryState.Finished, (await SeenAsync(number!)).State);
        Assert.IsType<Refusal.WrongNameOrPassword>((await _portal.Service.SignInAsync(s_applicant, Rachel, Portal.Password, Cancel)).Refusal);
        var limited = (await _portal.Service.SignInAsync(s_applicant, Rachel, NewPassword, Cancel)).Owner!;
        var overview = await _portal.OverviewAsync(limited);
        Assert.True(overview is { MustRegister: true, IsRegistrationClosed: false, HasRecoveryCodes: false });
        await _portal.AddAsync(limited, NewMail);
        Assert.True(Assert.Single((await _portal.OverviewAsync(limited)).Methods).IsEstablished);
        Assert.IsType<Refusal.RecoveryClosed>(await _portal.Service.FinishRecoveryAsync(s_applicant, number!, NewPassword + "2", Cancel));
    }

    [Fact]
    public async Task It_can_be_finished_within_a_day_and_not_later()
    {
        var (_, number, secret) = await ApprovedAsync();
        _portal.Clock.Advance(72.Hours + 24.Hours);
        await OpenAgainAsync(number!, secret!);

        Assert.IsType<Refusal.RecoveryClosed>(await _portal.Service.FinishRecoveryAsync(s_applicant, number!, NewPassword, Cancel));
        Assert.Equal(RecoveryState.Expired, (await SeenAsync(number!)).State);
        Assert.NotNull(await _portal.SignInAsync());
        await _portal.SendMailAsync();
        Assert.DoesNotContain(_portal.Messages.To(RachelsMail.Value), message => message.Kind == nameof(SecurityEvent.RecoveryStopped));
    }

    [Fact]
    public async Task Any_use_of_the_old_info_ends_it()
    {
        var (_, number, secret) = await ApprovedAsync();
        _portal.Clock.Advance(71.Hours);
        _ = await _portal.SignInAsync();
        _portal.Clock.Advance(1.Hours);
        await OpenAgainAsync(number!, secret!);

        Assert.Equal(RecoveryState.Stopped, (await SeenAsync(number!)).State);
        _portal.Clock.Advance(RecoveryRequest.FinishWithin);
        await OpenAgainAsync(number!, secret!);
        Assert.Equal(RecoveryState.Stopped, (await SeenAsync(number!)).State);
        Assert.IsType<Refusal.RecoveryClosed>(await _portal.Service.FinishRecoveryAsync(s_applicant, number!, NewPassword, Cancel));
        await _portal.SendMailAsync();
        Assert.Contains(_portal.Messages.To(RachelsMail.Value), message => message.Kind == nameof(SecurityEvent.RecoveryStopped));
    }

    [Fact]
    public async Task So_does_a_forgotten_password_that_the_owner_replaces()
    {
        var (_, number, _) = await ApprovedAsync();
        var owner = From("192.0.2.1") with { BrowserId = "hers" };
        Assert.Null(await _portal.Service.StartResetAsync(owner, Rachel, RachelsMail.Value, Cancel));
        Assert.Null(await _portal.Service.ProveResetAsync(owner, await CodeAsync(RachelsMail.Value), Cancel));
        Assert.Null(await _portal.Service.AskForSecondAsync(owner, (await _portal.Service.ResetAsync(owner, Cancel))!.Seconds[0].Id, Cancel));
        Assert.Null(await _portal.Service.ProveSecondAsync(owner, await CodeAsync(RachelsPhone.Value), Cancel));

        Assert.Null(await _portal.Service.FinishResetAsync(owner, NewPassword, Cancel));

        Assert.Equal(RecoveryState.Stopped, (await SeenAsync(number!)).State);
    }

    [Fact]
    public async Task Where_a_method_was_used_lately_it_waits_seven_days()
    {
        _ = await _portal.SignInAsync();
        _portal.Clock.Advance(29.Days);
        var (_, number, _) = await ApprovedAsync();

        Assert.Equal(_portal.Now + 7.Days, (await SeenAsync(number!)).WaitEndsAt);
    }

    [Fact]
    public async Task The_applicant_is_told_when_the_wait_is_over()
    {
        var (_, _, _) = await ApprovedAsync();
        await _portal.SendMailAsync();
        var before = _portal.Messages.To(Mine).Count(message => message.Kind == MessageWriter.NewsKind);
        _portal.Clock.Advance(72.Hours);

        foreach (var account in await _portal.Service.DueAsync(s_staff, 0, 10, Cancel))
            Assert.Null(await _portal.Service.AdvanceAsync(s_staff, account, Cancel));

        await _portal.SendMailAsync();
        Assert.Equal(before + 1, _portal.Messages.To(Mine).Count(message => message.Kind == MessageWriter.NewsKind));
        Assert.Empty(await _portal.Service.DueAsync(s_staff, 0, 10, Cancel));
    }

    [Fact]
    public async Task A_code_that_was_entered_or_has_ended_is_in_the_store_no_more()
    {
        _ = await AskAsync(Rachel);
        Assert.Null(await _portal.Service.AskForRecoveryAsync(s_applicant with { BrowserId = "another" }, Rachel, "other@holiday.example", "en", Cancel));
        await _portal.SendMailAsync();
        _portal.Clock.Advance(1.Days);
        _ = await _portal.Service.ForgetAsync(s_staff, Cancel);

        Assert.All((await _portal.MessagesAsync()).Where(message => message.Kind == Message.CodeKind), message => Assert.Null(message.Payload));
        Assert.Single(await _portal.ReadAsync(context => Task.FromResult(context.RecoveryRequests.ToList())));
    }

    private async Task<RecoveryAnswer> AskAsync(string name, string contact = Mine)
    {
        Assert.Null(await _portal.Service.AskForRecoveryAsync(s_applicant, name, contact, "en", Cancel));
        var answer = await _portal.Service.ProveContactAsync(s_applicant, number: null, await CodeAsync(contact), Cancel);
        Assert.Null(answer.Refusal);
        return answer;
    }

    private async Task<RecoveryAnswer> ApprovedAsync()
    {
        var answer = await AskAsync(Rachel);
        Assert.Null(await _portal.Service.TakeUpRecoveryAsync(await HelperAsync(), answer.Number!, Cancel));
        Assert.Null(await _portal.ApproveAsync(await HelperAsync(), answer.Number!));
        Assert.Null(await _portal.ApproveAsync(await _portal.SignInAsStaffAsync(Desk.Lead), answer.Number!));
        return answer;
    }

    private async Task<Owner> HelperAsync() => _helper ??= await _portal.ActAsAsync(Desk.Helper);

    private async Task OpenAgainAsync(string number, string secret)
    {
        Assert.Null(await _portal.Service.OpenRecoveryAsync(s_applicant, number, secret, Cancel));
        Assert.Null((await _portal.Service.ProveContactAsync(s_applicant, number, await CodeAsync(Mine), Cancel)).Refusal);
    }

    private async Task<RecoveryView> SeenAsync(string number) =>
        await _portal.Service.RecoveryAsync(s_applicant, number, Cancel) ?? throw new InvalidOperationException("The request cannot be seen.");

    private async Task<string> CodeAsync(string to)
    {
        await _portal.SendMailAsync();
        return _portal.Messages.To(to).Last(message => message.Code is not null).Code!;
    }
}
