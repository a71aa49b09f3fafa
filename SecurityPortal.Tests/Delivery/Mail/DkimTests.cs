using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;
using Org.BouncyCastle.Security;
using SecurityPortal.Delivery;
using SecurityPortal.Delivery.Mail;
using static SecurityPortal.Tests.Delivery.Mail.Mails;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>R-DEL-5: a mail is signed when a key is configured, and its reader's server can see that it is whole.</summary>
public sealed class DkimTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dkim-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<string> Kinds => ["rsa", "ed25519"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_signed_mail_is_whole(string kind)
    {
        var (options, key) = Signing(kind);

        Assert.All([Code, Notice], dispatch => Assert.True(IsWhole(Sent(options, dispatch), key)));
    }

    [Theory]
    [InlineData("Subject: Your", "Subject: My")]
    [InlineData("portal@contoso", "porter@contoso")]
    [InlineData("Reply-To: help", "Reply-To: eve")]
    [InlineData("Date: Wed", "Date: Thu")]
    [InlineData("Auto-Submitted: auto-generated", "Auto-Submitted: no")]
    [InlineData("multipart/alternative", "multipart/mixed")]
    [InlineData("Never share it", "Do share it")]
    public void What_is_changed_on_the_way_shows(string was, string becomes)
    {
        var (options, key) = Signing("rsa");
        var sent = Sent(options, Code);
        Assert.Contains(was, sent, StringComparison.Ordinal);

        Assert.False(IsWhole(sent.Replace(was, becomes, StringComparison.Ordinal), key));
    }

    [Fact]
    public void Many_are_signed_at_once()
    {
        var (options, key) = Signing("rsa");
        var composer = Composer(options);

        var sent = Enumerable.Range(0, 200).AsParallel().WithDegreeOfParallelism(4).Select(_ => composer.Compose(Code)!.Written()).ToArray();

        Assert.All(sent, mail => Assert.True(IsWhole(mail, key)));
    }

    [Fact]
    public void Without_a_key_it_is_not_signed() =>
        Assert.DoesNotContain("DKIM-Signature", Composer(Options()).Compose(Code)!.Written(), StringComparison.Ordinal);

    private (MailOptions Options, AsymmetricKeyParameter Key) Signing(string kind)
    {
        var file = Path.Combine(_folder, $"{kind}.pem");
        var pair = Pair(kind);
        using (PemWriter pem = new(new StreamWriter(file)))
            pem.WriteObject(pair.Private);

        var options = Options();
        options.Dkim = new() { Domain = "contoso.example", Selector = "portal1", KeyFile = file };
        return (options, pair.Public);
    }

    private static AsymmetricCipherKeyPair Pair(string kind)
    {
        IAsymmetricCipherKeyPairGenerator generator = kind == "rsa" ? new RsaKeyPairGenerator() : new Ed25519KeyPairGenerator();
        generator.Init(kind == "rsa" ? new KeyGenerationParameters(new SecureRandom(), 2048) : new Ed25519KeyGenerationParameters(new SecureRandom()));
        return generator.GenerateKeyPair();
    }

    private static string Sent(MailOptions options, Dispatch dispatch) => Composer(options).Compose(dispatch)!.Written();

    private static bool IsWhole(string sent, AsymmetricKeyParameter key)
    {
        using MemoryStream stream = new(System.Text.Encoding.UTF8.GetBytes(sent.ReplaceLineEndings("\r\n")));
        var mail = MimeMessage.Load(stream);
        return new DkimVerifier(new OneKey(key)).Verify(mail, mail.Headers[mail.Headers.IndexOf(HeaderId.DkimSignature)]);
    }

    private sealed class OneKey(AsymmetricKeyParameter key) : IDkimPublicKeyLocator
    {
        public AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default)
        {
            Assert.Equal(("contoso.example", "portal1"), (domain, selector));
            return key;
        }

        public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(
            string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
