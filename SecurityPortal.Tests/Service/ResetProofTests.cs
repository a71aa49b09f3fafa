using OtpNet;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-PASS-2: which two methods set a new password together, and which do not.</summary>
public sealed class ResetProofTests : ResettingTest
{
    [Fact]
    public async Task Two_of_one_kind_do_not_do()
    {
        var signedIn = await Portal.SignInAsync();
        await Portal.ProveAsync(signedIn);
        await Portal.AddAsync(signedIn, NewMail);
        Portal.Clock.Advance(31.Days);
        await ProveFirstAsync(RachelsMail);

        var reset = (await Portal.Service.ResetAsync(Hers, Cancel))!;
        Assert.Equal([MethodKind.Phone], reset.Seconds.Select(second => second.Kind));
        Assert.IsType<Refusal.NoSuchMethod>(await Portal.Service.AskForSecondAsync(Hers, await IdOfAsync(NewMail), Cancel));
        Assert.IsType<Refusal.ResetOver>(await Portal.Service.FinishResetAsync(Hers, NewPassword, Cancel));
    }

    [Fact]
    public async Task What_is_not_established_yet_does_not_do()
    {
        var signedIn = await Portal.SignInAsync();
        await Portal.ProveAsync(signedIn);
        await Portal.AddAsync(signedIn, NewPhone);
        var other = From("192.0.2.2") with { BrowserId = "his" };

        Assert.Null(await Portal.Service.StartResetAsync(other, Rachel, NewPhone.Value, Cancel));
        Assert.Equal(new Refusal.WrongCode(4), await Portal.Service.ProveResetAsync(other, "00000000", Cancel));

        await ProveFirstAsync(RachelsMail);
        var fresh = await IdOfAsync(NewPhone);
        Assert.DoesNotContain((await Portal.Service.ResetAsync(Hers, Cancel))!.Seconds, second => second.Id == fresh);
    }

    [Fact]
    public async Task An_app_a_passkey_and_a_recovery_code_can_be_the_second()
    {
        using SoftAuthenticator key = new();
        var (seed, paper) = await EquipAsync(key);
        Portal.Clock.Advance(31.Days);

        await ProveFirstAsync(RachelsMail);
        var app = (await Portal.Service.ResetAsync(Hers, Cancel))!.Seconds.Single(second => second.Kind == MethodKind.AuthenticatorApp).Id;
        Assert.Null(await Portal.Service.AskForSecondAsync(Hers, app, Cancel));
        Assert.Null(await Portal.Service.ProveSecondAsync(Hers, new Totp(seed).ComputeTotp(Portal.Now.UtcDateTime), Cancel));
        Assert.Null(await Portal.Service.FinishResetAsync(Hers, NewPassword, Cancel));

        await ProveFirstAsync(RachelsPhone);
        var ask = (await Portal.Service.AskForResetPasskeyAsync(Hers, Cancel))!;
        Assert.Null(await Portal.Service.ProveSecondByPasskeyAsync(Hers, ask.Token, key.Prove(ask.Options), Cancel));
        Assert.Null(await Portal.Service.FinishResetAsync(Hers, NewPassword + "8", Cancel));

        await ProveFirstAsync(RachelsMail);
        Assert.Null(await Portal.Service.ProveSecondByRecoveryCodeAsync(Hers, paper, Cancel));
        Assert.Null(await Portal.Service.FinishResetAsync(Hers, NewPassword + "9", Cancel));
    }

    [Fact]
    public async Task What_staff_have_blocked_proves_nothing()
    {
        var profile = await Portal.ReadAsync(context => Task.FromResult(context.Profiles.Single(known => known.Name == Rachel)));
        Assert.Null(await Portal.Service.BlockAsync(await Portal.StaffAsync(), profile.Id, new(new(BlockScope.Method, await IdOfAsync(RachelsMail)), BlockReason.ReportedLost, null, "lost"), Cancel));
        var sent = (await Portal.MessagesAsync()).Count;

        Assert.Null(await Portal.Service.StartResetAsync(Hers, Rachel, RachelsMail.Value, Cancel));
        await Portal.SendMailAsync();

        Assert.Equal(sent, (await Portal.MessagesAsync()).Count);
    }

    [Fact]
    public async Task In_the_strict_profile_two_messages_make_it_wait_a_day()
    {
        await Portal.DisposeAsync();
        Portal = await Portal.OpenAsync(new(Unlimited.Settings) { ["Security:Profile"] = "Strict" });
        await Portal.SeedAsync();
        await ProveFirstAsync(RachelsMail);
        await ProveSecondAsync(RachelsPhone);
        Assert.Null(await Portal.Service.FinishResetAsync(Hers, NewPassword, Cancel));

        Assert.Equal(new Refusal.PasswordNotYet(Portal.Now + 24.Hours), (await Portal.Service.SignInAsync(Hers, Rachel, NewPassword, Cancel)).Refusal);
        Portal.Clock.Advance(24.Hours);
        Assert.NotNull((await Portal.Service.SignInAsync(Hers, Rachel, NewPassword, Cancel)).Owner);
    }

    private async Task<(byte[] Seed, string Paper)> EquipAsync(SoftAuthenticator key)
    {
        var owner = await Portal.SignInAsync();
        await Portal.ProveAsync(owner);
        Assert.Null(await Portal.Service.AddAppAsync(owner, Cancel));
        var seed = Base32Encoding.ToBytes((await Portal.Service.AppKeyAsync(owner, Cancel))!.Key);
        var added = (await Portal.OverviewAsync(owner)).Unconfirmed.Last();
        var challenge = (await Portal.OverviewAsync(owner)).ChallengeFor(Purpose.ConfirmMethod, added.Id)!;
        Assert.Null(await Portal.Service.ConfirmMethodAsync(owner, challenge.Id, new Totp(seed).ComputeTotp(Portal.Now.UtcDateTime), Cancel));
        var ask = (await Portal.Service.AskToMakePasskeyAsync(owner, Cancel)).Ask!;
        Assert.Null(await Portal.Service.AddPasskeyAsync(owner, ask.Token, key.Make(ask.Options), "", Cancel));
        var made = (await Portal.Service.MakeRecoveryCodesAsync(owner, Cancel)).Codes!;
        Assert.Null(await Portal.Service.SaveRecoveryCodesAsync(owner, made.Set, Cancel));
        return (seed, made.Codes[0]);
    }
}
