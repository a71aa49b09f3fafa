using OtpNet;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-PASS-2: a forgotten password takes two established methods of different kinds.</summary>
public sealed class ResettingTests : IAsyncLifetime
{
    private const string NewPassword = "Four-quiet-words-77";

    private static readonly Visitor s_hers = From("192.0.2.1") with { BrowserId = "hers" };

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(Unlimited.Settings);
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_mailbox_and_a_phone_set_a_new_password_and_all_else_is_over()
    {
        var before = await _portal.SignInAsync();
        await ProveFirstAsync(RachelsMail);
        await ProveSecondAsync(RachelsPhone);

        Assert.Null(await _portal.Service.FinishResetAsync(s_hers, NewPassword, Cancel));

        Assert.Null(await _portal.Service.OverviewAsync(before, Cancel));
        Assert.IsType<Refusal.WrongNameOrPassword>((await _portal.Service.SignInAsync(s_hers, Rachel, Portal.Password, Cancel)).Refusal);
        Assert.NotNull((await _portal.Service.SignInAsync(s_hers, Rachel, NewPassword, Cancel)).Owner);
        await _portal.SendMailAsync();
        Assert.All([RachelsMail, RachelsPhone], to => Assert.Contains(_portal.Messages.To(to.Value), message => message.Kind == nameof(SecurityEvent.PasswordReset)));
        Assert.Null(await _portal.Service.ResetAsync(s_hers, Cancel));
    }

    [Fact]
    public async Task Its_codes_have_eight_digits()
    {
        _ = await _portal.Service.StartResetAsync(s_hers, Rachel, RachelsMail.Value, Cancel);

        Assert.Equal(8, (await LastCodeAsync(RachelsMail)).Length);
    }

    [Fact]
    public async Task Before_the_first_proof_nothing_is_shown_of_the_account()
    {
        Assert.Null(await _portal.Service.StartResetAsync(s_hers, Rachel, RachelsMail.Value, Cancel));
        var known = (await _portal.Service.ResetAsync(s_hers, Cancel))!;

        var other = From("192.0.2.2") with { BrowserId = "his" };
        Assert.Null(await _portal.Service.StartResetAsync(other, "nobody@contoso.example", RachelsMail.Value, Cancel));
        var unknown = (await _portal.Service.ResetAsync(other, Cancel))!;

        Assert.Equal(known with { Reference = "", EndsAt = default }, unknown with { Reference = "", EndsAt = default });
        Assert.Equal(2, unknown.Reference.Length);
    }

    [Theory]
    [InlineData(Rachel, "rachel@mail.example")]
    [InlineData(Rachel, "somebody@else.example")]
    [InlineData("nobody@contoso.example", "rachel@mail.example")]
    public async Task Wrong_codes_are_answered_alike_and_five_end_it(string name, string contact)
    {
        Assert.Null(await _portal.Service.StartResetAsync(s_hers, name, contact, Cancel));
        for (var left = 4; left > 0; left--)
            Assert.Equal(new Refusal.WrongCode(left), await _portal.Service.ProveResetAsync(s_hers, "00000000", Cancel));

        Assert.IsType<Refusal.ResetOver>(await _portal.Service.ProveResetAsync(s_hers, "00000000", Cancel));
        Assert.IsType<Refusal.ResetOver>(await _portal.Service.ProveResetAsync(s_hers, "00000000", Cancel));
        Assert.Null(await _portal.Service.ResetAsync(s_hers, Cancel));
    }

    /// <summary>R-BLOCK-6: a stranger's tries block the stranger's source, and neither account nor method.</summary>
    [Fact]
    public async Task However_many_strangers_guess_the_owner_signs_in()
    {
        for (var i = 0; i < 30; i++)
        {
            var stranger = From($"203.0.113.{i}") with { BrowserId = $"stranger {i}" };
            _ = await _portal.Service.StartResetAsync(stranger, Rachel, RachelsMail.Value, Cancel);
            for (var guess = 0; guess < 6; guess++)
                _ = await _portal.Service.ProveResetAsync(stranger, "00000000", Cancel);
        }

        Assert.NotNull(await _portal.SignInAsync());
    }

    [Fact]
    public async Task Two_of_one_kind_do_not_do()
    {
        var signedIn = await _portal.SignInAsync();
        await _portal.ProveAsync(signedIn);
        await _portal.AddAsync(signedIn, NewMail);
        _portal.Clock.Advance(31.Days);
        await ProveFirstAsync(RachelsMail);

        var reset = (await _portal.Service.ResetAsync(s_hers, Cancel))!;
        Assert.Equal([MethodKind.Phone], reset.Seconds.Select(second => second.Kind));
        Assert.IsType<Refusal.NoSuchMethod>(await _portal.Service.AskForSecondAsync(s_hers, await IdOfAsync(NewMail), Cancel));
        Assert.IsType<Refusal.ResetOver>(await _portal.Service.FinishResetAsync(s_hers, NewPassword, Cancel));
    }

