using System.Diagnostics;

namespace SecurityPortal.Tests.Web;

public sealed class StartTests
{
    [Theory]
    [InlineData("Portal:BaseAddress", "nonsense")]
    [InlineData("Portal:KnownProxies:0", "nonsense")]
    public async Task A_bad_setting_stops_the_start_in_one_line_that_names_its_key(string key, string value)
    {
        ProcessStartInfo start = new("dotnet", [typeof(Program).Assembly.Location, $"--{key}={value}", "--urls=http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        };

        using var portal = Process.Start(start)!;
        var said = await portal.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var written = await portal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await portal.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(1, portal.ExitCode);
        Assert.StartsWith(key.TrimEnd('0', ':'), Assert.Single(said.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(written);
    }
}
