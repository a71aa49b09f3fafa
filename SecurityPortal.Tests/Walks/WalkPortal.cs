using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SecurityPortal.Delivery;
using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Storage;
using SecurityPortal.Tests.Support;
using SecurityPortal.Web;
using SecurityPortal.Work;

namespace SecurityPortal.Tests.Walks;

/// <summary>
/// The whole portal with its whole pipeline, in this process and without a socket. Its store is a real one, in memory where
/// there is such a folder: what is walked are the rules, not the disk. Passwords are hashed as fast as can be.
/// </summary>
internal sealed class WalkPortal : WebApplicationFactory<Program>
{
    private static readonly string s_fastest = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private readonly DirectoryInfo _folder = Directory.CreateDirectory(Path.Combine(s_fastest, $"portal-walks-{Path.GetRandomFileName()}"));

    private readonly ConcurrentDictionary<string, string> _hashes = [];

    public WalkClock Clock { get; } = new();

    public KeptMessages Channel { get; } = new();

    /// <summary>Hears all that is logged; when null nothing is.</summary>
    public HeardLog? Log { get; init; }

    public string Folder => _folder.FullName;

    public DateTimeOffset Now => Clock.GetUtcNow();

    public SecurityInfoService Service => Services.GetRequiredService<SecurityInfoService>();

    public WriteQueue Writes => Services.GetRequiredService<WriteQueue>();

    public MessageWriter Messages => Services.GetRequiredService<MessageWriter>();

    public SecurityPolicy Policy => Services.GetRequiredService<IOptions<SecurityOptions>>().Value.ToPolicy();

    public OneTimeCodes Codes => Services.GetRequiredService<OneTimeCodes>();

    public DueWork Work => Services.GetRequiredService<DueWork>();

    public ISecureDataFormat<AuthenticationTicket> Tickets =>
        Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(SessionCookie.Scheme).TicketDataFormat;

    public string HashOf(string password) => _hashes.GetOrAdd(password, Services.GetRequiredService<IPasswordHasher<SecurityProfile>>().HashPassword(null!, password));

    public async Task<T> ReadAsync<T>(Func<PortalContext, Task<T>> query)
    {
        await using var context = await Services.GetRequiredService<IDbContextFactory<PortalContext>>().CreateDbContextAsync();
        return await query(context);
    }

    /// <summary>What waits in the outbox goes out.</summary>
    public Task SendAllAsync() => Services.GetRequiredService<Outbox>().FlushAsync(CancellationToken.None);

    public async Task<Answered> SendAsync(Asked asked, string cookies, string source)
    {
        var answer = (await Server.SendAsync(context => Write(context, asked, cookies, source))).Response;
        using StreamReader reader = new(answer.Body);
        return new(answer.StatusCode, PathOf(answer.Headers.Location), await reader.ReadToEndAsync(), [.. answer.Headers.SetCookie.Select(CookieOf)]);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("Storage:Folder", _folder.FullName);
        builder.UseSetting("Rehearsal:Enabled", "false");
        foreach (var (figure, most) in Unlimited.Settings)
            builder.UseSetting(figure, most);
        foreach (var category in new[] { "Default", "Microsoft.AspNetCore", "Microsoft.AspNetCore.DataProtection", "Microsoft.EntityFrameworkCore" })
            builder.UseSetting($"Logging:LogLevel:{category}", "Trace");
        builder.ConfigureLogging(Hear);
        builder.ConfigureTestServices(services => services
            .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
            .Replace(ServiceDescriptor.Singleton<IMessageChannel>(Channel))
            .RemoveAll<IHostedService>()
            .Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (_folder.Exists)
            _folder.Delete(recursive: true);
    }

    private void Hear(ILoggingBuilder logging)
    {
        _ = logging.ClearProviders();
        if (Log is not null)
            _ = logging.AddProvider(Log);
    }

    private static void Write(HttpContext context, Asked asked, string cookies, string source)
    {
        var query = asked.Path.IndexOf('?', StringComparison.Ordinal);
        context.Request.Method = asked.Fields is null ? HttpMethods.Get : HttpMethods.Post;
        context.Request.Scheme = Uri.UriSchemeHttp;
        context.Request.Host = new("localhost");
        context.Request.Path = query < 0 ? asked.Path : asked.Path[..query];
        context.Request.QueryString = query < 0 ? default : new(asked.Path[query..]);
        context.Request.Headers.Cookie = cookies;
        context.Connection.RemoteIpAddress = IPAddress.Parse(source);
        if (asked.Fields is { } fields)
            Fill(context, string.Join('&', fields.Select(field => $"{Uri.EscapeDataString(field.Name)}={Uri.EscapeDataString(field.Value)}")));
    }

    private static void Fill(HttpContext context, string form)
    {
        var body = Encoding.UTF8.GetBytes(form);
        context.Features.Set<IHttpRequestBodyDetectionFeature>(new HasBody());
        context.Request.ContentType = "application/x-www-form-urlencoded";
        context.Request.ContentLength = body.Length;
        context.Request.Body = new MemoryStream(body);
    }

    private static string? PathOf(string? location) =>
        Uri.TryCreate(location, UriKind.Absolute, out var address) && address is { Scheme: "http", Authority: "localhost" } ? address.PathAndQuery : location;

    private static (string Name, string Value) CookieOf(string? header)
    {
        var pair = header!.Split(';')[0].Split('=', 2);
        return (pair[0], pair[1]);
    }

    private sealed class HasBody : IHttpRequestBodyDetectionFeature
    {
        public bool CanHaveBody => true;
    }
}
