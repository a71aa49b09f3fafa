using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.OpenSsl;

namespace SecurityPortal.Delivery.Mail;

/// <summary>The key that mails are signed with.</summary>
internal sealed record DkimKey(AsymmetricKeyParameter Private, DkimSignatureAlgorithm Algorithm)
{
    // Readers take shorter ones for no signature at all (RFC 8301).
    private const int ShortestRsa = 1024;

    /// <param name="fault">Goes on after the name of the setting.</param>
    public static DkimKey? Read(string file, out string? fault)
    {
        fault = null;
        if (!Path.IsPathFullyQualified(file))
            fault = "must be a full path of a PEM file.";
        else if (PrivateKey(file, out fault) is { } key)
        {
            if (Of(key) is { } found)
                return found;

            fault = $"must be an RSA key of {ShortestRsa} bits or more, or an Ed25519 key.";
        }

        return null;
    }

    private static AsymmetricKeyParameter? PrivateKey(string file, out string? fault)
    {
        fault = "must be a PEM file with a private key.";
        try
        {
            using var reader = File.OpenText(file);
            using PemReader pem = new(reader);
            return pem.ReadObject() switch
            {
                AsymmetricCipherKeyPair pair => pair.Private,
                AsymmetricKeyParameter { IsPrivate: true } key => key,
                _ => null,
            };
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            fault = $"must be a file that can be read: {exception.Message}";
            return null;
        }
        catch (Exception)
        {
            // A file that is none of these, or a key behind a pass phrase: there are many ways to stumble over it.
            return null;
        }
    }

    private static DkimKey? Of(AsymmetricKeyParameter key) => key switch
    {
        RsaKeyParameters rsa when rsa.Modulus.BitLength >= ShortestRsa => new(rsa, DkimSignatureAlgorithm.RsaSha256),
        Ed25519PrivateKeyParameters => new(key, DkimSignatureAlgorithm.Ed25519Sha256),
        _ => null,
    };
}
