using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using SecurityPortal.Delivery;

namespace SecurityPortal.Tests.Support;

/// <summary>
/// The portal as it is, on a real port of this machine and with a folder of its own for what it remembers. It starts when
/// its address is first asked for.
/// </summary>
public sealed class PortalServer : WebApplicationFactory<Program>
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-");
    private string? _url;

    /// <summary>At a port that is free.</summary>
    public PortalServer()
        : this(0)
    {
    }

    // Not public: a fixture may have one constructor only.
    internal PortalServer(int port) => UseKestrel(port);

    /// <summary>To be filled before the start; they win over the settings files.</summary>
    public Dictionary<string, string?> Settings { get; } = new(s_nobodyIsReminded);

    /// <summary>That is what has the reminder stand in nobody's way, but where a test is about it.</summary>
    private static readonly Dictionary<string, string?> s_nobodyIsReminded = new()
    {
        ["Security:Reminder:Methods"] = "1",
        ["Security:Reminder:NoProofFor"] = "3650.00:00:00",
        ["Security:Reminder:NoSignInFor"] = "3650.00:00:00",
    };

    /// <summary>People are reminded as the settings file has it.</summary>
    public PortalServer AsInEarnest()
    {
        foreach (var setting in s_nobodyIsReminded.Keys)
            _ = Settings.Remove(setting);
        return this;
    }

    public string Environment { get; init; } = "Development";

    /// <summary>What a test wants otherwise than the portal has it: its clock, say.</summary>
    public Action<IServiceCollection>? Instead { get; init; }

    /// <summary>By name and not by number: passkeys and secure contexts ask for it.</summary>
    public string Url => _url ??= Start();

    public string Folder => _folder.FullName;

    /// <summary>Somebody without cookies, who shows every answer as it came.</summary>
    public HttpClient Visitor() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = true })
    {
        BaseAddress = new(Url),
    };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Storage:Folder", Folder);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);

        // Outside Development no channel comes with the settings, and without one there is no start.
        if (Environment != "Development")
            builder.ConfigureTestServices(services => services.AddSingleton<IMessageChannel, KeptMessages>());

        if (Instead is not null)
            builder.ConfigureTestServices(Instead);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_folder.Exists)
            _folder.Delete(recursive: true);
    }

    private string Start()
    {
        StartServer();
        return $"http://localhost:{ClientOptions.BaseAddress.Port}";
    }
}
