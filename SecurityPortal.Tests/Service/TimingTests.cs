using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Service;

/// <summary>Alone: what else runs would be measured too.</summary>
[CollectionDefinition(nameof(TimingTests), DisableParallelization = true)]
public sealed class TimingCollection;

/// <summary>R-SIGN-2: the time an answer takes says nothing of whether there is such an account.</summary>
[Collection(nameof(TimingTests))]
public sealed class TimingTests(ITestOutputHelper output)
{
    private const int Tries = 400;

    [Fact]
    public async Task Unknown_names_take_as_long_as_known_ones()
    {
        await using var portal = await Portal.OpenAsync(
            new() { ["Security:Passwords:WrongInARow"] = "1000000" },
            instead: services => services.PostConfigure<PasswordHasherOptions>(hashing => hashing.IterationCount = new PasswordHasherOptions().IterationCount));
        await portal.SeedAsync();
        string[] names = [Rachel, "nobody@contoso.example"];
        List<double>[] times = [[], []];
        for (var i = -5; i < Tries; i++)
        {
            // In turn, and each first every other time, so that whatever else the machine does falls on both alike.
            foreach (var place in i % 2 == 0 ? new[] { 0, 1 } : [1, 0])
            {
                var began = Stopwatch.GetTimestamp();
                var answer = await portal.Service.SignInAsync(From("192.0.2.1"), names[place], "wrong", Cancel);
                if (i >= 0)
                    times[place].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                Assert.NotNull(answer.Refusal);
            }
        }

        var difference = Math.Abs(Median(times[0]) - Median(times[1]));
        output.WriteLine($"known {Median(times[0]):F2} ms, unknown {Median(times[1]):F2} ms, difference {difference:F2} ms");
        Assert.InRange(difference, 0, 5);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
