using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit;

namespace SecurityPortal.Delivery.Mail;

/// <summary>Which certificates of a mail server are believed.</summary>
internal sealed class ServerTrust
{
    private readonly X509Certificate2Collection _own = [];

    /// <param name="certificate">Empty for a server with a certificate of a public authority.</param>
    public ServerTrust(string certificate)
    {
        if (certificate != "")
            _own.ImportFromPemFile(certificate);
    }

    /// <summary>Goes on after the name of the setting; null for a file that will do.</summary>
    public static string? FaultOf(string certificate)
    {
        if (!Path.IsPathFullyQualified(certificate))
            return "must be a full path of a PEM file.";

        try
        {
            return new ServerTrust(certificate)._own.Count == 0 ? "must be a PEM file with a certificate." : null;
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return $"must be a PEM file that can be read: {exception.Message}";
        }
    }

    public void Guard(IMailService client)
    {
        // Whether a third server can be asked at this moment must not decide whether a code goes out.
        client.CheckCertificateRevocation = false;
        if (_own.Count > 0)
            client.ServerCertificateValidationCallback = (_, shown, _, faults) => IsTrusted(shown, faults);
    }

    private bool IsTrusted(X509Certificate? shown, SslPolicyErrors faults)
    {
        if (faults == SslPolicyErrors.None)
            return true;

        if (shown is null)
            return false;

        using var certificate = X509CertificateLoader.LoadCertificate(shown.GetRawCertData());

        // Its very own certificate may carry any name; one that an authority of ours issued must carry the server's.
        return _own.Any(own => own.RawDataMemory.Span.SequenceEqual(certificate.RawDataMemory.Span))
            || (!faults.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && IsIssuedByOurs(certificate));
    }

    private bool IsIssuedByOurs(X509Certificate2 certificate)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_own);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(certificate);
    }
}
