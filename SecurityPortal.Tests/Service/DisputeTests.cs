using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-ACT-1: <em>This was me</em> and <em>This wasn't me</em>.</summary>
public sealed class DisputeTests : IAsyncLifetime
{
    private const string Elsewhere = "198.51.100.7";

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task This_was_not_me_ends_the_session_opens_a_case_and_takes_no_proof()
    {
        var (owner, thief) = (await _portal.SignInAsync(), await _portal.SignInAsync(source: Elsewhere));
        var sign = await SignInOfAsync(owner, Elsewhere);

        Assert.Null(await SayAsync(owner, sign, OwnersAnswer.WasNotMe));

        Assert.False(await _portal.Service.IsAliveAsync(thief, Cancel));
        Assert.True(await _portal.Service.IsAliveAsync(owner, Cancel));
        var opened = await _portal.ReadAsync(context => context.Cases.AsNoTracking().SingleAsync(Cancel));
        Assert.Equal((CaseKind.ActivityDisputed, owner.Account, await _portal.MethodAsync(owner, RachelsMail)), (opened.Kind, opened.Account, opened.Method!.Value));
        var said = (await _portal.Service.DisputeAsync(owner, sign.Row.Ref, Cancel))!;
        Assert.Equal((opened.Number, OwnersAnswer.WasNotMe, null), (said.Case, said.Row.Answer!.Value, said.PasswordChangedAt));
        Assert.Equal(
            owner.Session,
            (await _portal.ReadAsync(context => context.SignIns.AsNoTracking().SingleAsync(happened => happened.Cause == SignInCause.ReportedNotMine, Cancel))).Session);
    }

    [Fact]
    public async Task A_change_names_the_session_that_made_it()
    {
        var (owner, thief) = (await _portal.SignInAsync(), await _portal.SignInAsync(source: Elsewhere));
        await _portal.ProveAsync(thief);
        await _portal.AddAsync(thief, NewMail);
        var added = (await GroupsAsync(owner)).Single(group => group.What == "Event_MethodAdded");

        Assert.Null(await SayAsync(owner, added, OwnersAnswer.WasNotMe));

        Assert.False(await _portal.Service.IsAliveAsync(thief, Cancel));
        Assert.Contains((await _portal.OverviewAsync(owner)).Methods, method => method.Id == added.Row.Method);
    }

    [Fact]
    public async Task This_was_me_is_noted_and_can_be_taken_back_and_not_the_other_way()
    {
        var owner = await _portal.SignInAsync();
        _ = await _portal.SignInAsync(source: Elsewhere);
        var sign = await SignInOfAsync(owner, Elsewhere);

        Assert.Null(await SayAsync(owner, sign, OwnersAnswer.WasMe));
        Assert.Equal(OwnersAnswer.WasMe, (await SignInOfAsync(owner, Elsewhere)).Answer);
        Assert.IsType<Refusal.AlreadyAnswered>(await SayAsync(owner, sign, OwnersAnswer.WasMe));
        Assert.Null(await _portal.Service.DisputeAsync(owner, sign.Row.Ref, Cancel));
        Assert.Null(await SayAsync(owner, sign, OwnersAnswer.WasNotMe));

        Assert.Equal(new Refusal.AlreadyAnswered(OwnersAnswer.WasNotMe, _portal.Now), await SayAsync(owner, sign, OwnersAnswer.WasMe));
        Assert.Equal(OwnersAnswer.WasNotMe, (await SignInOfAsync(owner, Elsewhere)).Answer);
    }

    [Fact]
    public async Task Of_two_tabs_one_counts_and_the_other_is_told()
    {
        var owner = await _portal.SignInAsync();
        _ = await _portal.SignInAsync(source: Elsewhere);
        var sign = await SignInOfAsync(owner, Elsewhere);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(tab => SayAsync(owner, sign, OwnersAnswer.WasNotMe)));

