using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-BLOCK-7 over the store: a source that guesses at many accounts is slowed, whoever it guesses at (R-SIGN-2).</summary>
public sealed class SlowedSourceTests : IAsyncLifetime
{
    private const string Thief = "203.0.113.9";

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task After_the_fiftieth_no_password_from_there_is_looked_at_for_an_hour()
    {
        await GuessAsync(49);
        Assert.Equal(new Refusal.SourceSlowed(_portal.Now + 1.Hours), await TryAsync("nobody@contoso.example"));

        Assert.Equal(new Refusal.SourceSlowed(_portal.Now + 1.Hours), await TryAsync(Rachel, Portal.Password));
        Assert.Equal(new Refusal.SourceSlowed(_portal.Now + 1.Hours), await TryAsync("nobody@contoso.example"));
        _ = await _portal.GivePasswordAsync();

        _portal.Clock.Advance(1.Hours);
        Assert.Null(await TryAsync(Rachel, Portal.Password));
    }

    [Fact]
    public async Task Of_guesses_that_come_together_none_slips_past()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 120).Select(i => Task.Run(() => TryAsync($"name{i}@contoso.example"))));

        Assert.Equal(49, answers.Count(answer => answer is Refusal.WrongNameOrPassword));
        Assert.Equal(71, answers.Count(answer => answer is Refusal.SourceSlowed));
    }

    [Fact]
    public async Task A_try_meanwhile_is_an_event_of_its_own_cause_and_lengthens_nothing()
    {
        await GuessAsync(50);
        _portal.Clock.Advance(59.Minutes);

        Assert.Equal(new Refusal.SourceSlowed(_portal.Now + 1.Minutes), await TryAsync(Rachel));

        var last = await _portal.ReadAsync(context => context.SignIns.AsNoTracking().OrderByDescending(happened => happened.Id).FirstAsync(Cancel));
        Assert.Equal((SignInCause.SourceSlowed, CauseGroup.Malicious), (last.Cause, last.Group));
    }

    [Fact]
    public async Task A_remembered_browser_of_the_account_passes_and_no_other()
    {
        await SignInAndRememberAsync("mine");
        await GuessAsync(50);

        Assert.Null((await _portal.Service.SignInAsync(From(Thief) with { BrowserId = "mine" }, Rachel, Portal.Password, Cancel)).Refusal);
        Assert.IsType<Refusal.SourceSlowed>((await _portal.Service.SignInAsync(From(Thief) with { BrowserId = "mine" }, Newcomer, Portal.Password, Cancel)).Refusal);
        Assert.IsType<Refusal.SourceSlowed>((await _portal.Service.SignInAsync(From(Thief) with { BrowserId = "another" }, Rachel, Portal.Password, Cancel)).Refusal);
    }

    [Fact]
    public async Task It_outlives_a_restart_and_holds_in_every_process()
    {
        await using var other = await Portal.OpenAsync(new() { ["Storage:SingleInstance"] = "false" }, _portal.Folder, _portal.Now);
        await GuessAsync(25);
        for (var i = 0; i < 24; i++)
            Assert.Equal(new Refusal.WrongNameOrPassword(), (await other.Service.SignInAsync(From(Thief), $"other{i}@contoso.example", "wrong", Cancel)).Refusal);

        Assert.IsType<Refusal.SourceSlowed>(await TryAsync("last@contoso.example"));
        Assert.IsType<Refusal.SourceSlowed>((await other.Service.SignInAsync(From(Thief), Rachel, Portal.Password, Cancel)).Refusal);
    }

    [Fact]
    public async Task The_figures_are_settings()
    {
        await using var portal = await Portal.OpenAsync(new() { ["Security:Passwords:WrongOfSource"] = "3", ["Security:Passwords:SourceBlock"] = "00:10:00" });
        Refusal? last = null;
        for (var i = 0; i < 3; i++)
            last = (await portal.Service.SignInAsync(From(Thief), $"name{i}@contoso.example", "wrong", Cancel)).Refusal;

        Assert.Equal(new Refusal.SourceSlowed(portal.Now + 10.Minutes), last);
    }

    [Fact]
    public async Task A_quiet_source_is_forgotten()
    {
        await GuessAsync(50);
        _portal.Clock.Advance(30.Days + 1.Hours);

        _ = await _portal.Service.ForgetAsync(new SecurityPortal.Service.PortalItself(), Cancel);

        Assert.Equal(0, await _portal.ReadAsync(context => context.Throttles.CountAsync(counted => counted.Key == ThrottleKey.Passwords(Thief), Cancel)));
    }

    private async Task GuessAsync(int times)
    {
        for (var i = 0; i < times; i++)
            _ = await TryAsync($"name{i}@contoso.example");
    }

    private async Task<Refusal?> TryAsync(string name, string password = "wrong") => (await _portal.Service.SignInAsync(From(Thief), name, password, Cancel)).Refusal;

    private async Task SignInAndRememberAsync(string browser)
    {
        var limited = (await _portal.Service.SignInAsync(From("192.0.2.1") with { BrowserId = browser }, Rachel, Portal.Password, Cancel)).Owner!;
        var method = await _portal.MethodAsync(limited, RachelsMail);
        Assert.Null(await _portal.Service.AskForCodeAsync(limited, Purpose.SignIn, method, Cancel));
        var (challenge, code) = await _portal.CodeAsync(limited, Purpose.SignIn, method);
        Assert.Null((await _portal.Service.CompleteSignInAndRememberAsync(limited, challenge, code, Cancel)).Refusal);
    }
}
