using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-PASS-5, R-SIGN-4: what a passkey opens, and all that it does not.</summary>
public sealed class PasskeyTests : PasskeyTest
{
    [Fact]
    public async Task It_signs_in_alone_and_is_called_after_the_browser_at_first()
    {
        var answer = await SignInAsync();

        Assert.Null(answer.Refusal);
        var overview = await Portal.OverviewAsync(answer.Owner!);
        Assert.True(overview.IsFull);
        var passkey = Assert.Single(overview.Usable, method => method.Kind == MethodKind.Passkey);
        Assert.Equal(("Chrome on Linux", Portal.Now), (passkey.Name, passkey.LastUsedAt!.Value));
    }

    [Fact]
    public async Task An_account_can_have_several()
    {
        using SoftAuthenticator another = new() { Counts = false };
        Assert.Null(await AddAsync(Rachels, another));

        Assert.Null((await SignInAsync(another)).Refusal);
        Assert.Null((await SignInAsync()).Refusal);
        Assert.Equal(2, (await Portal.OverviewAsync(Rachels)).Usable.Count(method => method.Kind == MethodKind.Passkey));
    }

    [Fact]
    public async Task One_that_was_removed_opens_nothing_any_more()
    {
        var passkey = await PasskeyAsync();
        Assert.Null(await Portal.Service.RemoveMethodAsync(Rachels, passkey, knowingly: true, Cancel));

        Assert.Equal(PasskeyFault.Unknown, FaultOf((await SignInAsync()).Refusal));
    }

    [Fact]
    public async Task One_that_was_put_aside_only_brings_itself_back()
    {
        var passkey = await PasskeyAsync();
        Assert.Null(await Portal.Service.SuspendMethodAsync(Rachels, passkey, knowingly: true, Cancel));
        Assert.Equal(PasskeyFault.Unknown, FaultOf((await SignInAsync()).Refusal));

        var ask = (await Portal.Service.AskForPasskeyAsync(Rachels, Purpose.BringBack, Cancel))!;
        Assert.Null(await Portal.Service.BringBackByPasskeyAsync(Rachels, passkey, ask.Token, Key.Prove(ask.Options), Cancel));

        Assert.Null((await SignInAsync()).Refusal);
    }

    [Fact]
    public async Task One_that_staff_have_blocked_opens_nothing()
    {
        Assert.Null(await Portal.Service.BlockAsync(await Portal.StaffAsync(), Rachels.Account, new(new(BlockScope.Method, await PasskeyAsync()), BlockReason.ReportedLost, null, "lost"), Cancel));

        Assert.IsType<Refusal.Blocked>((await SignInAsync()).Refusal);
    }

    /// <summary>R-RESTRICT-3: the owner comes back with the password they know, whatever was changed first.</summary>
    [Fact]
    public async Task A_password_that_was_changed_first_does_not_shut_the_owner_out()
    {
        Assert.Null(await Portal.Service.SetPasswordAsync(Rachels, "Thiefs-own-words-1", Cancel));
        Assert.Null(await Portal.Service.RemoveMethodAsync(Rachels, await Portal.MethodAsync(Rachels, RachelsPhone), knowingly: true, Cancel));
        await Portal.AddAsync(Rachels, NewMail);
        Portal.Clock.Advance(1.Seconds);
        Assert.Null(await Portal.Service.RemoveMethodAsync(Rachels, await Portal.MethodAsync(Rachels, RachelsMail), knowingly: true, Cancel));
        await Portal.SendMailAsync();
        var told = Portal.Messages.To(RachelsMail.Value).Single(message => message.Kind == nameof(SecurityEvent.EverythingChanged));

        var undo = await Portal.Service.BeginUndoAsync(Visitor, told.Links.Single().Split('/')[^1], Portal.Password, Cancel);

        Assert.Null(undo.Refusal);
    }

    [Fact]
    public async Task It_proves_that_its_owner_may_change_security_info()
    {
        var signedIn = (await SignInAsync()).Owner!;
        Assert.IsType<Refusal.ProofNeeded>(await Portal.Service.RenameMethodAsync(signedIn, await PasskeyAsync(), "Desk", Cancel));

        var ask = (await Portal.Service.AskForPasskeyAsync(signedIn, Purpose.ChangeSecurityInfo, Cancel))!;
        Assert.Null(await Portal.Service.ProveByPasskeyAsync(signedIn, ask.Token, Key.Prove(ask.Options), Cancel));

        Assert.Null(await Portal.Service.RenameMethodAsync(signedIn, await PasskeyAsync(), "Desk", Cancel));
    }

    [Fact]
    public async Task Adding_one_takes_a_proof()
    {
        var unproved = await Portal.SignInAsync(source: "192.0.2.7");

        Assert.IsType<Refusal.ProofNeeded>((await Portal.Service.AskToMakePasskeyAsync(unproved, Cancel)).Refusal);
        Assert.IsType<Refusal.NotFullySignedIn>((await Portal.Service.AskToMakePasskeyAsync(await Portal.GivePasswordAsync(), Cancel)).Refusal);
    }

    [Fact]
    public async Task What_another_account_has_is_not_taken_in_again()
    {
        var nell = await Portal.GivePasswordAsync(Newcomer);

        Assert.IsType<Refusal.AlreadyYours>(await AddAsync(nell, Key));
    }

    [Fact]
    public async Task A_newcomer_registers_with_nothing_else()
    {
        using SoftAuthenticator hers = new();
        var nell = await Portal.GivePasswordAsync(Newcomer);
        Assert.Null(await AddAsync(nell, hers));
        Assert.Null(await Portal.Service.FinishRegistrationAsync(nell, Cancel));

        Assert.True((await Portal.OverviewAsync(nell)).IsFull);
        Assert.Null((await SignInAsync(hers)).Refusal);
    }

    /// <summary>R-PEND-5: it does not cancel before its owner has said so.</summary>
    [Fact]
    public async Task While_a_replacement_is_pending_it_asks_first()
    {
        _ = await Portal.StartReplacementAsync();
        var answer = await SignInAsync();

        Assert.Null(answer.Refusal);
        var asked = await Portal.OverviewAsync(answer.Owner!);
        Assert.True(asked is { IsFull: false, AsksToCancel: true, Pending: not null });

        var entered = await Portal.Service.CancelAndSignInAsync(answer.Owner!, Cancel);
        Assert.Null(entered.Refusal);
        Assert.True(await Portal.OverviewAsync(entered.Owner!) is { IsFull: true, Pending: null, AsksWhoStarted: true });
    }

    [Fact]
    public async Task Only_whoever_has_just_proved_a_passkey_cancels_by_a_word()
    {
        var thief = await Portal.StartReplacementAsync();
        Assert.NotNull((await Portal.Service.CancelAndSignInAsync(thief, Cancel)).Refusal);

        var owner = (await SignInAsync()).Owner!;
        Portal.Clock.Advance(11.Minutes);
        Assert.NotNull((await Portal.Service.CancelAndSignInAsync(owner, Cancel)).Refusal);
        Assert.NotNull((await Portal.OverviewAsync(thief)).Pending);
    }
}
