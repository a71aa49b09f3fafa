using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-4: what takes two people takes two people.</summary>
public sealed class ApprovalTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedDeskAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_helper_never_clears_staff_and_nobody_themselves()
    {
        var (helper, lead) = (await _portal.SignInAsStaffAsync(), await _portal.SignInAsStaffAsync(Lead));

        Assert.Equal(new Refusal.NoRight(), (await _portal.ClearAsync(helper, Auditor, AuditorsMail)).Refusal);
        Assert.Equal(new Refusal.NotOnYourself(), (await _portal.ClearAsync(helper, Helper, HelpersMail)).Refusal);
        Assert.Equal(new Refusal.TwoNeeded(), (await _portal.ClearAsync(lead, Auditor, AuditorsMail)).Refusal);
        Assert.Equal(new Refusal.NoRight(), (await _portal.ClearAsync(await _portal.SignInAsStaffAsync(Admin), Rachel, RachelsPhone)).Refusal);
    }

    [Fact]
    public async Task Staff_are_cleared_once_another_person_has_agreed()
    {
        var lead = await _portal.SignInAsStaffAsync(Lead);
        var number = await AskAsync(lead, Auditor, AuditorsMail);
        Assert.NotEmpty((await _portal.ProfileAsync(Auditor)).Methods);

        await _portal.ProveAsStaffAsync(lead, Purpose.Clear);
        Assert.Equal(new Refusal.ApprovalOver(), (await _portal.Service.ClearApprovedAsync(lead, number, Cancel)).Refusal);

        Assert.Null(await DecideAsync(await _portal.SignInAsStaffAsync(Admin), number));
        lead = await _portal.SignInAsStaffAsync(Lead);
        await _portal.ProveAsStaffAsync(lead, Purpose.Clear);
        Assert.NotNull((await _portal.Service.ClearApprovedAsync(lead, number, Cancel)).Pass);
        Assert.Equal(
            [AuditAction.ApprovalAsked, AuditAction.ApprovalGiven, AuditAction.MethodsCleared],
            (await _portal.AuditAsync()).Select(record => record.Action).Where(action => action is AuditAction.ApprovalAsked or AuditAction.ApprovalGiven or AuditAction.MethodsCleared));
        Assert.Equal(ApprovalState.Done, (await _portal.Service.ApprovalAsync(lead, number, Cancel)).Approval!.State);
    }

    /// <summary>Not those who ask, not those it is about, and neither through a second account of theirs.</summary>
    [Fact]
    public async Task Nobody_agrees_to_their_own_nor_for_themselves_nor_through_a_second_account()
    {
        var lead = await _portal.SignInAsStaffAsync(Lead);
        var twin = await _portal.SignInAsStaffAsync(HelpersOther);
        var ofHelper = await AskAsync(lead, Helper, HelpersMail);

        Assert.Equal(new Refusal.NotByYou(), await DecideAsync(lead, ofHelper));
        Assert.Equal(new Refusal.NotByYou(), await DecideAsync(twin, ofHelper));

        var byTwin = await AskAsync(twin, Admin, new Contact(MethodKind.Email, "admin@mail.example"));
        Assert.Equal(new Refusal.NotOnYourself(), await DecideAsync(await _portal.SignInAsStaffAsync(Admin), byTwin));
        Assert.Null(await DecideAsync(await _portal.SignInAsStaffAsync(OtherAdmin), byTwin));
        Assert.Equal(new Refusal.ApprovalOver(), await DecideAsync(lead, byTwin));
    }

    [Fact]
    public async Task Of_all_who_agree_at_once_one_has_agreed()
    {
        var lead = await _portal.SignInAsStaffAsync(Lead);
        var number = await AskAsync(lead, Auditor, AuditorsMail);
        var (one, other) = (await _portal.SignInAsStaffAsync(Admin), await _portal.SignInAsStaffAsync(OtherAdmin));
        await _portal.ProveAsStaffAsync(one, Purpose.Approve);
        await _portal.ProveAsStaffAsync(other, Purpose.Approve);

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).SelectMany(_ => new[] { one, other })
            .Select(admin => Task.Run(() => _portal.Service.DecideApprovalAsync(admin, number, agrees: true, "", Cancel))));

        Assert.Single(answers, answer => answer is null);
    }

    [Fact]
    public async Task It_can_be_declined_with_a_reason_taken_back_and_is_over_after_a_day()
    {
        var lead = await _portal.SignInAsStaffAsync(Lead);
        var (declined, taken, old) = (await AskAsync(lead, Auditor, AuditorsMail), await AskAsync(lead, Auditor, AuditorsMail), await AskAsync(lead, Auditor, AuditorsMail));
        var admin = await _portal.SignInAsStaffAsync(Admin);

        Assert.Equal(new Refusal.NotWrittenDown(OrderField.Reason, 200), await _portal.Service.DecideApprovalAsync(admin, declined, agrees: false, " ", Cancel));
        await _portal.ProveAsStaffAsync(admin, Purpose.Approve);
        Assert.Null(await _portal.Service.DecideApprovalAsync(admin, declined, agrees: false, "Ask her manager first", Cancel));
        Assert.Equal(new Refusal.NoRight(), await _portal.Service.WithdrawApprovalAsync(admin, taken, Cancel));
        Assert.Null(await _portal.Service.WithdrawApprovalAsync(lead, taken, Cancel));
        Assert.Equal(new Refusal.ApprovalOver(), await DecideAsync(admin, taken));
        _portal.Clock.Advance(1.Days);
        Assert.Equal(new Refusal.ApprovalOver(), await DecideAsync(await _portal.SignInAsStaffAsync(Admin), old));
        Assert.Equal(new Refusal.NoSuchApproval(), (await _portal.Service.ApprovalAsync(await _portal.SignInAsStaffAsync(Lead), "ZZZZZZZZ", Cancel)).Refusal);
    }

    /// <summary>A role is asked for by one administrator and given by another; its owner is told and signs in anew.</summary>
    [Fact]
    public async Task A_role_takes_two_administrators()
    {
        var admin = await _portal.SignInAsStaffAsync(Admin);
        var rachel = await _portal.SignInAsync();
        await _portal.ProveAsStaffAsync(admin, Purpose.GrantRole);
        var asked = await _portal.Service.AskForRoleAsync(admin, rachel.Account, Role.HelpDesk, gives: true, "Joins the desk", Cancel);
        Assert.Empty((await _portal.ProfileAsync(rachel)).Roles);

        await _portal.ProveAsStaffAsync(admin, Purpose.GrantRole);
        Assert.Equal(new Refusal.NotByYou(), await _portal.Service.DecideApprovalAsync(admin, asked.Number!, agrees: true, "", Cancel));
        var other = await _portal.SignInAsStaffAsync(OtherAdmin);
        await _portal.ProveAsStaffAsync(other, Purpose.GrantRole);
        Assert.Null(await _portal.Service.DecideApprovalAsync(other, asked.Number!, agrees: true, "", Cancel));

        var profile = await _portal.ProfileAsync(rachel);
        Assert.Equal([Role.HelpDesk], profile.Roles);
        Assert.Empty(profile.Sessions);
        await _portal.SendMailAsync();
        Assert.Equal(2, _portal.Messages.All.Count(message => message.Kind == nameof(SecurityEvent.RolesChanged)));
        Assert.Equal(
            (OtherAdmin, Rachel, "HelpDesk"),
            (await _portal.AuditAsync()).Where(record => record.Action == AuditAction.RoleGiven).Select(record => (record.ByName, record.TargetName, record.Facts[AuditFact.Role])).Single());
    }

    [Fact]
    public async Task A_role_that_is_there_already_is_not_asked_for_and_nobody_asks_for_their_own()
    {
        var admin = await _portal.SignInAsStaffAsync(Admin);
        await _portal.ProveAsStaffAsync(admin, Purpose.GrantRole);

        Assert.Equal(new Refusal.NothingToChange(), (await _portal.Service.AskForRoleAsync(admin, await _portal.AccountAsync(Helper), Role.HelpDesk, gives: true, "x", Cancel)).Refusal);
        Assert.Equal(new Refusal.NotOnYourself(), (await _portal.Service.AskForRoleAsync(admin, admin.Account, Role.HelpDesk, gives: true, "x", Cancel)).Refusal);
        Assert.Equal(new Refusal.NotWrittenDown(OrderField.Reason, 200), (await _portal.Service.AskForRoleAsync(admin, await _portal.AccountAsync(Rachel), Role.HelpDesk, gives: true, "", Cancel)).Refusal);
    }

    private async Task<string> AskAsync(Owner staff, string name, Contact goes)
    {
        await _portal.ProveAsStaffAsync(staff, Purpose.Clear);
        var (refusal, number) = await _portal.Service.AskToClearAsync(staff, await _portal.AccountAsync(name), await _portal.OrderAsync(name, goes), null, Cancel);
        Assert.Null(refusal);
        return number!;
    }

    private async Task<Refusal?> DecideAsync(Owner staff, string number)
    {
        await _portal.ProveAsStaffAsync(staff, Purpose.Approve);
        return await _portal.Service.DecideApprovalAsync(staff, number, agrees: true, "", Cancel);
    }
}
