using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Servers;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Delivery;

/// <summary>The whole portal with real servers to send by, and its workers at work. Only its clock is the test's.</summary>
public sealed partial class RealPortal : IAsyncDisposable
{
    private const string ReportSecret = "a secret that the gateway never sees";

    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private readonly PortalServer _server;
    private int _people;

    private RealPortal(int port, Dictionary<string, string?> settings)
    {
        _server = new(port) { Instead = services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)) };
        foreach (var (key, value) in settings)
            _server.Settings[key] = value;
    }

    public FakeTimeProvider Clock => _clock;

    /// <summary>For a browser to visit.</summary>
    public PortalServer Server => _server;

    public Portal Inside => Portal.Inside(_server.Services, _clock, _server.Folder);

    /// <param name="settings">Laid over those that lead to the real servers.</param>
    public static RealPortal Open(MailServer mail, TextGateway gateway, Dictionary<string, string?>? settings = null)
    {
        // Known before the start, because it stands in what the gateway is told to call.
        var port = FreePort();
        RealPortal portal = new(port, new()
        {
            ["Rehearsal:Enabled"] = "false",
            ["Delivery:Deadline"] = "00:00:03",
            ["Mail:Host"] = MailServer.Host,
            ["Mail:Port"] = $"{mail.SmtpPort}",
            ["Mail:Certificate"] = mail.CertificateFile,
            ["Mail:From"] = "security@portal.test",
            ["Mail:ReturnPath"] = "bounces@portal.test",
            ["Mail:Bounces:Host"] = MailServer.Host,
            ["Mail:Bounces:Port"] = $"{mail.ImapsPort}",
            ["Mail:Bounces:UserName"] = MailServer.BouncesUser,
            ["Mail:Bounces:Password"] = MailServer.BouncesPassword,
            ["Texts:Kind"] = "Kannel",
            ["Texts:ReportSecret"] = ReportSecret,
            ["Texts:ReportBaseAddress"] = $"http://127.0.0.1:{port}",
            ["Texts:Kannel:Url"] = $"{gateway.SendSms}",
            ["Texts:Kannel:UserName"] = TextGateway.User,
            ["Texts:Kannel:Password"] = TextGateway.Password,
            ["Texts:Kannel:Sender"] = "SECURITY",
        });
        foreach (var (key, value) in settings ?? [])
            portal._server.Settings[key] = value;
        return portal;
    }

    /// <summary>Somebody with this one contact; answers with the account's name.</summary>
    public async Task<string> OpenAccountAsync(Contact contact)
    {
        var name = $"person{Interlocked.Increment(ref _people)}@contoso.example";
        await AddAsync(name, contact);
        return name;
    }

    /// <summary>Somebody with this one contact, who has just given the password and asked for a code.</summary>
    public async Task<Asked> AskAsync(Contact contact)
    {
        var name = await OpenAccountAsync(contact);
        var limited = await Inside.GivePasswordAsync(name);
        var method = await Inside.MethodAsync(limited, contact);
        Assert.Null(await Inside.Service.AskForCodeAsync(limited, Purpose.SignIn, method, Cancel));
        return new(limited, (await Inside.OverviewAsync(limited)).ChallengeFor(Purpose.SignIn)!.Id, contact);
    }

    public async Task<Message> MessageOfAsync(Asked asked) =>
        (await Inside.MessagesAsync()).Last(message => message.Challenge == asked.Challenge);

    /// <summary>Waits until its message has come so far.</summary>
    public Task<Message> ReachesAsync(Asked asked, DeliveryStage stage) => ReachesAsync(() => MessageOfAsync(asked), stage);

    /// <summary>Waits until the latest message to a contact has come so far.</summary>
    public Task ReachAsync(Contact to, DeliveryStage stage) =>
        ReachesAsync(async () => (await Inside.MessagesAsync()).Last(message => message.To == to.Value), stage);

    private static async Task<Message> ReachesAsync(Func<Task<Message>> message, DeliveryStage stage)
    {
        Message? last = null;
        for (var tries = 0; tries < 600; tries++)
        {
            last = await message();
            if (last.Stage == stage)
                return last;

            await Task.Delay(25.Milliseconds, Cancel);
        }

        Assert.Fail($"It came to {string.Join(", ", last!.Way())}.");
        return last;
    }

    public static string CodeIn(string text) => Code().Match(text).Value;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AddAsync(string name, Contact contact)
    {
        var hash = await Inside.Services.GetRequiredService<Passwords>().HashAsync(Portal.Password, Cancel);
        _ = await Inside.Services.GetRequiredService<WriteQueue>().RunAsync(
            context =>
            {
                var now = _clock.GetUtcNow();
                var profile = SecurityProfile.Open(AccountId.New(now), new(name, "Person", "en", "GB", []), hash, now);
                profile.Grant(SecurityMethod.Verified(MethodId.New(now), contact, "en", now - 1.Days, now - 1.Days));
                context.Profiles.Add(profile);
                return true;
            },
            Cancel);
    }

    private static int FreePort()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex Code();

    public sealed record Asked(Owner Owner, ChallengeId Challenge, Contact Contact);
}
