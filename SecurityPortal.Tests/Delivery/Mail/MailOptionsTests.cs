using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SecurityPortal.Delivery.Mail;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>What is wrong with the settings of mail is said at the start, by its key.</summary>
public sealed class MailOptionsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Without_a_host_there_is_no_mail_and_nothing_to_be_wrong()
    {
        Assert.Empty(Faults(new()));
        Assert.False(new MailOptions().IsConfigured);
    }

    [Fact]
    public void The_smallest_that_sends() => Assert.Empty(Faults(Mails.Options()));

    public static TheoryData<string, Action<MailOptions>> Breaches => new()
    {
        { "Mail:Host ", options => options.Host = "mail host" },
        { "Mail:Port ", options => options.Port = 0 },
        { "Mail:Port ", options => options.Port = 70_000 },
        { "Mail:Security ", options => options.Host = "mail.example" },
        { "Mail:Security ", options => options.Security = (MailSecurity)7 },
        { "Mail:Password ", options => options.UserName = "portal" },
        { "Mail:Password ", options => options.Password = "hush" },
        { "Mail:Connections ", options => options.Connections = 0 },
        { "Mail:From ", options => options.From = "" },
        { "Mail:From ", options => options.From = "Portal <portal@contoso.example>" },
        { "Mail:FromName ", options => options.FromName = "Portal\r\nBcc: eve@mail.example" },
        { "Mail:ReplyTo ", options => options.ReplyTo = "help" },
        { "Mail:ReturnPath ", options => options.ReturnPath = "bounces" },
        { "Mail:ReturnPath ", options => options.ReturnPath = $"{new string('b', 25)}@contoso.example" },
        { "Mail:HelpAddress ", options => options.HelpAddress = new("http://contoso.example/help") },
        { "Mail:HelpAddress ", options => options.HelpAddress = new("help", UriKind.Relative) },
        { "Mail:Certificate ", options => options.Certificate = "/no/such/file.pem" },
        { "Mail:Certificate ", options => options.Certificate = "file.pem" },
        { "Mail:Dkim:Domain ", options => options.Dkim.Domain = "not a domain" },
        { "Mail:Dkim:Selector ", options => options.Dkim.Domain = "contoso.example" },
        { "Mail:Dkim:KeyFile ", options => options.Dkim.Domain = "contoso.example" },
        { "Mail:Bounces:Port ", options => options.Bounces.Host = "127.0.0.1" },
        { "Mail:Bounces:UserName ", options => options.Bounces.Host = "127.0.0.1" },
        { "Mail:Bounces:Folder ", options => options.Bounces.Host = "127.0.0.1" },
        { "Mail:Bounces:Security ", options => (options.Bounces.Host, options.Bounces.Security) = ("imap.example", MailSecurity.None) },
        { "Mail:ReturnPath ", options => (options.Bounces.Host, options.ReturnPath) = ("127.0.0.1", "") },
    };

    [Theory]
    [MemberData(nameof(Breaches), DisableDiscoveryEnumeration = true)]
    public void A_breach_names_its_key(string named, Action<MailOptions> breach)
    {
        var options = Mails.Options();
        breach(options);

        var faults = Faults(options);

        Assert.Contains(faults, fault => fault.StartsWith(named, StringComparison.Ordinal));
        Assert.All(faults, fault => Assert.DoesNotContain('\n', fault));
    }

    [Fact]
    public void A_key_that_is_no_key_of_the_right_kind()
    {
        using var ec = ECDsa.Create();
        using var weak = RSA.Create(512);
        using var rsa = RSA.Create(2048);

        Assert.Contains("RSA key of 1024 bits or more, or an Ed25519 key", Assert.Single(KeyFaults(ec.ExportPkcs8PrivateKeyPem())), StringComparison.Ordinal);
        Assert.Contains("RSA key of 1024 bits or more", Assert.Single(KeyFaults(weak.ExportPkcs8PrivateKeyPem())), StringComparison.Ordinal);
        Assert.Contains("with a private key", Assert.Single(KeyFaults(rsa.ExportRSAPublicKeyPem())), StringComparison.Ordinal);
        Assert.Contains("with a private key", Assert.Single(KeyFaults("-----BEGIN PRIVATE KEY-----\nnonsense\n-----END PRIVATE KEY-----")), StringComparison.Ordinal);
        Assert.Contains("with a private key", Assert.Single(KeyFaults("")), StringComparison.Ordinal);
        Assert.Empty(KeyFaults(rsa.ExportPkcs8PrivateKeyPem()));
        Assert.Empty(KeyFaults(rsa.ExportRSAPrivateKeyPem()));
    }

    [Fact]
    public void A_certificate_file_without_a_certificate()
    {
        var options = Mails.Options();
        options.Certificate = Path.Combine(_folder, "server.pem");
        File.WriteAllText(options.Certificate, "nothing");
        Assert.Contains("with a certificate", Assert.Single(Faults(options)), StringComparison.Ordinal);

        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=mail", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Mails.WrittenAt, Mails.WrittenAt + 1.Days);
        File.WriteAllText(options.Certificate, certificate.ExportCertificatePem());
        Assert.Empty(Faults(options));
    }

    private string[] KeyFaults(string pem)
    {
        var options = Mails.Options();
        options.Dkim = new() { Domain = "contoso.example", Selector = "portal1", KeyFile = Path.Combine(_folder, "dkim.pem") };
        File.WriteAllText(options.Dkim.KeyFile, pem);
        return Faults(options);
    }

    private static string[] Faults(MailOptions options) => [.. new MailOptionsRules().Validate(null, options).Failures ?? []];
}
