using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-CODE-2: answered at most once, however many tries arrive at the same time, from every process.</summary>
public sealed class RaceTests : IAsyncLifetime
{
    private Portal _portal = null!;
    private Owner _limited = null!;
    private ChallengeId _challenge;
    private string _code = "";

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(new() { ["Storage:SingleInstance"] = "false" });
        await _portal.SeedAsync();
        _limited = await _portal.GivePasswordAsync();
        var mail = await _portal.MethodAsync(_limited, RachelsMail);
        Assert.Null(await _portal.Service.AskForCodeAsync(_limited, Purpose.SignIn, mail, Cancel));
        (_challenge, _code) = await _portal.CodeAsync(_limited, Purpose.SignIn, mail);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Of_sixty_four_right_answers_at_once_one_is_accepted()
    {
        var answers = await AnswerAsync(_code, 64);

        Assert.Single(answers, answer => answer.Owner is not null);
        Assert.Equal(63, answers.Count(answer => answer.Refusal is Refusal.CodeUsed));
        Assert.Single((await _portal.ProfileAsync(_limited)).Sessions);
    }

    [Fact]
    public async Task Of_sixty_four_wrong_answers_at_once_five_are_judged()
    {
        var answers = await AnswerAsync(Not(_code), 64);

        await FiveWereJudgedAsync(answers.Select(answer => $"{answer.Refusal}"));
    }

    [Fact]
    public async Task Of_right_answers_from_two_processes_one_is_accepted()
    {
        await using var peer = await PeerAsync(_code);
        await peer.SayAsync("go");
        var mine = await AnswerAsync(_code, 32);
        var theirs = await peer.HearAllAsync();

        Assert.Equal(32, theirs.Length);
        Assert.Equal(1, mine.Count(answer => answer.Owner is not null) + theirs.Count(word => word == "accepted"));
        Assert.Single((await _portal.ProfileAsync(_limited)).Sessions);
    }

    [Fact]
    public async Task Of_wrong_answers_from_two_processes_five_are_judged()
    {
        await using var peer = await PeerAsync(Not(_code));
        await peer.SayAsync("go");
        var mine = await AnswerAsync(Not(_code), 32);
        var theirs = await peer.HearAllAsync();

        Assert.Equal(32, theirs.Length);
        await FiveWereJudgedAsync(mine.Select(answer => $"{answer.Refusal}")
            .Concat(theirs.Select(word => $"{new Refusal.WrongCode(int.Parse(word.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture))}")));
    }

    [Fact]
    public async Task Of_sixty_four_wrong_passwords_at_once_ten_are_judged()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ =>
            Task.Run(() => _portal.Service.SignInAsync(From("203.0.113.9"), Rachel, "wrong", Cancel))));

        Assert.Equal(9, answers.Count(answer => answer.Refusal is Refusal.WrongNameOrPassword));
        Assert.Equal(55, answers.Count(answer => answer.Refusal is Refusal.SourceBlocked));
    }

    private async Task FiveWereJudgedAsync(IEnumerable<string> answers)
    {
        var counts = answers.CountBy(answer => answer).ToDictionary();
        Assert.Equal(
            new Dictionary<string, int> { [Wrong(4)] = 1, [Wrong(3)] = 1, [Wrong(2)] = 1, [Wrong(1)] = 1, [Wrong(0)] = 60 },
            counts);
        var profile = await _portal.ProfileAsync(_limited);
        Assert.Equal(5, profile.Challenges.Single(challenge => challenge.Id == _challenge).Tries);
        Assert.Equal(5, profile.WrongTries.Length);
    }

    private async Task<PeerProcess> PeerAsync(string typed)
    {
        var peer = PeerProcess.Start("answer", _portal.Folder, $"{_portal.Now.UtcTicks}", $"{_limited.Account}", $"{_limited.Session}", $"{_challenge}", typed, "32");
        Assert.Equal("ready", await peer.HearAsync());
        return peer;
    }

    private Task<SignInAnswer[]> AnswerAsync(string typed, int times) => Task.WhenAll(Enumerable.Range(0, times).Select(_ =>
        Task.Run(() => _portal.Service.CompleteSignInAsync(_limited, _challenge, typed, Cancel))));

    private static string Wrong(int left) => $"{new Refusal.WrongCode(left)}";
}
