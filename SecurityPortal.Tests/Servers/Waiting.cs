using System.Diagnostics;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Servers;

/// <summary>Waiting for another process, whose clock is not the test's.</summary>
internal static class Waiting
{
    /// <summary>What is found within the time; null if nothing is.</summary>
    public static async Task<T?> ForAsync<T>(Func<Task<T?>> find, TimeSpan most)
        where T : class
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await find() is { } found)
                return found;
            if (Stopwatch.GetElapsedTime(began) > most)
                return null;
            await Task.Delay(25.Milliseconds, TestContext.Current.CancellationToken);
        }
    }
}