        _ = Assert.Single(answers, answer => answer is null);
        Assert.Equal(7, answers.Count(answer => answer is Refusal.AlreadyAnswered));
        Assert.Equal(1, await _portal.ReadAsync(context => context.Cases.CountAsync(Cancel)));
    }

    [Fact]
    public async Task What_is_another_accounts_is_answered_as_what_is_not_there()
    {
        var owner = await _portal.SignInAsync();
        await _portal.GivePasswordAsync(Newcomer, Elsewhere);
        var others = await _portal.ReadAsync(context => context.SignIns.Where(happened => happened.NameKey == Newcomer).Select(happened => happened.Id).SingleAsync(Cancel));
        var own = (await SignInOfAsync(owner, owner.Source)).Row.Ref;
        foreach (ImmutableArray<ActivityRef> named in (ImmutableArray<ActivityRef>[])[[new(true, others)], [new(true, 999_999)], [new(false, 999_999)], [own, new(true, others)], []])
        {
            Assert.IsType<Refusal.NoSuchActivity>(await _portal.Service.AnswerActivityAsync(owner, named, OwnersAnswer.WasNotMe, Cancel));
            Assert.Null(named.IsEmpty ? null : await _portal.Service.DisputeAsync(owner, named[0], Cancel));
        }

        Assert.All(await _portal.ReadAsync(context => context.SignIns.AsNoTracking().ToListAsync(Cancel)), happened => Assert.Null(happened.Answer));
    }

    [Fact]
    public async Task A_limited_session_says_nothing_in_the_owners_name()
    {
        var owner = await _portal.SignInAsync();
        var sign = await SignInOfAsync(owner, owner.Source);
        var thief = await _portal.GivePasswordAsync(source: Elsewhere);

        Assert.IsType<Refusal.NotFullySignedIn>(await SayAsync(thief, sign, OwnersAnswer.WasNotMe));
        Assert.IsType<Refusal.NotFullySignedIn>(await _portal.Service.SecureAccountAsync(thief, Cancel));
        Assert.Null(await _portal.Service.DisputeAsync(thief, sign.Row.Ref, Cancel));

        Assert.True(await _portal.Service.IsAliveAsync(owner, Cancel));
    }

    [Fact]
    public async Task What_the_portal_did_is_asked_of_nobody()
    {
        _ = await _portal.StartReplacementAsync();
        _portal.Clock.Advance(1.Days);
        var owner = await _portal.SignInAsync();
        var reminded = (await GroupsAsync(owner)).Single(group => group.What == "Event_ReplacementReminder");

        Assert.IsType<Refusal.NoSuchActivity>(await SayAsync(owner, reminded, OwnersAnswer.WasNotMe));
    }

    [Fact]
    public async Task Of_this_very_session_it_is_recorded_and_the_session_goes_on()
    {
        var owner = await _portal.SignInAsync();
        var own = await SignInOfAsync(owner, owner.Source);
        Assert.True(own.IsThisSession);

        Assert.Null(await SayAsync(owner, own, OwnersAnswer.WasNotMe));

        Assert.True(await _portal.Service.IsAliveAsync(owner, Cancel));
        Assert.True((await _portal.Service.DisputeAsync(owner, own.Row.Ref, Cancel))!.Row.IsThisSession);
    }

    [Fact]
    public async Task After_a_proof_the_password_is_changed_and_that_is_said()
    {
        var (owner, thief) = (await _portal.SignInAsync(), await _portal.SignInAsync(source: Elsewhere));
        var sign = await SignInOfAsync(owner, Elsewhere);
        Assert.Null(await SayAsync(owner, sign, OwnersAnswer.WasNotMe));
        _ = await _portal.GivePasswordAsync(source: Elsewhere);
        Assert.IsType<Refusal.ProofNeeded>(await _portal.Service.SecureAccountAsync(owner, Cancel));
        await _portal.ProveAsync(owner);

        Assert.Null(await _portal.Service.SecureAccountAsync(owner, Cancel));
        Assert.True((await _portal.OverviewAsync(owner)).MustChangePassword);
        _ = Assert.Single((await _portal.OverviewAsync(owner)).Sessions);
        _portal.Clock.Advance(1.Minutes);
        Assert.Null(await _portal.Service.ChangeDistrustedPasswordAsync(owner, "Brand-New-Horse-5", Cancel));

        Assert.Equal(_portal.Now, (await _portal.Service.DisputeAsync(owner, sign.Row.Ref, Cancel))!.PasswordChangedAt);
        Assert.NotNull((await _portal.Service.SignInAsync(From(Elsewhere), Rachel, Portal.Password, Cancel)).Refusal);
        Assert.False(await _portal.Service.IsAliveAsync(thief, Cancel));
    }

    private Task<Refusal?> SayAsync(Owner owner, ActivityGroup group, OwnersAnswer answer) =>
        _portal.Service.AnswerActivityAsync(owner, [.. group.Rows.Select(row => row.Ref)], answer, Cancel);

    private async Task<ActivityGroup> SignInOfAsync(Owner owner, string source) =>
        (await GroupsAsync(owner)).Single(group => group.What == "Cause_SignedIn" && group.Row.Source == source);

    private async Task<IReadOnlyList<ActivityGroup>> GroupsAsync(Owner owner)
    {
        var read = (await _portal.Service.ActivityAsync(owner, null, Cancel))!;
        return ActivityGroups.Of(read.Rows, read, TimeZoneInfo.Utc);
    }
}
