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

    [Fact]
    public async Task What_was_told_of_an_old_reset_stops_no_later_password()
    {
        var token = await ResetAsync();
        var limited = (await Portal.Service.SignInAsync(Hers, Rachel, NewPassword, Cancel)).Owner!;
        var method = await Portal.MethodAsync(limited, RachelsMail);
        Assert.Null(await Portal.Service.AskForCodeAsync(limited, Purpose.SignIn, method, Cancel));
        var (challenge, code) = await Portal.CodeAsync(limited, Purpose.SignIn, method);
        var owner = (await Portal.Service.CompleteSignInAsync(limited, challenge, code, Cancel)).Owner!;
        await Portal.ProveAsync(owner);
        Assert.Null(await Portal.Service.SetPasswordAsync(owner, NewPassword + "9", Cancel));

        Assert.Null(await Portal.Service.ReportByLinkAsync(Hers, token, Cancel));

        Assert.NotNull((await Portal.Service.SignInAsync(Hers, Rachel, NewPassword + "9", Cancel)).Owner);
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
