using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.Desk;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-7: staff sign in with a passkey or an authenticator app, and with nothing else.</summary>
public sealed class StaffSignInTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedDeskAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task An_apps_code_makes_a_session_of_staff() =>
        Assert.True((await _portal.OverviewAsync(await _portal.SignInAsStaffAsync())).IsStaff);

    [Fact]
    public async Task A_code_by_mail_is_neither_offered_nor_sent()
    {
        var helper = await _portal.GivePasswordAsync(Helper);
        var overview = await _portal.OverviewAsync(helper);
        var mail = overview.Usable.Single(method => method.Kind == MethodKind.Email).Id;

        Assert.Equal([MethodKind.AuthenticatorApp], overview.SigningIn.Select(method => method.Kind));
        Assert.Equal(new Refusal.NotForStaff(), await _portal.Service.AskForCodeAsync(helper, Purpose.SignIn, mail, Cancel));
        await _portal.SendMailAsync();
        Assert.DoesNotContain(_portal.Messages.To("helper@mail.example"), message => message.Code is not null);
    }

    [Fact]
    public async Task A_recovery_code_signs_none_of_them_in()
    {
        var helper = await _portal.SignInAsStaffAsync();
        var mail = (await _portal.OverviewAsync(helper)).Usable.Single(method => method.Kind == MethodKind.Email).Id;
        Assert.Null(await _portal.Service.AskForCodeAsync(helper, Purpose.ChangeSecurityInfo, mail, Cancel));
        var (challenge, code) = await _portal.CodeAsync(helper, Purpose.ChangeSecurityInfo, mail);
        Assert.Null(await _portal.Service.ProveAsync(helper, challenge, code, Cancel));
        var made = (await _portal.Service.MakeRecoveryCodesAsync(helper, Cancel)).Codes!;
        Assert.Null(await _portal.Service.SaveRecoveryCodesAsync(helper, made.Set, Cancel));

        var limited = await _portal.GivePasswordAsync(Helper);
        Assert.False((await _portal.OverviewAsync(limited)).HasRecoveryCodes);
        Assert.Equal(new Refusal.NotForStaff(), (await _portal.Service.CompleteSignInByRecoveryCodeAsync(limited, made.Codes[0], Cancel)).Refusal);
    }

    [Fact]
    public async Task Who_has_never_had_an_app_comes_in_to_add_one_and_is_no_staff_before()
    {
        var auditor = await _portal.SignInAsync(Auditor, AuditorsMail);
        Assert.True(await _portal.OverviewAsync(auditor) is { MustStrengthen: true, IsStaff: false });
        Assert.Equal(new Refusal.NotStaff(), (await _portal.Service.FindAccountsAsync(auditor, "rachel", Cancel)).Refusal);

        var thief = await _portal.SignInAsync(Auditor, AuditorsMail, source: "198.51.100.7");
        await _portal.ProveAsync(auditor, AuditorsMail);
        await _portal.AddAppAsync(auditor);

        Assert.Null(await _portal.Service.OverviewAsync(thief, Cancel));
        Assert.True(await _portal.OverviewAsync(auditor) is { MustStrengthen: false, IsStaff: true });
        Assert.Equal([MethodKind.AuthenticatorApp], (await _portal.OverviewAsync(await _portal.GivePasswordAsync(Auditor))).SigningIn.Select(method => method.Kind));
    }

    /// <summary>Whoever knows the password and has waited long enough may have begun it.</summary>
    [Fact]
    public async Task What_a_replacement_brought_signs_no_staff_in()
    {
        var limited = await _portal.GivePasswordAsync(Auditor);
        Assert.Null(await _portal.Service.EnterNewInfoAsync(limited, NewMail, Cancel));
        var info = (await _portal.OverviewAsync(limited)).Draft!.Infos.Last();
        var (challenge, code) = await _portal.CodeAsync(limited, Purpose.ConfirmNewInfo, info.Id);
        Assert.Null(await _portal.Service.ConfirmNewInfoAsync(limited, challenge, code, Cancel));
        Assert.Null(await _portal.Service.StartReplacementAsync(limited, Cancel));
        _portal.Clock.Advance(30.Days);
        Assert.Null(await _portal.Service.AdvanceAsync(new PortalItself(), limited.Account, Cancel));

        Assert.Empty((await _portal.OverviewAsync(await _portal.GivePasswordAsync(Auditor))).SigningIn);
    }

    [Fact]
    public async Task The_last_app_of_one_stays()
    {
        var helper = await _portal.SignInAsStaffAsync();

        Assert.Equal(new Refusal.StrongMethodNeeded(), (await _portal.OverviewAsync(helper)).WhyKept((await _portal.OverviewAsync(helper)).Methods.Single(method => method.IsStrong)));
    }
}
