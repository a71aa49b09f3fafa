using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SecurityPortal.Domain;

namespace SecurityPortal.Service;

// Recovery codes (R-PASS-6): eighty bits each, in letters that nobody mistakes for one another, in groups of four.
public sealed partial class OneTimeCodes
{
    private const int PaperLength = 16;
    private const int PaperGroup = 4;

    // Crockford's base 32, five bits a letter.
    private const string PaperLetters = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>As they are shown, once: <c>4kq7-m2vx-09ha-tw3d</c>.</summary>
    public static ImmutableArray<string> NewRecoveryCodes() =>
        [.. Enumerable.Range(0, RecoveryCodeSet.Size).Select(_ => Grouped(RandomNumberGenerator.GetString(PaperLetters, PaperLength)))];

    /// <summary>What is stored of them.</summary>
    public RecoveryCodeSet Seal(MethodId set, IEnumerable<string> shown, DateTimeOffset now)
    {
        var (version, key) = _keys.Value.Last();
        return new()
        {
            Id = set,
            MadeAt = now,
            EstablishedAt = now,
            Codes = [.. shown.Select(code => new RecoveryCode(new(HashPaper(key, set, PaperOf(code)!), version)))],
        };
    }

    /// <summary>Compares what was typed in constant time; null when it cannot be a recovery code.</summary>
    public RecoveryCodeCheck? CheckRecovery(string? typed) => PaperOf(typed) is { } letters
        ? (set, code) => _keys.Value.TryGetValue(code.Seal.KeyVersion, out var key)
            && CryptographicOperations.FixedTimeEquals(HashPaper(key, set.Id, letters), code.Seal.Hash)
        : null;

    /// <summary>As people copy it from paper: with or without its dashes, in capitals, an O for a nought, an I or an L for a one.</summary>
    private static string? PaperOf(string? typed)
    {
        if (typed is null || typed.Length > 100 || typed.Any(IsNoLetter))
            return null;

        var letters = string.Concat(typed.Normalize(NormalizationForm.FormKC).ToLowerInvariant()
            .Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '–' or '—' or '‑'))
            .Select(letter => letter switch { 'o' => '0', 'i' or 'l' => '1', _ => letter }));
        return letters.Length == PaperLength && letters.All(PaperLetters.Contains) ? letters : null;
    }

    private static string Grouped(string letters) => string.Join('-', letters.Chunk(PaperGroup).Select(group => new string(group)));

    private static byte[] HashPaper(byte[] key, MethodId set, string letters) =>
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"recovery:{set}:{letters}"));
}
