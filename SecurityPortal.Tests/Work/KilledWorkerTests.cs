using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Work;

/// <summary>R-DEL-1: three workers on one store, one of which is killed while it sends.</summary>
public sealed class KilledWorkerTests
{
    private const int Messages = 1_000;

    /// <summary>By one worker: four lanes of thirty-two.</summary>
    private const int ClaimedAtOnce = 128;

    [Fact]
    public async Task Every_message_goes_out_and_none_twice_but_what_the_killed_one_had_under_way()
    {
        await using var portal = await Portal.OpenAsync(new() { ["Storage:SingleInstance"] = "false" }, at: TimeProvider.System.GetUtcNow());
        await portal.SeedAsync();
        var waiting = await portal.FillOutboxAsync(Messages);
        await using var killed = PeerProcess.Start("send", portal.Folder, "60000");
        await using var second = PeerProcess.Start("send", portal.Folder, "10");
        await using var third = PeerProcess.Start("send", portal.Folder, "10");
        PeerProcess[] workers = [killed, second, third];
        await Task.WhenAll(workers.Select(worker => worker.HearAsync()));

        // The one that is to be killed has begun, and waits for a slow server's answers when another is at it too. The third
        // may come when that one has done all the rest.
        List<string?> begun = [];
        foreach (var worker in workers[..2])
        {
            await worker.SayAsync("go");
            begun.Add(await worker.HearAsync());
        }

        await third.SayAsync("go");
        killed.Kill();
        var heard = workers.Select(worker => worker.HearAllAsync()).ToArray();
        await UntilAsync(portal, left => left == 0);
        second.Kill();
        third.Kill();

        var sent = (await Task.WhenAll(heard)).Select((lines, worker) => SentIn([begun.ElementAtOrDefault(worker), .. lines])).ToArray();
        Assert.Empty(waiting.Except(sent.SelectMany(ids => ids)));
        var twice = sent.SelectMany(ids => ids).CountBy(id => id).Where(id => id.Value > 1).Select(id => id.Key).ToHashSet();
        Assert.Subset(sent[0].ToHashSet(), twice);
        Assert.InRange(twice.Count, 0, ClaimedAtOnce);
    }

    private static Guid[] SentIn(IEnumerable<string?> lines) =>
        [.. lines.Select(line => line?.Split(' ')).Where(line => line is ["sent", { Length: 36 }]).Select(line => Guid.Parse(line![1]))];

    private static async Task UntilAsync(Portal portal, Func<int, bool> isSo)
    {
        while (!isSo((await portal.MessagesAsync()).Count(message => message.Stage != DeliveryStage.HandedOver)))
            await Task.Delay(20, Cancel);
    }
}
