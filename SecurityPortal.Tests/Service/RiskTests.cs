using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Risk;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-RISK-1, R-RISK-2 over the store: what a sign-in is rated by, and what follows.</summary>
public sealed class RiskTests : IAsyncLifetime
{
    private const string Home = "192.0.2.1";
    private const string Thief = "203.0.113.9";

    private static readonly Place s_france = new("FR", "Paris", 48.9, 2.4);

    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync();
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task The_first_sign_in_of_all_is_compared_with_nothing()
    {
        _ = await GivePasswordAsync(Thief, "another", s_france);

        Assert.Equal((0, null), await RatedAsync());
    }

    [Fact]
    public async Task Place_score_and_signals_stand_in_the_event()
    {
        await SignInAtHomeAsync();

        _ = await GivePasswordAsync(Thief, "another", s_france);

        Assert.Equal((25, "NewBrowser,NewNetwork"), await RatedAsync());
        var happened = await LastAsync();
        Assert.Equal(("FR", "Paris"), (happened.Country, happened.City));
    }

    [Fact]
    public async Task The_completed_sign_in_is_rated_by_what_happened_since_its_password_and_held_up_where_that_is_too_much()
    {
        await SignInAtHomeAsync();
        var owner = await GivePasswordAsync(Thief, "another");
        Assert.Null(await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, await _portal.MethodAsync(owner, RachelsMail), Cancel));
        await FailAsync(5, Thief);
        var (challenge, code) = await _portal.CodeAsync(owner, Purpose.SignIn, await _portal.MethodAsync(owner, RachelsMail));

        Assert.Equal(new Refusal.SourceBlocked(_portal.Now + 24.Hours), (await _portal.Service.CompleteSignInAsync(owner, challenge, code, Cancel)).Refusal);

