using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Staff;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-BLOCK-1, R-BLOCK-4: whatever a block stands on, no code is sent, the history says so once, and staff lift it.</summary>
public sealed class EveryBlockTests : IAsyncLifetime
{
    private static readonly PortalItself s_worker = new();

    private Portal _portal = null!;
    private Owner _limited = null!;
    private MethodId _mail;

    public static TheoryData<BlockScope> Scopes => [.. Enum.GetValues<BlockScope>().Except([BlockScope.Region])];

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
        _limited = await _portal.GivePasswordAsync();
        _mail = await _portal.MethodAsync(_limited, RachelsMail);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Nothing_is_sent_and_the_history_says_so_once(BlockScope scope)
    {
        await SetAsync(scope, _portal.Now + 2.Hours);

        for (var tries = 0; tries < 3; tries++)
            Assert.Equal(scope, Assert.IsType<Refusal.Blocked>(await AskAsync(_limited)).Scope);

        await _portal.SendMailAsync();
        Assert.Empty(_portal.Messages.All);
        Assert.Single(await HeldBackAsync());
        Assert.Empty((await _portal.OverviewAsync(_limited)).Challenges);
        var shown = (await _portal.OverviewAsync(_limited)).Methods.Single(method => method.Id == _mail);
        Assert.Equal((scope, false), (shown.Block!.Scope, shown.IsOpen));
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task One_without_an_end_stands_until_it_is_lifted_and_no_longer(BlockScope scope)
    {
        await SetAsync(scope, until: null);
        _portal.Clock.Advance(10.Minutes);
        Assert.Null(Assert.IsType<Refusal.Blocked>(await AskAsync(_limited)).Until);

        Assert.Null(await LiftAsync(scope));
        Assert.Null(await AskAsync(_limited));
        Assert.Equal(new Refusal.NoSuchBlock(), await LiftAsync(scope));
    }

    [Fact]
    public async Task A_blocked_destination_is_lengthened_by_a_full_session_and_by_no_limited_one()
    {
        await SetAsync(BlockScope.Destination, _portal.Now + 2.Hours);
        var end = _portal.Now + 2.Hours;
        Assert.Equal(end, Assert.IsType<Refusal.Blocked>(await AskAsync(_limited)).Until);

        var owner = await _portal.SignInAsync(with: RachelsPhone);
        Assert.Equal(_portal.Now + 24.Hours, Assert.IsType<Refusal.Blocked>(await _portal.Service.AskForCodeAsync(owner, Purpose.ChangeSecurityInfo, _mail, Cancel)).Until);
        Assert.Equal(_portal.Now + 24.Hours, Assert.IsType<Refusal.Blocked>(await AskAsync(_limited)).Until);
    }

    [Fact]
    public async Task A_destination_is_blocked_for_whichever_account()
    {
        await SetAsync(BlockScope.Destination, until: null);
        var newcomer = await _portal.GivePasswordAsync(Newcomer, "198.51.100.4");

        Assert.Equal(BlockScope.Destination, Assert.IsType<Refusal.Blocked>(await _portal.Service.AddMethodAsync(newcomer, RachelsMail, Cancel)).Scope);
        Assert.Empty((await _portal.OverviewAsync(newcomer)).Unconfirmed);
    }

    [Theory]
    [InlineData(Rachel)]
    [InlineData("nobody@contoso.example")]
    public async Task Nobody_signs_in_from_a_source_that_staff_have_blocked_whether_or_not_there_is_such_an_account(string name)
    {
        await SetAsync(BlockScope.Source, until: null);

        var refusal = (await _portal.Service.SignInAsync(From(_limited.Source), name, Portal.Password, Cancel)).Refusal;
        Assert.Equal(new Refusal.Blocked(BlockScope.Source, BlockReason.TermsOfService, null), refusal);
        Assert.Equal(BlockScope.Source, (await _portal.Service.BlockOfNameAsync(From(_limited.Source), name, Cancel))!.Scope);
    }

    [Fact]
    public async Task A_blocked_account_says_so_after_the_right_password_and_not_before()
    {
        await SetAsync(BlockScope.Account, until: null);

        Assert.Null(await _portal.Service.BlockOfNameAsync(From("198.51.100.7"), Rachel, Cancel));
        var limited = await _portal.GivePasswordAsync(source: "198.51.100.7");
        Assert.Equal(BlockScope.Account, (await _portal.OverviewAsync(limited)).AccountBlock!.Scope);
        Assert.Equal(SignInCause.AccountBlocked, await _portal.ReadAsync(context => context.SignIns.OrderByDescending(happened => happened.Id).Select(happened => happened.Cause).FirstAsync(Cancel)));
    }

    [Fact]
    public async Task Who_did_what_and_why_is_written_down()
    {
        await SetAsync(BlockScope.Account, until: null);
        Assert.Null(await LiftAsync(BlockScope.Account));

        var entries = await _portal.ReadAsync(context => context.Activity.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync(Cancel));
        Assert.Equal(
            [(ActivityEntry.BlockSet, "Account", "looked into"), (ActivityEntry.BlockLifted, "Account", "all is well")],
            entries.Where(entry => entry.Account == _limited.Account).Select(entry => (entry.Kind, entry.About, entry.Reason)));
        Assert.All(entries.Where(entry => entry.Account == _limited.Account), entry => Assert.Equal((ActivityEntry.HelpDesk, "Administrator"), (entry.Source, entry.Browser)));
    }

    [Fact]
    public async Task A_block_without_a_reason_or_with_an_end_that_is_past_is_none()
    {
        var staff = await _portal.StaffAsync();
        Assert.Equal(new Refusal.NotWrittenDown(OrderField.Reason, 200), await _portal.Service.BlockAsync(staff, _limited.Account, new(new(BlockScope.Account), BlockReason.ReportedLost, null, " "), Cancel));
        Assert.Equal(new Refusal.EndNotAhead(), await _portal.Service.BlockAsync(staff, _limited.Account, new(new(BlockScope.Account), BlockReason.ReportedLost, _portal.Now, "lost"), Cancel));
    }

    [Fact]
    public async Task The_end_is_told_by_the_method_that_was_chosen_when_the_worker_comes_by()
    {
        _ = await _portal.GuessAsync(_limited, _mail, 10);
        var phone = await _portal.MethodAsync(_limited, RachelsPhone);
        Assert.Null(await _portal.Service.TellWhenBlockEndsAsync(_limited, _mail, phone, Cancel));
        _portal.Messages.Clear();

        _portal.Clock.Advance(24.Hours);
        Assert.Contains(_limited.Account, await _portal.Service.DueAsync(s_worker, 0, 10, Cancel));
        Assert.Null(await _portal.Service.AdvanceAsync(s_worker, _limited.Account, Cancel));
        await _portal.SendMailAsync();
        var told = Assert.Single(_portal.Messages.All, message => message.Kind == nameof(SecurityEvent.BlockEnded));
        Assert.Equal((RachelsPhone.Value, null), (told.To, told.Code));
    }

    private Task<Refusal?> AskAsync(Owner owner) => _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, _mail, Cancel);

