using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-SIGN-3 over the real store.</summary>
public sealed class RememberingTests : IAsyncLifetime
{
    private static readonly Visitor s_laptop = From("192.0.2.1") with { BrowserId = "laptop" };

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_right_password_is_a_full_sign_in_of_its_own_cause()
    {
        _ = await RememberAsync();

        var owner = await GivePasswordAsync();

        var overview = await _portal.OverviewAsync(owner);
        Assert.True(overview.IsFull);
        Assert.True(Assert.Single(overview.Sessions, session => session.IsThis).IsRemembered);
        Assert.True(Assert.Single(overview.Browsers).IsThis);
        var last = await _portal.ReadAsync(context => Task.FromResult(context.SignIns.OrderByDescending(tried => tried.Id).First()));
        Assert.Equal((SignInCause.RememberedBrowser, CauseGroup.None, (SessionId?)owner.Session), (last.Cause, last.Group, last.Session));
    }

    [Fact]
    public async Task A_wrong_password_is_one_there_too()
    {
        _ = await RememberAsync();

        var answer = await _portal.Service.SignInAsync(s_laptop, Rachel, "not the password", Cancel);

        Assert.Equal(new Refusal.WrongNameOrPassword(), answer.Refusal);
    }

    [Fact]
    public async Task A_wrong_code_remembers_nothing()
    {
        var limited = await GivePasswordAsync();
        var (challenge, code) = await AskAsync(limited);
        var answer = await _portal.Service.CompleteSignInAndRememberAsync(limited, challenge, Not(code), Cancel);

        Assert.IsType<Refusal.WrongCode>(answer.Refusal);
        Assert.Empty((await _portal.ProfileAsync(limited)).RememberedBrowsers);
    }

    /// <summary>R-METH-3: nothing was proved in this session but the password.</summary>
    [Fact]
    public async Task Contacts_stay_masked_until_a_second_thing_was_proved()
    {
        _ = await RememberAsync();
        var owner = await GivePasswordAsync();
        Assert.Contains((await _portal.OverviewAsync(owner)).Methods, method => method.Shown == RachelsMail.Masked);

        _portal.Clock.Advance(1.Minutes);
        await _portal.ProveAsync(owner);

        Assert.Contains((await _portal.OverviewAsync(owner)).Methods, method => method.Shown == RachelsMail.Value);
    }

    [Fact]
    public async Task All_destinations_are_told_of_the_browser_by_its_name()
    {
        _ = await RememberAsync();
        await _portal.SendMailAsync();

        foreach (var contact in new[] { RachelsMail, RachelsPhone })
            Assert.Contains(_portal.Messages.To(contact.Value), message => message.Kind == "BrowserRemembered" && message.Text.Contains("Chrome on Linux", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_forgotten_with_a_proof_alone()
    {
        var owner = await RememberAsync();
        var browser = Assert.Single((await _portal.OverviewAsync(owner)).Browsers);
        Assert.Equal(new Refusal.ProofNeeded(), await _portal.Service.ForgetBrowserAsync(owner, browser.Id, Cancel));
        await _portal.ProveAsync(owner);
        Assert.Null(await _portal.Service.ForgetBrowserAsync(owner, browser.Id, Cancel));

        Assert.False((await _portal.OverviewAsync(await GivePasswordAsync())).IsFull);
    }

    private async Task<Owner> RememberAsync()
    {
        var limited = await GivePasswordAsync();
        Assert.True((await _portal.OverviewAsync(limited)).MayRemember);
        var (challenge, code) = await AskAsync(limited);
        var answer = await _portal.Service.CompleteSignInAndRememberAsync(limited, challenge, code, Cancel);
        Assert.Null(answer.Refusal);
        return answer.Owner!;
    }

    private async Task<Owner> GivePasswordAsync() => (await _portal.Service.SignInAsync(s_laptop, Rachel, Portal.Password, Cancel)).Owner!;

    private async Task<(ChallengeId Challenge, string Code)> AskAsync(Owner limited)
    {
        var method = await _portal.MethodAsync(limited, RachelsMail);
        Assert.Null(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, method, Cancel));
        return await _portal.CodeAsync(limited, Purpose.SignIn, method);
    }
}
