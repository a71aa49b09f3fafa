using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-PASS-5, R-SIGN-4: what a passkey opens, and all that it does not.</summary>
public sealed class PasskeyTests : IAsyncLifetime
{
    private readonly SoftAuthenticator _key = new();
    private readonly Visitor _visitor = From("192.0.2.1") with { BrowserId = "hers" };
    private Portal _portal = null!;
    private Owner _rachel = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(Unlimited.Settings);
        await _portal.SeedAsync();
        _rachel = await _portal.SignInAsync();
        await _portal.ProveAsync(_rachel);
        Assert.Null(await AddAsync(_rachel, _key));
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        _key.Dispose();
    }

    [Fact]
    public async Task It_signs_in_alone_and_is_called_after_the_browser_at_first()
    {
        var answer = await SignInAsync();

        Assert.Null(answer.Refusal);
        var overview = await _portal.OverviewAsync(answer.Owner!);
        Assert.True(overview.IsFull);
        var passkey = Assert.Single(overview.Usable, method => method.Kind == MethodKind.Passkey);
        Assert.Equal(("Chrome on Linux", _portal.Now), (passkey.Name, passkey.LastUsedAt!.Value));
    }

    [Fact]
    public async Task An_account_can_have_several()
    {
        using SoftAuthenticator another = new() { Counts = false };
        Assert.Null(await AddAsync(_rachel, another));

        Assert.Null((await SignInAsync(another)).Refusal);
        Assert.Null((await SignInAsync()).Refusal);
        Assert.Equal(2, (await _portal.OverviewAsync(_rachel)).Usable.Count(method => method.Kind == MethodKind.Passkey));
    }

    [Fact]
    public async Task From_a_page_with_another_address_it_opens_nothing()
    {
        _key.Origin = "http://localhost.evil.example";

        Assert.Equal(PasskeyFault.WrongOrigin, FaultOf((await SignInAsync()).Refusal));
    }

    [Fact]
    public async Task Without_a_finger_a_face_or_a_PIN_it_opens_nothing()
    {
        _key.VerifiesUser = false;

        Assert.Equal(PasskeyFault.NotVerified, FaultOf((await SignInAsync()).Refusal));
    }

    [Fact]
    public async Task It_is_not_taken_in_without_them_either()
    {
        using SoftAuthenticator careless = new() { VerifiesUser = false };
        Assert.NotNull(FaultOf(await AddAsync(_rachel, careless)));

        using SoftAuthenticator elsewhere = new() { Origin = "http://evil.example" };
        Assert.Equal(PasskeyFault.WrongOrigin, FaultOf(await AddAsync(_rachel, elsewhere)));
    }

    [Fact]
    public async Task An_answer_is_taken_once()
    {
        var ask = await _portal.Service.AskForAnyPasskeyAsync(_visitor, Cancel);
        var answer = _key.Prove(ask.Options);
        Assert.Null((await _portal.Service.SignInByPasskeyAsync(_visitor, ask.Token, answer, Cancel)).Refusal);

        Assert.Equal(PasskeyFault.Replayed, FaultOf((await _portal.Service.SignInByPasskeyAsync(_visitor, ask.Token, answer, Cancel)).Refusal));
    }

    [Fact]
    public async Task An_answer_is_taken_once_however_often_it_comes_at_the_same_time()
    {
        var ask = await _portal.Service.AskForAnyPasskeyAsync(_visitor, Cancel);
        var answer = _key.Prove(ask.Options);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => _portal.Service.SignInByPasskeyAsync(_visitor, ask.Token, answer, Cancel))));

        Assert.Single(answers, one => one.Refusal is null);
        Assert.Equal(63, answers.Count(one => one.Refusal is Refusal.WrongPasskey { Fault: PasskeyFault.Replayed }));
    }

    [Fact]
    public async Task One_that_counts_backwards_is_refused_and_told_of()
    {
        Assert.Null((await SignInAsync()).Refusal);
        _key.Count = 1;

        Assert.Equal(PasskeyFault.Cloned, FaultOf((await SignInAsync()).Refusal));
        await _portal.SendMailAsync();
        Assert.All([RachelsMail, RachelsPhone], to => Assert.Contains(_portal.Messages.To(to.Value), message => message.Kind == nameof(SecurityEvent.PasskeyCloned)));
        Assert.Contains(await EventsAsync(), tried => tried.Cause == SignInCause.PasskeyCloned && tried.Group == CauseGroup.Malicious);
    }

    [Fact]
    public async Task An_answer_serves_its_purpose_and_its_session_only()
    {
        var here = await _portal.GivePasswordAsync();
        var there = await _portal.GivePasswordAsync(source: "192.0.2.9");
        var signingIn = (await _portal.Service.AskForPasskeyAsync(here, Purpose.SignIn, Cancel))!;
        var visiting = await _portal.Service.AskForAnyPasskeyAsync(_visitor, Cancel);
        var answer = _key.Prove(signingIn.Options);

        Assert.Equal(PasskeyFault.Expired, FaultOf((await _portal.Service.CompleteSignInByPasskeyAsync(there, signingIn.Token, answer, Cancel)).Refusal));
        Assert.Equal(PasskeyFault.Expired, FaultOf(await _portal.Service.ProveByPasskeyAsync(here, signingIn.Token, answer, Cancel)));
        Assert.Equal(PasskeyFault.Expired, FaultOf((await _portal.Service.SignInByPasskeyAsync(_visitor, signingIn.Token, answer, Cancel)).Refusal));
        Assert.Equal(PasskeyFault.Expired, FaultOf((await _portal.Service.SignInByPasskeyAsync(_visitor with { BrowserId = "another" }, visiting.Token, _key.Prove(visiting.Options), Cancel)).Refusal));
        Assert.NotNull(FaultOf((await _portal.Service.SignInByPasskeyAsync(_visitor, visiting.Token, answer, Cancel)).Refusal));

        Assert.Null((await _portal.Service.CompleteSignInByPasskeyAsync(here, signingIn.Token, answer, Cancel)).Refusal);
    }

    [Fact]
    public async Task What_was_asked_is_answered_within_ten_minutes_or_not_at_all()
    {
        var ask = await _portal.Service.AskForAnyPasskeyAsync(_visitor, Cancel);
        _portal.Clock.Advance(PasskeyCeremonies.Life);

        Assert.Equal(PasskeyFault.Expired, FaultOf((await _portal.Service.SignInByPasskeyAsync(_visitor, ask.Token, _key.Prove(ask.Options), Cancel)).Refusal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{}}""")]
    [InlineData("""{"id":"AAAA","rawId":"AAAA","type":"public-key","clientExtensionResults":{},"response":{"clientDataJSON":"%%","authenticatorData":"e30","signature":"","userHandle":"e30"}}""")]
    public async Task Rubbish_is_refused_in_words(string answer)
    {
        var ask = await _portal.Service.AskForAnyPasskeyAsync(_visitor, Cancel);
        Assert.NotNull(FaultOf((await _portal.Service.SignInByPasskeyAsync(_visitor, ask.Token, answer, Cancel)).Refusal));
        Assert.NotNull(FaultOf((await _portal.Service.SignInByPasskeyAsync(_visitor, answer, answer, Cancel)).Refusal));

        var making = (await _portal.Service.AskToMakePasskeyAsync(_rachel, Cancel)).Ask!;
        Assert.NotNull(FaultOf(await _portal.Service.AddPasskeyAsync(_rachel, making.Token, answer, "", Cancel)));
    }

    [Fact]
    public async Task One_that_was_removed_opens_nothing_any_more()
    {
        var passkey = await PasskeyAsync();
        Assert.Null(await _portal.Service.RemoveMethodAsync(_rachel, passkey, knowingly: true, Cancel));

        Assert.Equal(PasskeyFault.Unknown, FaultOf((await SignInAsync()).Refusal));
    }

    [Fact]
    public async Task One_that_was_put_aside_only_brings_itself_back()
    {
        var passkey = await PasskeyAsync();
        Assert.Null(await _portal.Service.SuspendMethodAsync(_rachel, passkey, knowingly: true, Cancel));
        Assert.Equal(PasskeyFault.Unknown, FaultOf((await SignInAsync()).Refusal));

        var ask = (await _portal.Service.AskForPasskeyAsync(_rachel, Purpose.BringBack, Cancel))!;
        Assert.Null(await _portal.Service.BringBackByPasskeyAsync(_rachel, passkey, ask.Token, _key.Prove(ask.Options), Cancel));

        Assert.Null((await SignInAsync()).Refusal);
    }

    [Fact]
    public async Task One_that_staff_have_blocked_opens_nothing()
    {
        Assert.Null(await _portal.Service.BlockAsync(new PortalItself(), _rachel.Account, new(new(BlockScope.Method, await PasskeyAsync()), BlockReason.ReportedLost, null, "lost"), Cancel));

        Assert.IsType<Refusal.Blocked>((await SignInAsync()).Refusal);
    }

    /// <summary>R-RESTRICT-3: the owner comes back with the password they know, whatever was changed first.</summary>
    [Fact]
    public async Task A_password_that_was_changed_first_does_not_shut_the_owner_out()
    {
        Assert.Null(await _portal.Service.SetPasswordAsync(_rachel, "Thiefs-own-words-1", Cancel));
        Assert.Null(await _portal.Service.RemoveMethodAsync(_rachel, await _portal.MethodAsync(_rachel, RachelsPhone), knowingly: true, Cancel));
        await _portal.AddAsync(_rachel, NewMail);
        _portal.Clock.Advance(1.Seconds);
        Assert.Null(await _portal.Service.RemoveMethodAsync(_rachel, await _portal.MethodAsync(_rachel, RachelsMail), knowingly: true, Cancel));
        await _portal.SendMailAsync();
        var told = _portal.Messages.To(RachelsMail.Value).Single(message => message.Kind == nameof(SecurityEvent.EverythingChanged));

        var undo = await _portal.Service.BeginUndoAsync(_visitor, told.Links.Single().Split('/')[^1], Portal.Password, Cancel);

        Assert.Null(undo.Refusal);
    }

    [Fact]
    public async Task It_proves_that_its_owner_may_change_security_info()
    {
        var signedIn = (await SignInAsync()).Owner!;
        Assert.IsType<Refusal.ProofNeeded>(await _portal.Service.RenameMethodAsync(signedIn, await PasskeyAsync(), "Desk", Cancel));

        var ask = (await _portal.Service.AskForPasskeyAsync(signedIn, Purpose.ChangeSecurityInfo, Cancel))!;
        Assert.Null(await _portal.Service.ProveByPasskeyAsync(signedIn, ask.Token, _key.Prove(ask.Options), Cancel));

        Assert.Null(await _portal.Service.RenameMethodAsync(signedIn, await PasskeyAsync(), "Desk", Cancel));
    }

    [Fact]
    public async Task Adding_one_takes_a_proof()
    {
        var unproved = await _portal.SignInAsync(source: "192.0.2.7");

        Assert.IsType<Refusal.ProofNeeded>((await _portal.Service.AskToMakePasskeyAsync(unproved, Cancel)).Refusal);
        Assert.IsType<Refusal.NotFullySignedIn>((await _portal.Service.AskToMakePasskeyAsync(await _portal.GivePasswordAsync(), Cancel)).Refusal);
    }

    [Fact]
    public async Task What_another_account_has_is_not_taken_in_again()
    {
        var nell = await _portal.GivePasswordAsync(Newcomer);

        Assert.IsType<Refusal.AlreadyYours>(await AddAsync(nell, _key));
    }

    [Fact]
    public async Task A_newcomer_registers_with_nothing_else()
    {
        using SoftAuthenticator hers = new();
        var nell = await _portal.GivePasswordAsync(Newcomer);
        Assert.Null(await AddAsync(nell, hers));
        Assert.Null(await _portal.Service.FinishRegistrationAsync(nell, Cancel));

        Assert.True((await _portal.OverviewAsync(nell)).IsFull);
        Assert.Null((await SignInAsync(hers)).Refusal);
    }

    /// <summary>R-PEND-5: it does not cancel before its owner has said so.</summary>
    [Fact]
    public async Task While_a_replacement_is_pending_it_asks_first()
    {
        _ = await _portal.StartReplacementAsync();
        var answer = await SignInAsync();

        Assert.Null(answer.Refusal);
        var asked = await _portal.OverviewAsync(answer.Owner!);
        Assert.True(asked is { IsFull: false, AsksToCancel: true, Pending: not null });

        var entered = await _portal.Service.CancelAndSignInAsync(answer.Owner!, Cancel);
        Assert.Null(entered.Refusal);
        Assert.True(await _portal.OverviewAsync(entered.Owner!) is { IsFull: true, Pending: null, AsksWhoStarted: true });
    }

    [Fact]
    public async Task Only_whoever_has_just_proved_a_passkey_cancels_by_a_word()
    {
        var thief = await _portal.StartReplacementAsync();
        Assert.NotNull((await _portal.Service.CancelAndSignInAsync(thief, Cancel)).Refusal);

        var owner = (await SignInAsync()).Owner!;
        _portal.Clock.Advance(11.Minutes);
        Assert.NotNull((await _portal.Service.CancelAndSignInAsync(owner, Cancel)).Refusal);
        Assert.NotNull((await _portal.OverviewAsync(thief)).Pending);
    }

    private async Task<Refusal?> AddAsync(Owner owner, SoftAuthenticator key)
    {
        var (refusal, ask) = await _portal.Service.AskToMakePasskeyAsync(owner, Cancel);
        return refusal ?? await _portal.Service.AddPasskeyAsync(owner, ask!.Token, key.Make(ask.Options), "", Cancel);
    }

    private async Task<SignInAnswer> SignInAsync(SoftAuthenticator? key = null)
    {
        var ask = await _portal.Service.AskForAnyPasskeyAsync(_visitor, Cancel);
        return await _portal.Service.SignInByPasskeyAsync(_visitor, ask.Token, (key ?? _key).Prove(ask.Options), Cancel);
    }

    private async Task<MethodId> PasskeyAsync() =>
        (await _portal.OverviewAsync(_rachel)).Methods.Single(method => method.Kind == MethodKind.Passkey).Id;

    private Task<List<SignInEvent>> EventsAsync() =>
        _portal.ReadAsync(context => Task.FromResult(context.SignIns.ToList()));

    private static PasskeyFault? FaultOf(Refusal? refusal) => (refusal as Refusal.WrongPasskey)?.Fault;
}
