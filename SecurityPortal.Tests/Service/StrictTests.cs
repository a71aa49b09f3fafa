using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>The Strict profile as it is switched on in the settings.</summary>
public sealed class StrictTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(new() { ["Security:Profile"] = "Strict" });
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_code_by_mail_is_refused_and_not_sent_and_one_by_phone_signs_in()
    {
        var rachel = await _portal.GivePasswordAsync();

        Assert.Equal(
            new Refusal.NotForSignIn(MethodKind.Email),
            await _portal.Service.AskForCodeAsync(rachel, Purpose.SignIn, await _portal.MethodAsync(rachel, RachelsMail), Cancel));
        await _portal.SendMailAsync();
        Assert.Empty(_portal.Messages.To(RachelsMail.Value));

        _ = await _portal.SignInAsync(with: RachelsPhone);
    }

    [Fact]
    public async Task Where_a_sign_in_is_unusual_nothing_is_offered_that_it_does_not_take()
    {
        Assert.Equal([RachelsPhone.Masked], (await _portal.OverviewAsync(await _portal.GivePasswordAsync())).SigningIn.Select(method => method.Shown));

        for (var i = 0; i < 5; i++)
            _ = await _portal.Service.SignInAsync(From("198.51.100.7"), $"nobody{i}@contoso.example", "wrong", Cancel);
        var overview = await _portal.OverviewAsync(await _portal.GivePasswordAsync(source: "198.51.100.7"));

        Assert.NotEmpty(overview.Unusual);
        Assert.Empty(overview.SigningIn);
        Assert.Equal(2, overview.Usable.Count());
    }

    /// <summary>Whoever waited for it is not to wait in vain; and adds something stronger at once.</summary>
    [Fact]
    public async Task What_a_replacement_brought_signs_in_until_there_is_an_app()
    {
        _ = await _portal.StartReplacementAsync(NewMail);
        _portal.Clock.Advance(30.Days);
        Assert.Null(await _portal.Service.AdvanceAsync(new PortalItself(), (await _portal.GivePasswordAsync()).Account, Cancel));

        var rachel = await _portal.SignInAsync(with: NewMail);
        Assert.True((await _portal.OverviewAsync(rachel)).MustStrengthen);
        await _portal.ProveAsync(rachel, NewMail);
        await _portal.AddAppAsync(rachel);

        Assert.False((await _portal.OverviewAsync(rachel)).MustStrengthen);
        Assert.Equal([MethodKind.AuthenticatorApp], (await _portal.OverviewAsync(await _portal.GivePasswordAsync())).SigningIn.Select(method => method.Kind));
    }

    [Fact]
    public async Task A_change_takes_a_code_by_mail()
    {
        var rachel = await _portal.SignInAsync(with: RachelsPhone);

        await _portal.ProveAsync(rachel, RachelsMail);

        Assert.NotNull((await _portal.OverviewAsync(rachel)).ProvedUntil);
    }

    [Fact]
    public async Task An_app_that_is_the_last_is_said_to_have_to_stay()
    {
        var rachel = await _portal.SignInAsync(with: RachelsPhone);
        await _portal.ProveAsync(rachel);
        await _portal.AddAppAsync(rachel);
        var overview = await _portal.OverviewAsync(rachel);
        var app = overview.Methods.Single(method => method.IsStrong);

        Assert.Equal(new Refusal.StrongMethodNeeded(), overview.WhyKept(app));
        Assert.Equal(new Refusal.StrongMethodNeeded(), await _portal.Service.RemoveMethodAsync(rachel, app.Id, knowingly: true, Cancel));
        Assert.All(overview.Methods.Remove(app), method => Assert.Null(overview.WhyKept(method)));
    }
}
