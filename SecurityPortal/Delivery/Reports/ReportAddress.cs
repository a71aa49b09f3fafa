using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace SecurityPortal.Delivery.Reports;

/// <summary>Where a gateway reports what became of a message: an address of that message alone, signed for it.</summary>
/// <param name="place"><c>texts</c> or <c>calls</c>.</param>
/// <param name="secret">Makes the signatures, and stands in no address; empty to ask for no reports.</param>
public sealed class ReportAddress(string place, Uri? baseAddress, string secret)
{
    public const string Folder = "deliveries";
    public const string Signature = "sig";

    // A forger who knows a message's id has to guess 128 bits.
    private const int SignatureBytes = 16;

    private readonly byte[] _key = Encoding.UTF8.GetBytes(secret);

    public string Place => place;

    /// <summary>Null when no reports are asked for.</summary>
    /// <param name="query">What the gateway fills in: <c>type=%d&amp;</c>.</param>
    public string? Of(Guid message, string query = "") => _key.Length == 0 || baseAddress is null
        ? null
        : $"{baseAddress.GetLeftPart(UriPartial.Authority)}/{Folder}/{place}/{message:D}?{query}{Signature}={SignatureOf(message)}";

    public bool IsSigned(Guid message, string? signature) =>
        _key.Length > 0
        && signature is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(SignatureOf(message)));

    private string SignatureOf(Guid message) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{place}/{message:D}")).AsSpan(0, SignatureBytes));
}
