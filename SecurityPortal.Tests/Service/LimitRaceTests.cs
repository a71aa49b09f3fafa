using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-BLOCK-7: a limit holds however many ask at the same time, from every process.</summary>
public sealed class LimitRaceTests : IAsyncLifetime
{
    private Portal _portal = null!;

    public async ValueTask InitializeAsync()
    {
        _portal = await Portal.OpenAsync(new() { ["Storage:SingleInstance"] = "false" });
        await _portal.SeedAsync();
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Of_forty_who_ask_at_once_five_get_a_code()
    {
        var owners = await OwnersAsync(40);
        var mail = await _portal.MethodAsync(owners[0], RachelsMail);

        var answers = await Task.WhenAll(owners.Select(owner => Task.Run(() => _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, mail, Cancel))));

        Assert.Equal(5, answers.Count(answer => answer is null));
        Assert.Equal(35, answers.Count(answer => answer is Refusal.LimitReached));
        await _portal.SendMailAsync();
        Assert.Equal(5, _portal.Messages.To(RachelsMail.Value).Count);
    }

    [Fact]
    public async Task Two_processes_together_send_five()
    {
        var owners = await OwnersAsync(40);
        var mail = await _portal.MethodAsync(owners[0], RachelsMail);
        await using var peer = PeerProcess.Start(
            ["ask", _portal.Folder, $"{_portal.Now.UtcTicks}", $"{owners[0].Account}", $"{mail}", .. owners.Skip(20).Select(owner => $"{owner.Session}")]);
        Assert.Equal("ready", await peer.HearAsync());

        await peer.SayAsync("go");
        var mine = await Task.WhenAll(owners.Take(20).Select(owner => Task.Run(() => _portal.Service.AskForCodeAsync(owner, Purpose.SignIn, mail, Cancel))));
        var theirs = await peer.HearAllAsync();

        Assert.Equal(20, theirs.Length);
        Assert.Equal(5, mine.Count(answer => answer is null) + theirs.Count(word => word == "sent"));
        await _portal.SendMailAsync();
        Assert.Equal(5, _portal.Messages.To(RachelsMail.Value).Count);
    }

    private async Task<Owner[]> OwnersAsync(int count)
    {
        List<Owner> owners = [];
        for (var i = 0; i < count; i++)
            owners.Add(await _portal.GivePasswordAsync(source: $"203.{i}.113.1"));
        return [.. owners];
    }
}
