using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecurityPortal.Delivery.Mail;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Delivery.Mail.Mails;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>Nothing is said before the server is known.</summary>
public sealed class ServerTrustTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tls-").FullName;
    private readonly ScriptedMailServer _server = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task Over_TLS_from_a_server_whose_certificate_is_known(MailSecurity security)
    {
        var certificate = UseCertificate(security);

        Assert.IsType<SendAnswer.Taken>(await SendAsync(options => (options.Security, options.Certificate) = (security, certificate)));
    }

    [Theory]
    [InlineData(MailSecurity.StartTls)]
    [InlineData(MailSecurity.Tls)]
    public async Task Not_to_a_server_whose_certificate_nobody_knows(MailSecurity security)
    {
        _ = UseCertificate(security);

        var answer = Assert.IsType<SendAnswer.Later>(await SendAsync(options => options.Security = security));

        Assert.Equal((DeliveryCause.ChannelMisconfigured, true), (answer.Cause, answer.IsChannelAtFault));
        Assert.DoesNotContain(_server.Heard, heard => heard.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Not_to_a_server_with_the_certificate_of_another()
    {
        _ = UseCertificate(MailSecurity.Tls);
        var other = MakeCertificate("other").File;

        var answer = await SendAsync(options => (options.Security, options.Certificate) = (MailSecurity.Tls, other));

        Assert.Equal(DeliveryCause.ChannelMisconfigured, Assert.IsType<SendAnswer.Later>(answer).Cause);
    }

    [Fact]
    public async Task Not_in_the_clear_where_TLS_is_asked_for()
    {
        var answer = Assert.IsType<SendAnswer.Later>(await SendAsync(options => options.Security = MailSecurity.StartTls));

        Assert.Equal((DeliveryCause.ChannelMisconfigured, true), (answer.Cause, answer.IsChannelAtFault));
        Assert.DoesNotContain(_server.Heard, heard => heard.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Over_TLS_from_a_server_whose_authority_is_known()
    {
        var authority = UseIssued("127.0.0.1");

        Assert.IsType<SendAnswer.Taken>(await SendAsync(options => (options.Security, options.Certificate) = (MailSecurity.Tls, authority)));
    }

    [Fact]
    public async Task Not_to_another_server_of_that_authority()
    {
        var authority = UseIssued("127.0.0.2");

        var answer = await SendAsync(options => (options.Security, options.Certificate) = (MailSecurity.Tls, authority));

        Assert.Equal(DeliveryCause.ChannelMisconfigured, Assert.IsType<SendAnswer.Later>(answer).Cause);
    }

    private string UseCertificate(MailSecurity security)
    {
        var (certificate, file) = MakeCertificate("server");
        _server.Certificate = certificate;
        _server.IsTlsFromTheStart = security == MailSecurity.Tls;
        _server.Offers = "250 STARTTLS";
        return file;
    }

    private string UseIssued(string address)
    {
        using var authority = MakeCertificate("authority").Certificate;
        using var key = RSA.Create(2048);
        CertificateRequest request = new("CN=server", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        SubjectAlternativeNameBuilder names = new();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(authority, authority.NotBefore, authority.NotAfter, [1, 2, 3]);
        using var made = issued.CopyWithPrivateKey(key);
        _server.Certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        _server.IsTlsFromTheStart = true;
        return Path.Combine(_folder, "authority.pem");
    }

    private (X509Certificate2 Certificate, string File) MakeCertificate(string name)
    {
        using var key = RSA.Create(2048);
        CertificateRequest request = new($"CN={name}.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow() - 1.Days, TimeProvider.System.GetUtcNow() + 1.Days);
        var file = Path.Combine(_folder, $"{name}.pem");
        File.WriteAllText(file, made.ExportCertificatePem());
        return (X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null), file);
    }

    private async Task<SendAnswer> SendAsync(Action<MailOptions>? change = null)
    {
        var options = Options(_server.Port);
        change?.Invoke(options);
        await using var channel = Channel(options);
        return await channel.SendAsync(Code, TestContext.Current.CancellationToken);
    }
}
