using System.Diagnostics;
using System.Globalization;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Servers;

/// <summary>One of the scripts of this folder, and the folder in which its server lives.</summary>
internal sealed class ServerScript(string name) : IDisposable
{
    private static readonly TimeSpan s_most = 2.Minutes;
    private static readonly string s_scripts = Path.Combine(AppContext.BaseDirectory, "Servers");

    public string Folder { get; } = Directory.CreateTempSubdirectory($"portal-{name}-").FullName;

    /// <summary>What the script says: the ports, by name.</summary>
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(string command, params IEnumerable<string> more)
    {
        ProcessStartInfo start = new("bash", [Path.Combine(s_scripts, name), command, Folder, .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Were the tests killed, the server would end all the same.
            Environment = { ["OWNER"] = Environment.ProcessId.ToString(CultureInfo.InvariantCulture) },
        };
        using var script = Process.Start(start)!;
        // A server that was started must be stopped, so nothing here is cancelled with the test.
        var output = script.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = script.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await script.WaitForExitAsync(CancellationToken.None).WaitAsync(s_most, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            script.Kill(entireProcessTree: true);
        }

        await script.WaitForExitAsync(CancellationToken.None);
        return script.ExitCode == 0
            ? PortsIn(await output)
            : throw new InvalidOperationException($"{name} {command} ended with {script.ExitCode}: {await errors}");
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static Dictionary<string, int> PortsIn(string output) => output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('='))
        .ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture));
}
