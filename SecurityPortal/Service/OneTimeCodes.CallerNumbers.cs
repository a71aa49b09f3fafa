using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// What a caller says to the help desk (R-HELP-6).
public sealed partial class OneTimeCodes
{
    private const int CallerDigits = 8;

    public static string NewCallerDigits() => RandomNumberGenerator.GetInt32(100_000_000).ToString($"D{CallerDigits}", CultureInfo.InvariantCulture);

    public NewCallerNumber SealCaller(string digits, DateTimeOffset now)
    {
        var (version, key) = _keys.Value.Last();
        var id = Guid.CreateVersion7(now);
        return new(id, new(HashCaller(key, id, digits), version));
    }

    /// <summary>Compares in constant time, blanks and dashes left out; null when it cannot be a caller number.</summary>
    public CallerNumberCheck? CheckCaller(string? typed) => DigitsOf(typed) is { Length: CallerDigits } digits
        ? made => _keys.Value.TryGetValue(made.Seal.KeyVersion, out var key)
            && CryptographicOperations.FixedTimeEquals(HashCaller(key, made.Id, digits), made.Seal.Hash)
        : null;

    private static byte[] HashCaller(byte[] key, Guid id, string digits) =>
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"caller:{id}:{digits}"));
}
