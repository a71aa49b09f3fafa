using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-10: the owner disputes what staff did, and nothing changes until a lead has decided, or for seven days.</summary>
public sealed class StaffDisputeTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedDeskAsync();
        var helper = await _portal.SignInAsStaffAsync();
        _ = await _portal.ClearAsync(helper, Rachel, RachelsPhone);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task It_takes_a_proof_by_an_established_method_and_a_row_that_staff_left()
    {
        var rachel = await SignInAsync();
        Assert.Equal(new Refusal.ProofNeeded(), await _portal.Service.DisputeStaffAsync(rachel, await RowAsync(rachel), Cancel));
        await _portal.ProveAsync(rachel);

        Assert.Equal(new Refusal.NoSuchActivity(), await _portal.Service.DisputeStaffAsync(rachel, new(true, 1), Cancel));
        Assert.Equal(new Refusal.NoSuchActivity(), await _portal.Service.DisputeStaffAsync(rachel, new(false, 1_000_000), Cancel));
        Assert.Null(await _portal.Service.DisputeStaffAsync(rachel, await RowAsync(rachel), Cancel));
    }

    [Fact]
    public async Task Nothing_about_the_accounts_security_changes_by_anybody_meanwhile()
    {
        var (rachel, until) = await FreezeAsync();
        var method = await _portal.MethodAsync(rachel, RachelsMail);

        Assert.Equal(new Refusal.Frozen(until), await _portal.Service.RenameMethodAsync(rachel, method, "Mine", Cancel));
        Assert.Equal(new Refusal.Frozen(until), await _portal.Service.AddMethodAsync(rachel, NewMail, Cancel));
        Assert.Equal(new Refusal.Frozen(until), await _portal.Service.SetPasswordAsync(rachel, "Another-Horse-77", Cancel));
        Assert.Equal(new Refusal.Frozen(until), await _portal.Service.EnterNewInfoAsync(await _portal.GivePasswordAsync(), NewPhone, Cancel));
        var lead = await _portal.SignInAsStaffAsync(Lead);
        Assert.Equal(new Refusal.Frozen(until), (await _portal.ClearAsync(lead, Rachel, RachelsMail)).Refusal);
        Assert.Equal(until, (await _portal.Service.AccountForStaffAsync(lead, rachel.Account, Cancel)).Account!.FrozenUntil);
        Assert.Null(await _portal.Service.EndOtherSessionsAsync(rachel, Cancel));
    }

    [Fact]
    public async Task It_ends_by_itself_after_seven_days_to_the_tick()
    {
        var (_, until) = await FreezeAsync();

        _portal.Clock.Advance(until - _portal.Now - TimeSpan.FromTicks(1));
        Assert.NotNull((await _portal.OverviewAsync(await _portal.SignInAsync())).FrozenUntil);
        _portal.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null((await _portal.OverviewAsync(await _portal.SignInAsync())).FrozenUntil);
    }

    /// <summary>The case is a lead's to close, and with it the freeze ends; everybody is told of both.</summary>
    [Fact]
    public async Task A_lead_decides_it_and_a_helper_does_not()
    {
        var (rachel, _) = await FreezeAsync();
        var number = (await _portal.ProfileAsync(rachel)).Freeze!.Case;

        Assert.Equal(new Refusal.NoRight(), await _portal.Service.CloseCaseAsync(await _portal.ActAsAsync(SecondHelper), number, "It was her", Cancel));
        Assert.NotNull((await _portal.ProfileAsync(rachel)).Freeze);
        Assert.Null(await _portal.Service.CloseCaseAsync(await _portal.ActAsAsync(Lead), number, "It was her", Cancel));

        Assert.Null((await _portal.ProfileAsync(rachel)).Freeze);
        await _portal.SendMailAsync();
        Assert.Contains(_portal.Messages.All, message => message.Kind == nameof(SecurityEvent.SecurityFrozen) && message.Text.Contains(number, StringComparison.Ordinal));
        Assert.Contains(_portal.Messages.All, message => message.Kind == nameof(SecurityEvent.DisputeDecided));
    }

    [Fact]
    public async Task What_is_frozen_is_not_frozen_for_longer_by_another_dispute()
    {
        var (rachel, until) = await FreezeAsync();

        Assert.Equal(new Refusal.Frozen(until), await _portal.Service.DisputeStaffAsync(rachel, await RowAsync(rachel), Cancel));
    }

    private async Task<(Owner Rachel, DateTimeOffset Until)> FreezeAsync()
    {
        var rachel = await SignInAsync();
        await _portal.ProveAsync(rachel);
        Assert.Null(await _portal.Service.DisputeStaffAsync(rachel, await RowAsync(rachel), Cancel));
        var until = (await _portal.OverviewAsync(rachel)).FrozenUntil!.Value;
        Assert.Equal(_portal.Now + 7.Days, until);
        return (rachel, until);
    }

    /// <summary>What is owed after the clear is registered first.</summary>
    private async Task<Owner> SignInAsync()
    {
        var rachel = await _portal.SignInAsync();
        await _portal.AddAsync(rachel, NewPhone);
        Assert.Null(await _portal.Service.FinishRegistrationAsync(rachel, Cancel));
        return rachel;
    }

    private async Task<ActivityRef> RowAsync(Owner owner) =>
        (await _portal.Service.ActivityAsync(owner, null, Cancel))!.Rows.Single(row => row.Kind == nameof(SecurityEvent.MethodsCleared)).Ref;
}
