using System.Diagnostics;

namespace SecurityPortal.Tests.Support;

/// <summary>The portal as an operator starts it, until it ends by itself.</summary>
public sealed record PortalProcess(int ExitCode, string Output, string Errors)
{
    public static async Task<PortalProcess> RunAsync(string environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment, ["LANG"] = "C.UTF-8" },
        };
        using var portal = Process.Start(start)!;
        try
        {
            var output = portal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var errors = portal.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await portal.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new(portal.ExitCode, await output, await errors);
        }
        finally
        {
            portal.Kill();
        }
    }
}
