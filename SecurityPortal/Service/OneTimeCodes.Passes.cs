using System.Security.Cryptography;
using System.Text;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// What a helper says to a caller who has nothing left (R-HELP-3): as long as a recovery code, and spelled like one.
public sealed partial class OneTimeCodes
{
    public static string NewPassLetters() => Grouped(RandomNumberGenerator.GetString(PaperLetters, PaperLength));

    public NewPass SealPass(string letters, DateTimeOffset now)
    {
        var (version, key) = _keys.Value.Last();
        var id = Guid.CreateVersion7(now);
        return new(id, new(HashPass(key, id, PaperOf(letters)!), version));
    }

    /// <summary>Compares in constant time; null when it cannot be a pass.</summary>
    public PassCheck? CheckPass(string? typed) => PaperOf(typed) is { } letters
        ? made => _keys.Value.TryGetValue(made.Seal.KeyVersion, out var key)
            && CryptographicOperations.FixedTimeEquals(HashPass(key, made.Id, letters), made.Seal.Hash)
        : null;

    private static byte[] HashPass(byte[] key, Guid id, string letters) =>
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"pass:{id}:{letters}"));
}
