using System.Collections.Concurrent;
using System.Diagnostics;

namespace SecurityPortal.Benchmarks;

/// <summary>Something to be timed: <paramref name="Step"/> is done over and over by so many clients at once.</summary>
public sealed record Case(string Name, int Clients, Func<Task> Step);

/// <summary>Runs cases in turn, round by round, so that a machine whose speed drifts treats all alike.</summary>
public sealed class Measurement(int rounds, TimeSpan length)
{
    public async Task RunAsync(params Case[] cases)
    {
        var taken = cases.ToDictionary(one => one, _ => new List<Round>());
        foreach (var one in cases)
            _ = await RoundAsync(one, TimeSpan.FromMilliseconds(300));

        for (var round = 0; round < rounds; round++)
        {
            foreach (var one in cases)
                taken[one].Add(await RoundAsync(one, length));
        }

        foreach (var one in cases)
            Print(one.Name, taken[one]);
    }

    public static void Print(string name, string metric, double value, string unit) =>
        Console.WriteLine($"{name} {metric} {value:0.###} {unit}");

    private static void Print(string name, List<Round> taken)
    {
        Print(name, "rate", Median(taken.Select(round => round.Rate)), "ops/s");
        Print(name, "p50", Median(taken.Select(round => round.P50)), "us");
        Print(name, "p99", Median(taken.Select(round => round.P99)), "us");
        Print(name, "max", Median(taken.Select(round => round.Max)), "us");
    }

    private static async Task<Round> RoundAsync(Case one, TimeSpan length)
    {
        ConcurrentBag<double> times = [];
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, one.Clients).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(begun) < length)
            {
                var at = Stopwatch.GetTimestamp();
                await one.Step();
                times.Add(Stopwatch.GetElapsedTime(at).TotalMicroseconds);
            }
        })));

        double[] sorted = [.. times.Order()];
        return new(sorted.Length / Stopwatch.GetElapsedTime(begun).TotalSeconds, sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)], sorted[^1]);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private sealed record Round(double Rate, double P50, double P99, double Max);
}
