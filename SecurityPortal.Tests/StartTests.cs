using System.Net;
using System.Net.Sockets;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests;

/// <summary>What keeps the portal from starting is said in one line that names the setting to mend.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("Portal:BaseAddress", "nonsense", "Portal:BaseAddress must ")]
    [InlineData("Portal:KnownProxies:0", "nonsense", "Portal:KnownProxies must ")]
    [InlineData("Security:MaxMethods", "0", "Security:MaxMethods must ")]
    [InlineData("Security:Codes:Life", "9.00:00:00", "Security:Codes:Life must ")]
    [InlineData("Security:Codes:Waits:1", "soon", "'Security:Codes:Waits:1'")]
    [InlineData("Security:Codes:Waits:2", "00:00:10", "Security:Codes:Waits must ")]
    [InlineData("Security:Codes:Waits:0", "-00:00:30", "Security:Codes:Waits must ")]
    [InlineData("Security:Codes:Waits:2", "01:00:01", "Security:Codes:Waits must ")]
    [InlineData("Security:Codes:PrivilegedDigits", "5", "Security:Codes:PrivilegedDigits must ")]
    [InlineData("Security:Sessions:Life", "00:12:00", "Security:Sessions:Idle and ")]
    [InlineData("Security:Replacement:NoticeDays:5", "30", "Security:Replacement:NoticeDays must ")]
    [InlineData("Security:Risk:Weights:Velocity", "101", "Security:Risk:Weights:Velocity must ")]
    [InlineData("Security:Risk:Weights:ManyAccounts", "-1", "Security:Risk:Weights:ManyAccounts must ")]
    [InlineData("Security:Risk:Weights:NewBrowser", "30", "Security:Risk:Weights:NewBrowser must ")]
    [InlineData("Security:Risk:Weights:Nonsense", "10", "Nonsense")]
    [InlineData("Security:Risk:High", "30", "Security:Risk:Medium must ")]
    [InlineData("Security:Regions:Lasts", "2.00:00:00", "Security:Regions:Lasts must ")]
    [InlineData("Places:File", "/dev/null", "Places:File must ")]
    [InlineData("Places:File", "missing.mmdb", "Places:File must ")]
    [InlineData("Security:Codes:Lief", "00:10:00", "'Lief'")]
    [InlineData("Storage:Provider", "Abacus", "'Storage:Provider'")]
    [InlineData("Storage:ConnectionString", "Data Source=:memory:", "the store must be a file")]
    [InlineData("Storage:ConnectionString", "Nonsense=1", "Storage:ConnectionString: ")]
    [InlineData("Storage:Folder", "/dev/null", "Storage:Folder: ")]
    [InlineData("Rehearsal:Enabled", "perhaps", "'Rehearsal:Enabled'")]
    [InlineData("Rehearsal:Enabled", "false", "Rehearsal:Enabled")]
    public Task A_bad_setting(string key, string value, string named) => RefusesAsync("Development", named, $"--{key}={value}");

    [Fact]
    public Task A_rehearsal_outside_Development() => RefusesAsync("Production", "Rehearsal:Enabled: ", "--Rehearsal:Enabled=true");

    [Fact]
    public Task No_gateway_for_texts() => RefusesAsync(
        "Production", "Texts:Kind: ", "--Portal:BaseAddress=https://portal.example", "--Mail:Host=127.0.0.1", "--Mail:Security=None", "--Mail:From=security@portal.example");

    [Fact]
    public Task No_way_to_send_a_message() => RefusesAsync("Production", "Mail:Host: ", "--Portal:BaseAddress=https://portal.example");

    [Fact]
    public Task A_place_to_listen_at_that_does_not_exist() => RefusesAsync("Development", "urls: ", "--urls=http://127.0.0.1:99999");

    [Fact]
    public async Task A_place_to_listen_at_that_is_taken()
    {
        using TcpListener other = new(IPAddress.Loopback, 0);
        other.Start();

        await RefusesAsync("Development", "urls: ", $"--urls=http://{other.LocalEndpoint}");
    }

    [Fact]
    public async Task A_store_that_vanished_from_beside_its_keys()
    {
        _ = Directory.CreateDirectory(Path.Combine(_folder, "keys"));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "keys", "codes-1.key"), new byte[32], TestContext.Current.CancellationToken);

        await RefusesAsync("Development", "Storage:Folder: ");

        Assert.False(File.Exists(Path.Combine(_folder, "portal.db")));
    }

    [Fact]
    public async Task Another_instance_on_the_same_store()
    {
        using PortalServer first = new();
        Assert.NotEmpty(first.Url);

        await RefusesAsync("Development", "Storage:Folder: another instance ", $"--Storage:Folder={first.Folder}");
    }

    private async Task RefusesAsync(string environment, string named, params string[] settings)
    {
        var ended = await PortalProcess.RunAsync(environment, ["--urls=http://127.0.0.1:0", $"--Storage:Folder={_folder}", .. settings]);

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains(named, Assert.Single(ended.Errors.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("Now listening", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", ended.Output, StringComparison.Ordinal);
    }
}
