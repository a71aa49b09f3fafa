using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-2: a lost device is cleared in one go, by somebody who may, and everybody learns of it.</summary>
public sealed class ClearingTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedDeskAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_chosen_methods_go_and_everything_that_they_had_opened_ends()
    {
        var rachel = await _portal.SignInAsync();
        _ = await _portal.StartReplacementAsync();
        var helper = await _portal.SignInAsStaffAsync();

        var answer = await _portal.ClearAsync(helper, Rachel, RachelsPhone);

        Assert.Equal(new(null, null, null), answer);
        var profile = await _portal.ProfileAsync(rachel);
        Assert.Equal([RachelsMail], profile.Methods.Where(method => method.IsConfirmed).Select(method => method.Contact));
        Assert.Empty(profile.Sessions);
        Assert.Null(profile.Pending);
        Assert.True(profile.OwesRegistration);
        Assert.False(await _portal.Service.IsAliveAsync(rachel, Cancel));
    }

    /// <summary>R-HELP-2, R-HELP-10: those that go hear of it too, and the owner reads who, for which case and why.</summary>
    [Fact]
    public async Task All_destinations_are_told_and_the_owners_log_says_who_when_and_why()
    {
        var helper = await _portal.SignInAsStaffAsync();
        _ = await _portal.ClearAsync(helper, Rachel, RachelsPhone);
        await _portal.SendMailAsync();

        var told = _portal.Messages.All.Where(message => message.Kind == nameof(SecurityEvent.MethodsCleared)).ToArray();
        Assert.Equal([RachelsPhone.Value, RachelsMail.Value], told.Select(message => message.To).Order());
        Assert.Contains("INC-7", told.Single(message => message.To == RachelsMail.Value).Text, StringComparison.Ordinal);
        Assert.Contains("Phone left on a train", told.Single(message => message.To == RachelsMail.Value).Text, StringComparison.Ordinal);

        var rachel = await _portal.SignInAsync();
        var row = Assert.Single((await _portal.Service.ActivityAsync(rachel, null, Cancel))!.Rows, row => row.Kind == nameof(SecurityEvent.MethodsCleared));
        Assert.Equal((true, "HelpDesk", "INC-7", "Phone left on a train", false), (row.IsByStaff, row.Browser, row.Ticket, row.Reason, row.IsAnswerable));
        Assert.DoesNotContain("Henry", System.Text.Json.JsonSerializer.Serialize(row), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_audited_with_the_check_that_was_made_and_no_whole_contact()
    {
        var helper = await _portal.SignInAsStaffAsync();
        _ = await _portal.ClearAsync(helper, Rachel, RachelsPhone);

        var record = (await _portal.AuditAsync()).Single(record => record.Action == AuditAction.MethodsCleared);
        Assert.Equal((Helper, Rachel, "Phone left on a train"), (record.ByName, record.TargetName, record.Reason));
        Assert.Equal("DirectoryCall", record.Facts[AuditFact.CallerCheck]);
        Assert.Equal(("INC-7", Role.HelpDesk), (record.Ticket, record.Role));
        Assert.Equal($"Phone {RachelsPhone.Masked}", record.Facts[AuditFact.Went]);
    }

    /// <summary>R-HELP-7: a clear takes a proof of its own, which serves once.</summary>
    [Fact]
    public async Task It_takes_a_proof_of_its_own_each_time()
    {
        var helper = await _portal.SignInAsStaffAsync();
        var (rachel, order) = (await _portal.AccountAsync(Rachel), await _portal.OrderAsync(Rachel, RachelsPhone));
        Assert.Equal(new Refusal.ProofNeeded(), (await _portal.Service.ClearAsync(helper, rachel, order, null, Cancel)).Refusal);

        await _portal.ProveAsStaffAsync(helper, Purpose.ActAsStaff);
        Assert.Equal(new Refusal.ProofNeeded(), (await _portal.Service.ClearAsync(helper, rachel, order, null, Cancel)).Refusal);

        Assert.Null((await _portal.ClearAsync(helper, Rachel, RachelsPhone)).Refusal);
        var next = await _portal.OrderAsync(Rachel, RachelsMail);
        Assert.Equal(new Refusal.ProofNeeded(), (await _portal.Service.ClearAsync(helper, rachel, next, null, Cancel)).Refusal);

        await _portal.ProveAsStaffAsync(helper, Purpose.Clear);
        _portal.Clock.Advance(5.Minutes);
        Assert.Equal(new Refusal.ProofNeeded(), (await _portal.Service.ClearAsync(helper, rachel, next, null, Cancel)).Refusal);
    }

    [Fact]
    public async Task What_is_not_written_down_is_asked_for_and_uses_up_nothing()
    {
        var helper = await _portal.SignInAsStaffAsync();
        await _portal.ProveAsStaffAsync(helper, Purpose.Clear);
        var (rachel, order) = (await _portal.AccountAsync(Rachel), await _portal.OrderAsync(Rachel, RachelsPhone));

        Assert.Equal(new Refusal.NotWrittenDown(OrderField.Reference, 200), await TryAsync(order with { Reference = " " }));
        Assert.Equal(new Refusal.NotWrittenDown(OrderField.Reason, 200), await TryAsync(order with { Reason = "" }));
        Assert.Equal(new Refusal.NotWrittenDown(OrderField.Reason, 200), await TryAsync(order with { Reason = new string('x', 201) }));
        Assert.Equal(new Refusal.NotWrittenDown(OrderField.Ticket, 200), await TryAsync(order with { Ticket = "a\nb" }));
        Assert.Equal(new Refusal.NothingToClear(), await TryAsync(order with { Methods = [] }));
        Assert.Equal(new Refusal.NoSuchMethod(), await TryAsync(order with { Methods = [MethodId.New(_portal.Now)] }));
        Assert.Null(await TryAsync(order));

        async Task<Refusal?> TryAsync(ClearOrder tried) => (await _portal.Service.ClearAsync(helper, rachel, tried, null, Cancel)).Refusal;
    }

    /// <summary>R-HELP-6: the portal checks the number itself; it serves once, and policy says whether it counts at all.</summary>
    [Fact]
    public async Task A_caller_number_is_checked_by_the_portal_and_serves_once()
    {
        var rachel = await _portal.SignInAsync();
        var number = (await _portal.Service.MakeCallerNumberAsync(rachel, Cancel)).Number!.Digits;
        var helper = await _portal.SignInAsStaffAsync();
        await _portal.ProveAsStaffAsync(helper, Purpose.Clear);
        var order = await _portal.OrderAsync(Rachel, RachelsPhone) with { Check = CallerCheck.CallerNumber, Reference = "" };

        Assert.Equal(new Refusal.NotACallerNumber(), (await _portal.Service.ClearAsync(helper, rachel.Account, order, "who are you?", Cancel)).Refusal);
        Assert.Equal(new Refusal.WrongCallerNumber(), (await _portal.Service.ClearAsync(helper, rachel.Account, order, Not(number), Cancel)).Refusal);
        Assert.Contains(await _portal.AuditAsync(), record => record.Action == AuditAction.CallerNumberRefused);
        Assert.Null((await _portal.Service.ClearAsync(helper, rachel.Account, order, number, Cancel)).Refusal);
    }

    [Fact]
    public async Task A_check_that_policy_does_not_let_count_counts_for_nothing()
    {
        await using var strict = await Portal.OpenAsync(new() { ["Security:HelpDesk:CallerChecks:DirectoryCall"] = "false" });
        await strict.SeedDeskAsync();
        var helper = await strict.SignInAsStaffAsync();

        Assert.Equal(new Refusal.CheckNotAccepted(), (await strict.ClearAsync(helper, Rachel, RachelsPhone)).Refusal);
        var preview = (await strict.Service.PreviewClearAsync(helper, await strict.AccountAsync(Rachel), await strict.OrderAsync(Rachel), Cancel)).Preview!;
        Assert.Equal([CallerCheck.InPerson, CallerCheck.Manager, CallerCheck.CallerNumber], preview.Checks);
    }

    /// <summary>R-HELP-4: ten an hour, then somebody else has to agree.</summary>
    [Fact]
    public async Task The_eleventh_clear_of_an_hour_waits_for_a_lead()
    {
        await using var busy = await Portal.OpenAsync(new() { ["Security:HelpDesk:ClearsAnHour"] = "1" });
        await busy.SeedDeskAsync();
        var helper = await busy.SignInAsStaffAsync();
        Assert.Null((await busy.ClearAsync(helper, Rachel, RachelsPhone)).Refusal);
        var first = busy.Now;
        Contact mail = new(MethodKind.Email, "rachael@mail.example");

        Assert.Equal(new Refusal.TooManyClears(1, first + 1.Hours), (await busy.ClearAsync(helper, Rachael, mail)).Refusal);
        await busy.ProveAsStaffAsync(helper, Purpose.Clear);
        var asked = await busy.Service.AskToClearAsync(helper, await busy.AccountAsync(Rachael), await busy.OrderAsync(Rachael, mail), null, Cancel);
        var lead = await busy.SignInAsStaffAsync(Lead);
        await busy.ProveAsStaffAsync(lead, Purpose.Approve);
        Assert.Null(await busy.Service.DecideApprovalAsync(lead, asked.Number!, agrees: true, "", Cancel));
        await busy.ProveAsStaffAsync(helper, Purpose.Clear);
        Assert.NotNull((await busy.Service.ClearApprovedAsync(helper, asked.Number!, Cancel)).Pass);
    }

    /// <summary>Two helpers at once: one wins, and the other is told.</summary>
    [Fact]
    public async Task Of_two_who_clear_the_same_account_at_once_one_is_told_that_the_other_was_there()
    {
        var (helper, lead) = (await _portal.SignInAsStaffAsync(), await _portal.SignInAsStaffAsync(Lead));
        await _portal.ProveAsStaffAsync(helper, Purpose.Clear);
        await _portal.ProveAsStaffAsync(lead, Purpose.Clear);
        var rachel = await _portal.AccountAsync(Rachel);
        var (phone, mail) = (await _portal.OrderAsync(Rachel, RachelsPhone), await _portal.OrderAsync(Rachel, RachelsMail));

        var answers = await Task.WhenAll(
            Task.Run(() => _portal.Service.ClearAsync(helper, rachel, phone, null, Cancel)),
            Task.Run(() => _portal.Service.ClearAsync(lead, rachel, mail, null, Cancel)));

        Assert.Single(answers, answer => answer.Refusal is null);
        Assert.Single(answers, answer => answer.Refusal == new Refusal.ClearedMeanwhile(_portal.Now));
        Assert.Single((await _portal.ProfileAsync(Rachel)).Methods, method => method.IsConfirmed);
    }

    /// <summary>R-HELP-2: nothing is written by looking, and what is shown is what is then done.</summary>
    [Fact]
    public async Task The_preview_says_what_goes_what_stays_and_what_ends()
    {
        _ = await _portal.SignInAsync();
        var helper = await _portal.SignInAsStaffAsync();
        var version = (await _portal.ProfileAsync(Rachel)).Version;

        var one = (await _portal.Service.PreviewClearAsync(helper, await _portal.AccountAsync(Rachel), await _portal.OrderAsync(Rachel, RachelsPhone), Cancel)).Preview!;
        var both = (await _portal.Service.PreviewClearAsync(helper, await _portal.AccountAsync(Rachel), await _portal.OrderAsync(Rachel, RachelsPhone, RachelsMail), Cancel)).Preview!;

        Assert.Equal((RachelsPhone.Masked, RachelsMail.Masked, 1, false), (Mask(one.Goes), Mask(one.Stays), one.Sessions, one.GivesPass));
        Assert.True(both is { GivesPass: true, Stays.IsEmpty: true, TakesTwo: false });
        Assert.Equal(version, (await _portal.ProfileAsync(Rachel)).Version);

        static string Mask(IEnumerable<MethodView> methods) => Assert.Single(methods).Shown;
    }
}