    [Fact]
    public async Task What_is_not_established_yet_does_not_do()
    {
        var signedIn = await _portal.SignInAsync();
        await _portal.ProveAsync(signedIn);
        await _portal.AddAsync(signedIn, NewPhone);
        var other = From("192.0.2.2") with { BrowserId = "his" };

        Assert.Null(await _portal.Service.StartResetAsync(other, Rachel, NewPhone.Value, Cancel));
        Assert.Equal(new Refusal.WrongCode(4), await _portal.Service.ProveResetAsync(other, "00000000", Cancel));

        await ProveFirstAsync(RachelsMail);
        var fresh = await IdOfAsync(NewPhone);
        Assert.DoesNotContain((await _portal.Service.ResetAsync(s_hers, Cancel))!.Seconds, second => second.Id == fresh);
    }

    [Fact]
    public async Task An_app_a_passkey_and_a_recovery_code_can_be_the_second()
    {
        using SoftAuthenticator key = new();
        var (seed, paper) = await EquipAsync(key);
        _portal.Clock.Advance(31.Days);

        await ProveFirstAsync(RachelsMail);
        var app = (await _portal.Service.ResetAsync(s_hers, Cancel))!.Seconds.Single(second => second.Kind == MethodKind.AuthenticatorApp).Id;
        Assert.Null(await _portal.Service.AskForSecondAsync(s_hers, app, Cancel));
        Assert.Null(await _portal.Service.ProveSecondAsync(s_hers, new Totp(seed).ComputeTotp(_portal.Now.UtcDateTime), Cancel));
        Assert.Null(await _portal.Service.FinishResetAsync(s_hers, NewPassword, Cancel));

        await ProveFirstAsync(RachelsPhone);
        var ask = (await _portal.Service.AskForResetPasskeyAsync(s_hers, Cancel))!;
        Assert.Null(await _portal.Service.ProveSecondByPasskeyAsync(s_hers, ask.Token, key.Prove(ask.Options), Cancel));
        Assert.Null(await _portal.Service.FinishResetAsync(s_hers, NewPassword + "8", Cancel));

        await ProveFirstAsync(RachelsMail);
        Assert.Null(await _portal.Service.ProveSecondByRecoveryCodeAsync(s_hers, paper, Cancel));
        Assert.Null(await _portal.Service.FinishResetAsync(s_hers, NewPassword + "9", Cancel));
    }

    [Fact]
    public async Task No_step_is_reached_without_those_before_it()
    {
        Assert.IsType<Refusal.ResetOver>(await _portal.Service.FinishResetAsync(s_hers, NewPassword, Cancel));
        Assert.IsType<Refusal.ResetOver>(await _portal.Service.AskForSecondAsync(s_hers, await IdOfAsync(RachelsPhone), Cancel));
        Assert.Null(await _portal.Service.StartResetAsync(s_hers, Rachel, RachelsMail.Value, Cancel));
        Assert.IsType<Refusal.ResetOver>(await _portal.Service.AskForSecondAsync(s_hers, await IdOfAsync(RachelsPhone), Cancel));
        Assert.IsType<Refusal.ResetOver>(await _portal.Service.ProveSecondAsync(s_hers, "00000000", Cancel));
        Assert.IsType<Refusal.ResetOver>(await _portal.Service.FinishResetAsync(s_hers, NewPassword, Cancel));
        Assert.Null(await _portal.Service.AskForResetPasskeyAsync(s_hers, Cancel));

        // What one browser has proved serves no other.
        Assert.Null(await _portal.Service.ProveResetAsync(s_hers, await LastCodeAsync(RachelsMail), Cancel));
        Assert.IsType<Refusal.ResetOver>(await _portal.Service.AskForSecondAsync(s_hers with { BrowserId = "his" }, await IdOfAsync(RachelsPhone), Cancel));
        Assert.IsType<Refusal.ResetOver>(await _portal.Service.FinishResetAsync(s_hers, NewPassword, Cancel));
    }

