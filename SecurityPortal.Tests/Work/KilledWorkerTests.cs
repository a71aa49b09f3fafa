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
        await using var killed = PeerProcess.Start("send", portal.Folder);
        await using var second = PeerProcess.Start("send", portal.Folder);
        await using var third = PeerProcess.Start("send", portal.Folder);
        PeerProcess[] workers = [killed, second, third];
        await Task.WhenAll(workers.Select(worker => worker.HearAsync()));
        await Task.WhenAll(workers.Select(worker => worker.SayAsync("go")));

        // All three are at it, and the one that is to be killed is in the middle of it.
        string?[][] begun = await Task.WhenAll(workers.Select(async worker => new[] { await worker.HearAsync() }));
        string?[] more = [.. await Several(killed)];
        killed.Kill();
        var heard = workers.Select(worker => worker.HearAllAsync()).ToArray();
        await UntilAsync(portal, left => left == 0);
        second.Kill();
        third.Kill();

        var sent = (await Task.WhenAll(heard)).Select((lines, worker) => SentIn([.. begun[worker], .. worker == 0 ? more : [], .. lines])).ToArray();
        Assert.Empty(waiting.Except(sent.SelectMany(ids => ids)));
        var twice = sent.SelectMany(ids => ids).CountBy(id => id).Where(id => id.Value > 1).Select(id => id.Key).ToHashSet();
        Assert.Subset(sent[0].ToHashSet(), twice);
        Assert.InRange(twice.Count, 0, ClaimedAtOnce);
    }

    private static async Task<List<string?>> Several(PeerProcess worker)
    {
        List<string?> lines = [];
        while (lines.Count < 40)
            lines.Add(await worker.HearAsync());
        return lines;
    }

    private static Guid[] SentIn(IEnumerable<string?> lines) =>
        [.. lines.Select(line => line?.Split(' ')).Where(line => line is ["sent", { Length: 36 }]).Select(line => Guid.Parse(line![1]))];

    private static async Task UntilAsync(Portal portal, Func<int, bool> isSo)
    {
        while (!isSo((await portal.MessagesAsync()).Count(message => message.Stage != DeliveryStage.HandedOver)))
            await Task.Delay(20, Cancel);
    }
}
