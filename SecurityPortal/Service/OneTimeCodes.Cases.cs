using System.Security.Cryptography;
using System.Text;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// What the applicant of a recovery request is shown once, and gives with its number from then on (R-FORM-2): as long as a
// recovery code, and spelled like one.
public sealed partial class OneTimeCodes
{
    public static string NewCaseSecret() => Grouped(RandomNumberGenerator.GetString(PaperLetters, PaperLength));

    public CodeSeal SealCase(Guid request, string secret)
    {
        var (version, key) = _keys.Value.Last();
        return new(HashCase(key, request, PaperOf(secret)!), version);
    }

    public bool IsSecretOf(RecoveryRequest request, string? typed) =>
        PaperOf(typed) is { } letters && request.Secret is { } seal && _keys.Value.TryGetValue(seal.KeyVersion, out var key)
        && CryptographicOperations.FixedTimeEquals(HashCase(key, request.Id, letters), seal.Hash);

    private static byte[] HashCase(byte[] key, Guid request, string letters) =>
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"case:{request}:{letters}"));
}