    [Fact]
    public async Task While_a_replacement_is_pending_it_is_closed_but_that_is_told_after_the_first_proof()
    {
        _ = await _portal.StartReplacementAsync();
        await ProveFirstAsync(RachelsMail);

        Assert.IsType<Refusal.ReplacementPending>((await _portal.Service.ResetAsync(s_hers, Cancel))!.Closed);
        Assert.IsType<Refusal.ReplacementPending>(await _portal.Service.AskForSecondAsync(s_hers, await IdOfAsync(RachelsPhone), Cancel));
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_the_reset_goes_on()
    {
        await ProveFirstAsync(RachelsMail);
        await ProveSecondAsync(RachelsPhone);

        Assert.IsType<Refusal.WeakPassword>(await _portal.Service.FinishResetAsync(s_hers, "password1234", Cancel));
        Assert.Null(await _portal.Service.FinishResetAsync(s_hers, NewPassword, Cancel));
    }

    [Fact]
    public async Task Whoever_is_told_of_it_can_stop_the_new_password()
    {
        await ProveFirstAsync(RachelsMail);
        await ProveSecondAsync(RachelsPhone);
        Assert.Null(await _portal.Service.FinishResetAsync(s_hers, NewPassword, Cancel));
        await _portal.SendMailAsync();
        var token = _portal.Messages.To(RachelsMail.Value).Last(message => message.Kind == nameof(SecurityEvent.PasswordReset)).Links.Single().Split('/')[^1];

        Assert.Null(await _portal.Service.ReportByLinkAsync(s_hers, token, Cancel));

        Assert.IsType<Refusal.WrongNameOrPassword>((await _portal.Service.SignInAsync(s_hers, Rachel, NewPassword, Cancel)).Refusal);
        await ProveFirstAsync(RachelsMail);
        await ProveSecondAsync(RachelsPhone);
        Assert.Null(await _portal.Service.FinishResetAsync(s_hers, NewPassword + "2", Cancel));
        Assert.Null(await _portal.Service.ReportByLinkAsync(s_hers, token, Cancel));
        Assert.NotNull((await _portal.Service.SignInAsync(s_hers, Rachel, NewPassword + "2", Cancel)).Owner);
    }

    /// <summary>Whoever has set it does not keep it by beginning something that closes the account.</summary>
    [Fact]
    public async Task A_replacement_that_was_begun_with_it_is_stopped_too()
    {
        var token = await ResetAsync();
        var thief = (await _portal.Service.SignInAsync(From("203.0.113.4"), Rachel, NewPassword, Cancel)).Owner!;
        Assert.Null(await _portal.Service.EnterNewInfoAsync(thief, NewMail, Cancel));
        var info = (await _portal.OverviewAsync(thief)).Draft!.Infos.Last();
        var (challenge, code) = await _portal.CodeAsync(thief, Purpose.ConfirmNewInfo, info.Id);
        Assert.Null(await _portal.Service.ConfirmNewInfoAsync(thief, challenge, code, Cancel));
        Assert.Null(await _portal.Service.StartReplacementAsync(thief, Cancel));

        Assert.Null(await _portal.Service.ReportByLinkAsync(s_hers, token, Cancel));

        var profile = await _portal.ReadAsync(context => Task.FromResult(context.Profiles.Single(known => known.Name == Rachel)));
        Assert.Equal((null, null), (profile.PasswordHash, profile.Pending));
    }

    [Fact]
    public async Task What_was_told_of_an_old_reset_stops_no_later_password()
    {
        var token = await ResetAsync();
        var limited = (await _portal.Service.SignInAsync(s_hers, Rachel, NewPassword, Cancel)).Owner!;
        var method = await _portal.MethodAsync(limited, RachelsMail);
        Assert.Null(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, method, Cancel));
        var (challenge, code) = await _portal.CodeAsync(limited, Purpose.SignIn, method);
        var owner = (await _portal.Service.CompleteSignInAsync(limited, challenge, code, Cancel)).Owner!;
        await _portal.ProveAsync(owner);
        Assert.Null(await _portal.Service.SetPasswordAsync(owner, NewPassword + "9", Cancel));

        Assert.Null(await _portal.Service.ReportByLinkAsync(s_hers, token, Cancel));

        Assert.NotNull((await _portal.Service.SignInAsync(s_hers, Rachel, NewPassword + "9", Cancel)).Owner);
    }

    [Fact]
    public async Task So_many_are_begun_from_one_source_and_no_more()
    {
        for (var i = 0; i < PasswordReset.MostOfSource; i++)
            Assert.Null(await _portal.Service.StartResetAsync(s_hers, i % 2 == 0 ? Rachel : "nobody@contoso.example", RachelsMail.Value, Cancel));

        Assert.IsType<Refusal.TooManyRequests>(await _portal.Service.StartResetAsync(s_hers, Rachel, RachelsMail.Value, Cancel));
        Assert.IsType<Refusal.TooManyRequests>(await _portal.Service.StartResetAsync(s_hers, "nobody@contoso.example", RachelsMail.Value, Cancel));
        Assert.Null(await _portal.Service.StartResetAsync(From("192.0.2.9") with { BrowserId = "there" }, Rachel, RachelsMail.Value, Cancel));
    }

