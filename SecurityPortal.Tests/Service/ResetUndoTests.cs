using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-PASS-2: a reset that was not its owner's is taken back by whoever is told of it.</summary>
public sealed class ResetUndoTests : ResettingTest
{
    [Fact]
    public async Task Whoever_is_told_of_it_can_stop_the_new_password()
    {
        await ProveFirstAsync(RachelsMail);
        await ProveSecondAsync(RachelsPhone);
        Assert.Null(await Portal.Service.FinishResetAsync(Hers, NewPassword, Cancel));
        await Portal.SendMailAsync();
        var token = Portal.Messages.To(RachelsMail.Value).Last(message => message.Kind == nameof(SecurityEvent.PasswordReset)).Links.Single().Split('/')[^1];

        Assert.Null(await Portal.Service.ReportByLinkAsync(Hers, token, Cancel));

        Assert.IsType<Refusal.WrongNameOrPassword>((await Portal.Service.SignInAsync(Hers, Rachel, NewPassword, Cancel)).Refusal);
        await ProveFirstAsync(RachelsMail);
        await ProveSecondAsync(RachelsPhone);
        Assert.Null(await Portal.Service.FinishResetAsync(Hers, NewPassword + "2", Cancel));
        Assert.Null(await Portal.Service.ReportByLinkAsync(Hers, token, Cancel));
        Assert.NotNull((await Portal.Service.SignInAsync(Hers, Rachel, NewPassword + "2", Cancel)).Owner);
    }

    /// <summary>Whoever has set it does not keep it by beginning something that closes the account.</summary>
    [Fact]
    public async Task A_replacement_that_was_begun_with_it_is_stopped_too()
    {
        var token = await ResetAsync();
        var thief = (await Portal.Service.SignInAsync(From("203.0.113.4"), Rachel, NewPassword, Cancel)).Owner!;
        Assert.Null(await Portal.Service.EnterNewInfoAsync(thief, NewMail, Cancel));
        var info = (await Portal.OverviewAsync(thief)).Draft!.Infos.Last();
        var (challenge, code) = await Portal.CodeAsync(thief, Purpose.ConfirmNewInfo, info.Id);
        Assert.Null(await Portal.Service.ConfirmNewInfoAsync(thief, challenge, code, Cancel));
        Assert.Null(await Portal.Service.StartReplacementAsync(thief, Cancel));

        Assert.Null(await Portal.Service.ReportByLinkAsync(Hers, token, Cancel));

        var profile = await Portal.ReadAsync(context => Task.FromResult(context.Profiles.Single(known => known.Name == Rachel)));
        Assert.Equal((null, null), (profile.PasswordHash, profile.Pending));
    }

    /// <summary>Whoever has set it does not keep it by changing it once more, nor by what they add.</summary>
    [Fact]
    public async Task What_was_set_or_added_with_its_help_since_is_stopped_too()
    {
        var token = await ResetAsync();
        var limited = (await Portal.Service.SignInAsync(Hers, Rachel, NewPassword, Cancel)).Owner!;
        var method = await Portal.MethodAsync(limited, RachelsMail);
        Assert.Null(await Portal.Service.AskForCodeAsync(limited, Purpose.SignIn, method, Cancel));
        var (challenge, code) = await Portal.CodeAsync(limited, Purpose.SignIn, method);
        var owner = (await Portal.Service.CompleteSignInAsync(limited, challenge, code, Cancel)).Owner!;
        await Portal.ProveAsync(owner);
        await Portal.AddAsync(owner, NewMail);
        Assert.Null(await Portal.Service.SetPasswordAsync(owner, NewPassword + "9", Cancel));

        Assert.Null(await Portal.Service.ReportByLinkAsync(Hers, token, Cancel));

        Assert.IsType<Refusal.WrongNameOrPassword>((await Portal.Service.SignInAsync(Hers, Rachel, NewPassword + "9", Cancel)).Refusal);
        Assert.Equivalent(new[] { RachelsMail, RachelsPhone }, (await Portal.ProfileAsync(owner)).Methods.Select(kept => kept.Contact), strict: true);
        await Portal.SendMailAsync();
        Assert.Contains(Portal.Messages.To(NewMail.Value), message => message.Kind == nameof(SecurityEvent.PasswordStopped));
    }

    [Fact]
    public async Task A_second_one_that_was_prepared_beside_it_sets_no_password_any_more()
    {
        var beside = From("192.0.2.8") with { BrowserId = "beside" };
        await ProveFirstAsync(RachelsMail, beside);
        await ProveSecondAsync(RachelsPhone, beside);

        var token = await ResetAsync();
        Assert.Equal(new Refusal.ResetOver(), await Portal.Service.FinishResetAsync(beside, NewPassword + "3", Cancel));

        await ProveFirstAsync(RachelsMail, beside);
        await ProveSecondAsync(RachelsPhone, beside);
        Assert.Null(await Portal.Service.ReportByLinkAsync(Hers, token, Cancel));
        Assert.Equal(new Refusal.ResetOver(), await Portal.Service.FinishResetAsync(beside, NewPassword + "3", Cancel));
    }

    [Fact]
    public async Task Nor_does_one_whose_code_nobody_asked_for()
    {
        await ProveFirstAsync(RachelsMail);
        var code = Portal.Messages.To(RachelsMail.Value).Last(message => message.Code is not null);
        await ProveSecondAsync(RachelsPhone);

        Assert.Null(await Portal.Service.ReportCodeAsync(From("192.0.2.9"), code.Links.Single().Split('/')[^1], Cancel));

        Assert.Equal(new Refusal.ResetOver(), await Portal.Service.FinishResetAsync(Hers, NewPassword, Cancel));
    }

    [Fact]
    public async Task An_account_without_a_password_gets_one_and_is_without_again()
    {
        using SoftAuthenticator key = new();
        var owner = await Portal.SignInAsync();
        await Portal.ProveAsync(owner);
        var ask = (await Portal.Service.AskToMakePasskeyAsync(owner, Cancel)).Ask!;
        Assert.Null(await Portal.Service.AddPasskeyAsync(owner, ask.Token, key.Make(ask.Options), "", Cancel));
        var made = (await Portal.Service.MakeRecoveryCodesAsync(owner, Cancel)).Codes!;
        Assert.Null(await Portal.Service.SaveRecoveryCodesAsync(owner, made.Set, Cancel));
        Assert.Null(await Portal.Service.GoPasswordlessAsync(owner, hasRead: true, Cancel));
        Portal.Clock.Advance(1.Minutes);

        var token = await ResetAsync();
        Assert.NotNull((await Portal.Service.SignInAsync(Hers, Rachel, NewPassword, Cancel)).Owner);
        Assert.False((await Portal.ProfileAsync(owner)).IsPasswordless);

        Assert.Null(await Portal.Service.ReportByLinkAsync(Hers, token, Cancel));
        Assert.True((await Portal.ProfileAsync(owner)).IsPasswordless);
    }

    /// <summary>The link of the notice that tells of it.</summary>
    private async Task<string> ResetAsync()
    {
        await ProveFirstAsync(RachelsMail);
        await ProveSecondAsync(RachelsPhone);
        Assert.Null(await Portal.Service.FinishResetAsync(Hers, NewPassword, Cancel));
        await Portal.SendMailAsync();
        return Portal.Messages.To(RachelsMail.Value).Last(message => message.Kind == nameof(SecurityEvent.PasswordReset)).Links.Single().Split('/')[^1];
    }
}
