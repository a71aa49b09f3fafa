using Microsoft.EntityFrameworkCore;
using SecurityPortal.Domain;
using SecurityPortal.Domain.Audit;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>R-HELP-2: a clear is one transaction, whatever becomes of the process that does it.</summary>
public sealed class ClearKillTests
{
    private const int Kills = 6;
    private const int EachRun = 30;

    [Fact]
    public async Task Killed_in_the_middle_of_a_clear_it_has_done_all_of_it_or_nothing()
    {
        await using var portal = await Portal.OpenAsync(new() { ["Storage:SingleInstance"] = "false" });
        await portal.SeedDeskAsync([.. Enumerable.Range(0, Kills * EachRun).Select(Person)]);
        var people = await portal.ReadAsync(context => context.Profiles.Where(profile => profile.NameKey.StartsWith("person")).Select(profile => profile.Id).ToListAsync(Cancel));
        List<string> acknowledged = [];
        Random random = new(20261130);

        for (var run = 0; run < Kills; run++)
            acknowledged.AddRange(await ClearAndDieAsync(portal, run, [.. people.Skip(run * EachRun).Take(EachRun)], random));

        var cleared = await portal.ReadAsync(context => context.Profiles.AsNoTracking().Where(profile => profile.NameKey.StartsWith("person")).ToListAsync(Cancel));
        var told = await portal.ReadAsync(context => context.Messages.AsNoTracking().Where(message => message.Kind == nameof(SecurityEvent.MethodsCleared)).Select(message => message.Account).ToListAsync(Cancel));
        var audited = (await portal.AuditAsync()).Where(record => record.Action == AuditAction.MethodsCleared).Select(record => record.Target!.Value).ToArray();
        Assert.True(acknowledged.Count > Kills, $"Only {acknowledged.Count} clears were acknowledged.");
        Assert.All(acknowledged, account => Assert.NotNull(cleared.Single(profile => $"{profile.Id}" == account).LastClear));
        Assert.All(cleared, profile =>
        {
            var isDone = profile.LastClear is not null;
            Assert.Equal(isDone, !profile.Methods.Any(method => method.IsConfirmed));
            Assert.Equal(isDone, profile.Pass is not null && profile.OwesRegistration);
            Assert.Equal(isDone ? 1 : 0, told.Count(account => account == profile.Id));
            Assert.Equal(isDone ? 1 : 0, audited.Count(account => account == profile.Id));
        });
    }

    private static SecurityPortal.Service.DemoAccount Person(int number) => new(
        new($"person{number}@contoso.example", $"Person {number}", "en", "GB", []),
        Portal.Password, [new(MethodKind.Email, $"person{number}@mail.example")], 1.Days, "");

    private static async Task<string[]> ClearAndDieAsync(Portal portal, int run, AccountId[] people, Random random)
    {
        var from = (Portal.Noon + run.Hours).UtcTicks;
        await using var peer = PeerProcess.Start(["clear", portal.Folder, $"{from}", Desk.SeedInHex, .. people.Select(account => $"{account}")]);
        var first = (await peer.HearAsync())!;
        var listening = peer.HearAllAsync();

        await Task.Delay(random.Next(20, 400), Cancel);
        peer.Kill();

        // A last line that was cut off was not acknowledged.
        return [.. (await listening).Prepend(first).Select(line => line.Split(' ')).Where(words => words is ["cleared", { Length: 36 }]).Select(words => words[1])];
    }
}