        Assert.Equal((70, "NewBrowser,NewNetwork,ManyAccounts"), await RatedAsync());
        Assert.Equal(SignInCause.HighRisk, (await LastAsync()).Cause);
        Assert.Null(await _portal.Service.OverviewAsync(owner, Cancel));
        await _portal.SendMailAsync();
        Assert.Equal(2, _portal.Messages.All.Count(sent => sent.Kind == nameof(SecurityEvent.SignInHeldUp)));
    }

    [Fact]
    public async Task A_sign_in_makes_its_browser_and_network_usual()
    {
        await SignInAtHomeAsync();
        await SignInAsync(Thief, "another");

        _ = await GivePasswordAsync(Thief, "another");

        Assert.Equal((0, null), await RatedAsync());
    }

    [Fact]
    public async Task A_strangers_failures_do_not_make_the_owner_suspicious()
    {
        await SignInAtHomeAsync();
        for (var i = 0; i < 9; i++)
            _ = await _portal.Service.SignInAsync(From(Thief), Rachel, "wrong", Cancel);
        await FailAsync(20, Thief);

        _ = await GivePasswordAsync(Home, "mine");

        Assert.Equal((0, null), await RatedAsync());
    }

    [Fact]
    public async Task Ones_own_do()
    {
        await SignInAtHomeAsync();
        for (var i = 0; i < 5; i++)
            _ = await _portal.Service.SignInAsync(From(Home), Rachel, "wrong", Cancel);

        _ = await GivePasswordAsync(Home, "mine");

        Assert.Equal((15, "FailuresInARow"), await RatedAsync());
    }

    [Fact]
    public async Task So_do_wrong_codes()
    {
        await SignInAtHomeAsync();
        var owner = await GivePasswordAsync(Home, "mine");
        Assert.Null(await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, await _portal.MethodAsync(owner, RachelsMail), Cancel));
        var (challenge, code) = await _portal.CodeAsync(owner, Purpose.SignIn, await _portal.MethodAsync(owner, RachelsMail));
        for (var i = 0; i < 5; i++)
            _ = await _portal.Service.CompleteSignInAsync(owner, challenge, Not(code), Cancel);

        _ = await GivePasswordAsync(Home, "mine");

        Assert.Equal((15, "FailuresInARow"), await RatedAsync());
    }

    [Fact]
    public async Task The_password_again_and_again_is_too_fast_for_people()
    {
        for (var i = 0; i < 5; i++)
            _ = await GivePasswordAsync(Home, "mine");
        _ = await GivePasswordAsync(Home, "mine");

        Assert.Equal((15, "Velocity"), await RatedAsync());
    }

    [Fact]
    public async Task High_risk_blocks_the_account_at_that_source_and_nowhere_else()
    {
        await SignInAtHomeAsync();
        await FailAsync(5, Thief);

        Assert.Equal(new Refusal.SourceBlocked(_portal.Now + 24.Hours), (await _portal.Service.SignInAsync(At(Thief, "another"), Rachel, Portal.Password, Cancel)).Refusal);

        var happened = await LastAsync();
        Assert.Equal((SignInCause.HighRisk, 70), (happened.Cause, happened.Score));
        Assert.IsType<Refusal.SourceBlocked>((await _portal.Service.SignInAsync(At(Thief, "another"), Rachel, Portal.Password, Cancel)).Refusal);
        Assert.Equal(SignInCause.SourceBlocked, (await LastAsync()).Cause);
        await SignInAsync(Home, "mine");
        await SignInAsync("198.51.100.7", "mine");
    }

    [Fact]
    public async Task The_owner_hears_of_it_once_a_day()
    {
        await SignInAtHomeAsync();
        foreach (var source in new[] { Thief, "203.0.113.77" })
        {
            await FailAsync(5, source);
            _ = await _portal.Service.SignInAsync(At(source, "another"), Rachel, Portal.Password, Cancel);
        }

        await _portal.SendMailAsync();
        Assert.Equal(2, _portal.Messages.All.Count(sent => sent.Kind == nameof(SecurityEvent.SignInHeldUp)));
    }

    [Fact]
    public async Task A_guess_that_was_right_is_answered_like_one_too_many()
    {
        await SignInAtHomeAsync();
        for (var i = 0; i < 10; i++)
            _ = await _portal.Service.SignInAsync(At("203.0.113.77", "another"), Rachel, "wrong", Cancel);
        var wrong = (await _portal.Service.SignInAsync(At("203.0.113.77", "another"), Rachel, "wrong", Cancel)).Refusal;
        await FailAsync(5, Thief);

        Assert.Equal(wrong, (await _portal.Service.SignInAsync(At(Thief, "another"), Rachel, Portal.Password, Cancel)).Refusal);
    }

    [Fact]
    public async Task Without_weights_nothing_is_unusual()
    {
        await using var portal = await Portal.OpenAsync(Enum.GetNames<RiskSignal>().ToDictionary(signal => $"Security:Risk:Weights:{signal}", _ => (string?)"0"));
        await portal.SeedAsync();
        _ = await portal.SignInAsync();
        for (var i = 0; i < 20; i++)
            _ = await portal.Service.SignInAsync(From(Thief), $"name{i}@contoso.example", "wrong", Cancel);

        Assert.Null((await portal.Service.SignInAsync(At(Thief, "another"), Rachel, Portal.Password, Cancel)).Refusal);
    }

    private Task SignInAtHomeAsync() => SignInAsync(Home, "mine");

    private async Task SignInAsync(string source, string browser)
    {
        var owner = await GivePasswordAsync(source, browser);
        var method = await _portal.MethodAsync(owner, RachelsPhone);
        Assert.Null(await _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, method, Cancel));
        var (challenge, code) = await _portal.CodeAsync(owner, Purpose.SignIn, method);
        Assert.Null((await _portal.Service.CompleteSignInAsync(owner, challenge, code, Cancel)).Refusal);
        _portal.Messages.Clear();
    }

    private async Task<Owner> GivePasswordAsync(string source, string browser, Place? place = null)
    {
        var answer = await _portal.Service.SignInAsync(At(source, browser, place), Rachel, Portal.Password, Cancel);
        Assert.Null(answer.Refusal);
        return answer.Owner!;
    }

    private async Task FailAsync(int names, string source)
    {
        for (var i = 0; i < names; i++)
            Assert.Equal(new Refusal.WrongNameOrPassword(), (await _portal.Service.SignInAsync(From(source), $"name{i}@contoso.example", "wrong", Cancel)).Refusal);
    }

    private static Visitor At(string source, string browser, Place? place = null) => From(source) with { BrowserId = browser, Place = place };

    private async Task<(int Score, string? Signals)> RatedAsync() => await LastAsync() is var last ? (last.Score, last.Signals) : default;

    private Task<SignInEvent> LastAsync() => _portal.ReadAsync(context => context.SignIns.AsNoTracking().OrderByDescending(happened => happened.Id).FirstAsync(Cancel));
}
