using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace SecurityPortal.Tests.Delivery.Texts;

/// <summary>A real Kannel on free ports of this machine, with a mobile network that is played by its own stand-in.</summary>
internal sealed partial class RunningKannel : IAsyncDisposable
{
    private const string Bearerbox = "/usr/sbin/bearerbox";
    private const string Network = "/usr/lib/kannel/test/fakesmsc";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kannel-");
    private readonly List<Process> _parts = [];
    private readonly int[] _ports = FreePorts();

    /// <summary>Its packages are <c>kannel</c> and <c>kannel-extras</c>.</summary>
    public static bool IsInstalled => File.Exists(Bearerbox) && File.Exists(Network);

    public Uri Url => new($"http://127.0.0.1:{_ports[3]}/cgi-bin/sendsms");

    public static async Task<RunningKannel> StartAsync(bool hasNetwork = true)
    {
        RunningKannel kannel = new();
        _ = kannel._folder.CreateSubdirectory("spool");
        var settings = Path.Combine(kannel._folder.FullName, "kannel.conf");
        await File.WriteAllTextAsync(settings, kannel.Settings());
        kannel.Run("bearerbox.log", Bearerbox, "-v", "4", settings);
        await ListensAsync(kannel._ports[1]);
        kannel.Run("smsbox.log", "/usr/sbin/smsbox", "-v", "4", settings);
        await ListensAsync(kannel._ports[3]);
        if (hasNetwork)
        {
            await ListensAsync(kannel._ports[2]);
            kannel.Run("network.log", Network, "-H", "127.0.0.1", "-r", $"{kannel._ports[2]}");
        }

        return kannel;
    }

    /// <summary>What the network was given, once it has so much; it says so a little after the reports.</summary>
    public async Task<string[]> CarriedAsync(int texts)
    {
        while (true)
        {
            string[] carried = [.. Lines("network.log").Select(line => Carried().Match(line)).Where(match => match.Success).Select(TextOf)];
            if (carried.Length >= texts)
                return carried;

            await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var part in _parts)
        {
            part.Kill(entireProcessTree: true);
            await part.WaitForExitAsync();
            part.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    // Its input stays open: at its end the network would leave.
    private void Run(string log, string program, params string[] arguments) => _parts.Add(Process.Start(
        new ProcessStartInfo("/bin/sh", ["-c", "log=$1; shift; exec \"$@\" >\"$log\" 2>&1", "sh", Path.Combine(_folder.FullName, log), program, .. arguments])
        {
            RedirectStandardInput = true,
        })!);

    private string[] Lines(string log)
    {
        using StreamReader reader = new(new FileStream(Path.Combine(_folder.FullName, log), FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n');
    }

    // What is not in its own alphabet it writes as the bytes of UCS-2, escaped as in an address.
    private static string TextOf(Match carried)
    {
        var text = carried.Groups["text"].Value;
        return carried.Groups["coding"].Value == "ucs-2"
            ? Encoding.BigEndianUnicode.GetString(WebUtility.UrlDecodeToBytes(Encoding.ASCII.GetBytes(text), 0, text.Length))
            : text;
    }

    private static async Task ListensAsync(int port)
    {
        for (var tries = 0; ; tries++)
        {
            using TcpClient client = new();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                return;
            }
            catch (SocketException) when (tries < 200)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
            }
        }
    }

    private static int[] FreePorts()
    {
        TcpListener[] listeners = [.. Enumerable.Range(0, 4).Select(_ => new TcpListener(IPAddress.Loopback, 0))];
        foreach (var listener in listeners)
            listener.Start();
        int[] ports = [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in listeners)
            listener.Dispose();
        return ports;
    }

    private string Settings() => $"""
        group = core
        admin-port = {_ports[0]}
        admin-password = admin
        admin-interface = 127.0.0.1
        smsbox-port = {_ports[1]}
        smsbox-interface = 127.0.0.1
        box-allow-ip = 127.0.0.1
        dlr-storage = internal
        store-type = spool
        store-location = "{_folder.FullName}/spool"

        group = smsc
        smsc = fake
        smsc-id = network
        host = 127.0.0.1
        port = {_ports[2]}
        connect-allow-ip = 127.0.0.1

        group = smsbox
        bearerbox-host = 127.0.0.1
        bearerbox-port = {_ports[1]}
        sendsms-port = {_ports[3]}
        sendsms-interface = 127.0.0.1
        sendsms-chars = "0123456789+"

        group = sendsms-user
        username = portal
        password = "{Given.Password}"
        max-messages = 3
        concatenation = true
        default-sender = SECURITY

        """;

    [GeneratedRegex(@"Got message \d+: <SECURITY \+447700900123 (?<coding>text|ucs-2) (?<text>.*)>$")]
    private static partial Regex Carried();
}
