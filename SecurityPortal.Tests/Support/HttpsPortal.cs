using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SecurityPortal.Delivery;

namespace SecurityPortal.Tests.Support;

/// <summary>The portal in Production and over TLS, with a certificate made for the occasion, at a name that leads to this machine.</summary>
internal sealed class HttpsPortal : WebApplicationFactory<Program>
{
    public const string Address = "https://portal.example";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-");
    private readonly X509Certificate2 _certificate = Certificate();
    private int _port;

    public HttpsPortal() => UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate)));

    public KeptMessages Messages { get; } = new();

    /// <summary>A browser that keeps its cookies and follows nothing.</summary>
    public HttpClient Visitor()
    {
        if (_port == 0)
        {
            StartServer();
            _port = ClientOptions.BaseAddress.Port;
        }

        return new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = ConnectAsync,
            SslOptions = { RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString() == _certificate.GetCertHashString() },
        })
        { BaseAddress = new(Address) };
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Storage:Folder", _folder.FullName);
        builder.UseSetting("Portal:BaseAddress", Address);
        builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<IMessageChannel>(Messages)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _certificate.Dispose();
        if (_folder.Exists)
            _folder.Delete(recursive: true);
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, _port, cancel);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=portal.example", key, HashAlgorithmName.SHA256);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName("portal.example");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
