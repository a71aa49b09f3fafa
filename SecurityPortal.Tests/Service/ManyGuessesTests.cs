using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-CODE-3, R-BLOCK-6: however guesses come, so many are judged and no more; and the owner goes on.</summary>
public sealed class ManyGuessesTests : IAsyncLifetime
{
    private const string Thief = "203.0.113.9";

    private readonly string _folder = Directory.CreateTempSubdirectory("guesses-").FullName;
    private Portal _portal = null!;
    private Owner _owner = null!;
    private MethodId _mail;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(new(Unlimited.Settings) { ["Storage:SingleInstance"] = "false" }, _folder);
        await _portal.SeedAsync();
        _owner = await _portal.SignInAsync(source: "198.51.100.1");
        _mail = await _portal.MethodAsync(_owner, RachelsMail);
    }

    public async ValueTask DisposeAsync()
    {
        await _portal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Of_three_hundred_guesses_in_thirty_sessions_of_one_source_ten_are_judged()
    {
        for (var session = 0; session < 30; session++)
            _ = await _portal.GuessAsync(await _portal.GivePasswordAsync(source: Thief), _mail, 10);

        Assert.Equal(10, await JudgedAsync());
    }

    [Fact]
    public async Task Of_three_hundred_from_thirty_sources_fifty()
    {
        await _portal.GuessEverywhereAsync(_mail, 300);

        Assert.Equal(50, await JudgedAsync());
    }

    [Fact]
    public async Task The_count_goes_on_when_the_portal_is_started_anew()
    {
        _ = await _portal.GuessAsync(await _portal.GivePasswordAsync(source: Thief), _mail, 9);
        var now = _portal.Now;
        await _portal.DisposeAsync();
        _portal = await Portal.OpenAsync(Unlimited.Settings, _folder, now);

        Assert.IsType<Refusal.Blocked>(await _portal.GuessAsync(await _portal.GivePasswordAsync(source: Thief), _mail, 1));
        _ = await _portal.GuessAsync(await _portal.GivePasswordAsync(source: Thief), _mail, 10);
        Assert.Equal(10, await JudgedAsync());
    }

    [Fact]
    public async Task Of_sixty_four_wrong_codes_at_once_three_are_judged_when_seven_were_before()
    {
        var (limited, open) = await SevenAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(() => _portal.Service.CompleteSignInAsync(limited, open, "000000", Cancel))));

        Assert.Equal(62, answers.Count(answer => answer.Refusal is Refusal.Blocked));
        Assert.Equal(10, await JudgedAsync());
    }

    [Fact]
    public async Task And_as_many_when_they_come_from_two_processes()
    {
        var (limited, open) = await SevenAsync();
        await using var peer = PeerProcess.Start("answer", _portal.Folder, $"{_portal.Now.UtcTicks}", $"{limited.Account}", $"{limited.Session}", $"{open}", "000000", "32");
        Assert.Equal("ready", await peer.HearAsync());
        await peer.SayAsync("go");
        _ = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => _portal.Service.CompleteSignInAsync(limited, open, "000000", Cancel))));

        Assert.Equal(32, (await peer.HearAllAsync()).Length);
        Assert.Equal(10, await JudgedAsync());
        Assert.Single((await _portal.ProfileAsync(_owner)).Blocks);
    }

    [Fact]
    public async Task Ten_thousand_wrong_passwords_block_nothing_but_their_source_for_a_week()
    {
        var begun = _portal.Now;
        for (var round = 0; round < 100; round++)
        {
            _ = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => _portal.Service.SignInAsync(From(Thief), Rachel, "wrong", Cancel))));
            _portal.Clock.Advance(30.Minutes);
        }

        Assert.Empty((await _portal.ProfileAsync(_owner)).Blocks);
        Assert.InRange((await _portal.Service.BlockOfNameAsync(From(Thief), Rachel, Cancel))!.Until!.Value, _portal.Now, begun + 7.Days);
        _ = await _portal.SignInAsync();
    }

    [Fact]
    public async Task A_remembered_browser_passes_the_gate_of_its_network_and_the_blocks_of_its_method()
    {
        var known = await _portal.RememberAsync();
        for (var i = 0; i < 12; i++)
            _ = await _portal.Service.SignInAsync(From(known.Source), Rachel, "wrong", Cancel);
        await _portal.GuessEverywhereAsync(_mail, 60);
        Assert.NotNull(await _portal.Service.BlockOfNameAsync(From(known.Source), Rachel, Cancel));
        Assert.Null(await _portal.Service.BlockOfNameAsync(known, Rachel, Cancel));

        var owner = (await _portal.Service.SignInAsync(known, Rachel, Portal.Password, Cancel)).Owner!;
        Assert.True((await _portal.OverviewAsync(owner)).IsFull);
        Assert.True((await _portal.OverviewAsync(owner)).Methods.Single(method => method.Id == _mail).IsOpen);
        Assert.Null(await _portal.Service.AskForCodeAsync(owner, Purpose.ChangeSecurityInfo, _mail, Cancel));
        var (challenge, code) = await _portal.CodeAsync(owner, Purpose.ChangeSecurityInfo, _mail);
        Assert.Null(await _portal.Service.ProveAsync(owner, challenge, code, Cancel));
    }

    [Fact]
    public async Task A_stolen_cookie_lets_through_ten_wrong_passwords_and_then_counts_for_nothing()
    {
        var stolen = (await _portal.RememberAsync()) with { Source = Thief };
        for (var i = 0; i < 9; i++)
            Assert.IsType<Refusal.WrongNameOrPassword>((await _portal.Service.SignInAsync(stolen, Rachel, "wrong", Cancel)).Refusal);
        Assert.IsType<Refusal.SourceBlocked>((await _portal.Service.SignInAsync(stolen, Rachel, "wrong", Cancel)).Refusal);

        for (var i = 0; i < 10; i++)
            _ = await _portal.Service.SignInAsync(stolen, Rachel, "wrong", Cancel);
        Assert.IsType<Refusal.SourceBlocked>((await _portal.Service.SignInAsync(stolen, Rachel, Portal.Password, Cancel)).Refusal);
    }

    [Fact]
    public async Task While_a_replacement_is_pending_a_thief_cannot_use_up_the_owners_tries()
    {
        _ = await _portal.StartReplacementAsync(source: Thief);
        await _portal.GuessEverywhereAsync(_mail, 120);
        _ = await _portal.GuessAsync(await _portal.GivePasswordAsync(source: Thief), _mail, 10);

        _ = await _portal.SignInAsync();
        Assert.Null((await _portal.ProfileAsync(_owner)).Pending);
    }

    /// <summary>A code of which five were wrong, and another that has three tries before the block.</summary>
    private async Task<(Owner Limited, ChallengeId Open)> SevenAsync()
    {
        var limited = await _portal.GivePasswordAsync();
        _ = await _portal.GuessAsync(limited, _mail, 7);
        return (limited, (await _portal.OverviewAsync(limited)).ChallengeFor(Purpose.SignIn, _mail)!.Id);
    }

    /// <summary>Since the owner's last right code.</summary>
    private async Task<int> JudgedAsync() => (await _portal.ProfileAsync(_owner)).Methods.Single(method => method.Id == _mail).WrongSinceSuccess;
}