    private BlockTarget TargetOf(BlockScope scope) => new(
        scope,
        scope is BlockScope.Method or BlockScope.MethodAtSource ? _mail : null,
        scope is BlockScope.MethodAtSource or BlockScope.AccountAtSource ? _limited.Source : "");

    private async Task SetAsync(BlockScope scope, DateTimeOffset? until) => Assert.Null(await (scope switch
    {
        BlockScope.Destination => _portal.Service.BlockDestinationAsync(await _portal.StaffAsync(), RachelsMail, BlockReason.TermsOfService, until, "looked into", Cancel),
        BlockScope.Source => _portal.Service.BlockSourceAsync(await _portal.StaffAsync(), _limited.Source, BlockReason.TermsOfService, until, "looked into", Cancel),
        _ => _portal.Service.BlockAsync(await _portal.StaffAsync(), _limited.Account, new(TargetOf(scope), BlockReason.ReportedLost, until, "looked into"), Cancel),
    }));

    private async Task<Refusal?> LiftAsync(BlockScope scope) => await (scope switch
    {
        BlockScope.Destination => _portal.Service.LiftDestinationAsync(await _portal.StaffAsync(), RachelsMail, "all is well", Cancel),
        BlockScope.Source => _portal.Service.LiftSourceAsync(await _portal.StaffAsync(), _limited.Source, "all is well", Cancel),
        _ => _portal.Service.LiftBlockAsync(await _portal.StaffAsync(), _limited.Account, TargetOf(scope), "all is well", Cancel),
    });

    private Task<List<Message>> HeldBackAsync() => _portal.ReadAsync(context =>
        context.Messages.AsNoTracking().Where(message => message.Stage == DeliveryStage.NotSent && message.Cause == DeliveryCause.Blocked).ToListAsync(Cancel));
}
