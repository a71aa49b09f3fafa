using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-DEL-1: a change and its messages are one, and what was acknowledged is on the disk.</summary>
public sealed class KillTests
{
    private const int Kills = 30;

    [Fact]
    public async Task Killed_at_any_moment_it_loses_nothing_that_was_acknowledged_and_no_change_lacks_its_messages()
    {
        await using var portal = await Portal.OpenAsync(new() { ["Storage:SingleInstance"] = "false" });
        Assert.True(await portal.Service.SeedAsync(new(), [.. Enumerable.Range(0, Kills * 4).Select(Person)], Cancel));
        List<string[]> acknowledged = [];
        Random random = new(20261123);

        for (var run = 0; run < Kills; run++)
            acknowledged.AddRange(await LiveAndDieAsync(portal.Folder, run, random));

        var store = await StoredAsync(portal);
        Assert.True(acknowledged.Count > Kills, $"Only {acknowledged.Count} changes were acknowledged.");
        Assert.All(acknowledged, store.Holds);
        store.Agrees();
    }

    private static DemoAccount Person(int number) => new(
        new($"person{number}@contoso.example", $"Person {number}", "en", "GB", []),
        Portal.Password, [new(MethodKind.Email, $"person{number}@mail.example")], 1.Days, "");

    private static async Task<List<string[]>> LiveAndDieAsync(string folder, int run, Random random)
    {
        await using var peer = PeerProcess.Start("live", folder, $"{run}");
        List<string[]> heard = [(await peer.HearAsync())!.Split(' ')];
        var listening = peer.HearAllAsync();

        await Task.Delay(random.Next(5, 400), Cancel);
        peer.Kill();

        // A last line that was cut off was not acknowledged.
        heard.AddRange((await listening).Select(line => line.Split(' ')).Where(line => line.Length == 3 || line[0] == "cancelled"));
        return heard;
    }

    private static async Task<Stored> StoredAsync(Portal portal) => await portal.ReadAsync(async context => new Stored(
        await context.Profiles.AsNoTracking().ToListAsync(Cancel),
        await context.Messages.AsNoTracking().ToListAsync(Cancel)));
}
