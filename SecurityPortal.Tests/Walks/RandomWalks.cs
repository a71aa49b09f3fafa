using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace SecurityPortal.Tests.Walks;

/// <summary>
/// Whatever is opened, sent, sent again, left out, mixed up or done at once: nobody gets in, sees or changes anything without
/// every proof that it takes, given in that very session (R-CODE-7).
/// </summary>
public sealed class RandomWalks(ITestOutputHelper output)
{
    private const int Lanes = 2;

    // More of them find more, and take longer: WALKS says how many.
    private static readonly int s_count = int.Parse(Environment.GetEnvironmentVariable("WALKS") ?? "12000", CultureInfo.InvariantCulture);

    private readonly ConcurrentQueue<Walked> _walked = [];
    private int _next;

    [Fact]
    public async Task Never_reach_a_goal_without_its_proofs()
    {
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(WalkAsync)));

        var reached = _walked.SelectMany(walk => walk.Ledger.Goals.Keys).CountBy(goal => goal).ToDictionary();
        output.WriteLine($"{_walked.Count} walks in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s");
        output.WriteLine(string.Join(", ", reached.Select(goal => $"{goal.Key} {goal.Value}")));
        Assert.DoesNotContain(_walked, walk => walk.Breach is not null);
    }

    private async Task WalkAsync()
    {
        using WalkPortal portal = new();
        while (Interlocked.Increment(ref _next) is var seed && seed <= s_count)
        {
            var walked = await Walk.TakeAsync(portal, seed);
            _walked.Enqueue(walked);
            if (walked.Breach is not null)
                Assert.Fail(await ToldAsync(portal, walked));
        }
    }

    /// <summary>With all steps left out that do not matter.</summary>
    private static async Task<string> ToldAsync(WalkPortal portal, Walked walked)
    {
        HashSet<int> without = [];
        for (var step = 8; step >= 0; step--)
        {
            _ = without.Add(step);
            if (await Walk.TakeAsync(portal, walked.Seed, without) is { Breach: not null } shorter)
                walked = shorter;
            else
                _ = without.Remove(step);
        }

        return $"walk {walked.Seed}, {walked.Breach}\n{string.Join('\n', walked.Steps)}";
    }
}