    [Fact]
    public async Task What_staff_have_blocked_proves_nothing()
    {
        var profile = await _portal.ReadAsync(context => Task.FromResult(context.Profiles.Single(known => known.Name == Rachel)));
        Assert.Null(await _portal.Service.BlockAsync(new PortalItself(), profile.Id, new(new(BlockScope.Method, await IdOfAsync(RachelsMail)), BlockReason.ReportedLost, null, "lost"), Cancel));
        var sent = (await _portal.MessagesAsync()).Count;

        Assert.Null(await _portal.Service.StartResetAsync(s_hers, Rachel, RachelsMail.Value, Cancel));
        await _portal.SendMailAsync();

        Assert.Equal(sent, (await _portal.MessagesAsync()).Count);
    }

    [Fact]
    public async Task In_the_strict_profile_two_messages_make_it_wait_a_day()
    {
        await _portal.DisposeAsync();
        _portal = await Portal.OpenAsync(new(Unlimited.Settings) { ["Security:Profile"] = "Strict" });
        await _portal.SeedAsync();
        await ProveFirstAsync(RachelsMail);
        await ProveSecondAsync(RachelsPhone);
        Assert.Null(await _portal.Service.FinishResetAsync(s_hers, NewPassword, Cancel));

        Assert.Equal(new Refusal.PasswordNotYet(_portal.Now + 24.Hours), (await _portal.Service.SignInAsync(s_hers, Rachel, NewPassword, Cancel)).Refusal);
        _portal.Clock.Advance(24.Hours);
        Assert.NotNull((await _portal.Service.SignInAsync(s_hers, Rachel, NewPassword, Cancel)).Owner);
    }

    /// <summary>The link of the notice that tells of it.</summary>
    private async Task<string> ResetAsync()
    {
        await ProveFirstAsync(RachelsMail);
        await ProveSecondAsync(RachelsPhone);
        Assert.Null(await _portal.Service.FinishResetAsync(s_hers, NewPassword, Cancel));
        await _portal.SendMailAsync();
        return _portal.Messages.To(RachelsMail.Value).Last(message => message.Kind == nameof(SecurityEvent.PasswordReset)).Links.Single().Split('/')[^1];
    }

    private async Task ProveFirstAsync(Contact contact)
    {
        Assert.Null(await _portal.Service.StartResetAsync(s_hers, Rachel, contact.Value, Cancel));
        Assert.Null(await _portal.Service.ProveResetAsync(s_hers, await LastCodeAsync(contact), Cancel));
        Assert.True((await _portal.Service.ResetAsync(s_hers, Cancel))!.IsFirstProved);
    }

    private async Task ProveSecondAsync(Contact contact)
    {
        Assert.Null(await _portal.Service.AskForSecondAsync(s_hers, await IdOfAsync(contact), Cancel));
        Assert.Null(await _portal.Service.ProveSecondAsync(s_hers, await LastCodeAsync(contact), Cancel));
    }

    private async Task<(byte[] Seed, string Paper)> EquipAsync(SoftAuthenticator key)
    {
        var owner = await _portal.SignInAsync();
        await _portal.ProveAsync(owner);
        Assert.Null(await _portal.Service.AddAppAsync(owner, Cancel));
        var seed = Base32Encoding.ToBytes((await _portal.Service.AppKeyAsync(owner, Cancel))!.Key);
        var added = (await _portal.OverviewAsync(owner)).Unconfirmed.Last();
        var challenge = (await _portal.OverviewAsync(owner)).ChallengeFor(Purpose.ConfirmMethod, added.Id)!;
        Assert.Null(await _portal.Service.ConfirmMethodAsync(owner, challenge.Id, new Totp(seed).ComputeTotp(_portal.Now.UtcDateTime), Cancel));
        var ask = (await _portal.Service.AskToMakePasskeyAsync(owner, Cancel)).Ask!;
        Assert.Null(await _portal.Service.AddPasskeyAsync(owner, ask.Token, key.Make(ask.Options), "", Cancel));
        var made = (await _portal.Service.MakeRecoveryCodesAsync(owner, Cancel)).Codes!;
        Assert.Null(await _portal.Service.SaveRecoveryCodesAsync(owner, made.Set, Cancel));
        return (seed, made.Codes[0]);
    }

    private async Task<string> LastCodeAsync(Contact contact)
    {
        await _portal.SendMailAsync();
        return _portal.Messages.To(contact.Value).Last(message => message.Code is not null).Code!;
    }

    private async Task<MethodId> IdOfAsync(Contact contact)
    {
        var profile = await _portal.ReadAsync(context => Task.FromResult(context.Profiles.Single(known => known.Name == Rachel)));
        return profile.Methods.Single(method => method.Contact == contact).Id;
    }
}
