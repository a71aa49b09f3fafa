using System.Diagnostics;

namespace SecurityPortal.Tests.Support;

/// <summary>A second process on a store. It ends with the test, if not before.</summary>
public sealed class PeerProcess : IAsyncDisposable
{
    private static readonly string s_peer = Path.Combine(
        AppContext.BaseDirectory, "..", "..", "SecurityPortal.Tests.Peer", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "SecurityPortal.Tests.Peer.dll");

    private readonly Process _process;

    private PeerProcess(Process process) => _process = process;

    public static PeerProcess Start(params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", [s_peer, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        return new(Process.Start(start)!);
    }

    public async Task<string?> HearAsync() => await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

    public Task SayAsync(string word) => _process.StandardInput.WriteLineAsync(word);

    /// <summary>All that it says until it ends.</summary>
    public async Task<string[]> HearAllAsync() =>
        (await _process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>As <c>kill -9</c> does: it learns nothing of it.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }
}
