using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SecurityPortal.Domain;
using SecurityPortal.Storage;

namespace SecurityPortal.Service;

/// <summary>Makes codes and link tokens, and keeps their keyed hashes (R-CODE-1, R-CODE-4).</summary>
public sealed partial class OneTimeCodes(StoreFolder folder)
{
    private const int MostDigits = 8;

    // Without letters and digits that are mistaken for one another.
    private const string ReferenceLetters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const string WordLetters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int WordLength = 10;
    public const int CaseLength = 8;
    private const int MessageLength = 16;
    private const int SignLength = 16;

    private readonly Lazy<ImmutableSortedDictionary<int, byte[]>> _keys = new(() => folder.CodeKeys().ToImmutableSortedDictionary());

    /// <summary>A code of the greatest length; <see cref="Cut"/> gives it the length its account needs.</summary>
    public NewCode New(DateTimeOffset now) => new(
        ChallengeId.New(now),
        RandomNumberGenerator.GetInt32(100_000_000).ToString($"D{MostDigits}", CultureInfo.InvariantCulture),
        new([], 0),
        RandomNumberGenerator.GetString(ReferenceLetters, 2));

    public NewCode Cut(NewCode code, SecurityProfile profile, SecurityPolicy policy) =>
        CutTo(code, profile.IsPrivileged ? policy.Codes.PrivilegedDigits : policy.Codes.Digits);

    /// <summary>One that lets in who has lost something is as long as those of staff (R-CODE-1).</summary>
    public NewCode CutForRecovery(NewCode code, SecurityPolicy policy) => CutTo(code, policy.Codes.PrivilegedDigits);

    private NewCode CutTo(NewCode code, int length)
    {
        var digits = code.Digits[..length];
        var (version, key) = _keys.Value.Last();
        return code with { Digits = digits, Seal = new(Hash(key, code.Challenge, digits), version) };
    }

    /// <summary>Compares what was typed, blanks and dashes left out, in constant time (R-CODE-9); null when it cannot be a code.</summary>
    public CodeCheck? Check(string typed)
    {
        if (DigitsOf(typed) is not { } digits)
            return null;

        // A code whose key is gone can be answered no more.
        return challenge => _keys.Value.TryGetValue(challenge.Seal.KeyVersion, out var key)
            && CryptographicOperations.FixedTimeEquals(Hash(key, challenge.Id, digits), challenge.Seal.Hash);
    }

    /// <summary>The digits of a code as people type or paste it; null when it cannot be one.</summary>
    public static string? DigitsOf(string? typed)
    {
        if (typed is null || typed.Any(IsNoLetter))
            return null;

        var digits = string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '–' or '—' or '‑')));
        return digits.Length is >= 4 and <= MostDigits && digits.All(char.IsAsciiDigit) ? digits : null;
    }

    /// <summary>Half a letter cannot be normalised, and no digit is written with two; nor can what is no letter at all.</summary>
    private static bool IsNoLetter(char letter) => char.IsSurrogate(letter) || letter is >= '\uFFFE' or (>= '\uFDD0' and <= '\uFDEF');

    /// <summary>For a mail's link: 256 bits.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>For a text, which carries no link: a word to be typed (R-PEND-4).</summary>
    public static string NewWord() => RandomNumberGenerator.GetString(WordLetters, WordLength);

    /// <summary>By which a new link is kept.</summary>
    public string HashToken(string token) => Hash(_keys.Value.Values.Last(), token);

    /// <summary>By which a link may be kept: one that was sent outlives the coming of a newer key, though not its own.</summary>
    public string[] HashesOf(string token) => [.. _keys.Value.Values.Select(key => Hash(key, token))];

    /// <summary>
    /// For the link in a mail with a code: it names its message and is signed, so that no row has to stand for each code
    /// that is sent.
    /// </summary>
    public string TokenOf(Guid message) => Convert.ToHexStringLower([.. message.ToByteArray(bigEndian: true), .. Sign(_keys.Value.Values.Last(), message)]);

    /// <summary>The message that such a link names; null for one that this portal has not signed.</summary>
    public Guid? MessageOf(string token)
    {
        var bytes = new byte[MessageLength + SignLength];
        if (Convert.FromHexString(token.Trim(), bytes, out _, out var length) is not OperationStatus.Done || length != bytes.Length)
            return null;

        Guid message = new(bytes.AsSpan(0, MessageLength), bigEndian: true);
        return _keys.Value.Values.Any(key => CryptographicOperations.FixedTimeEquals(Sign(key, message), bytes.AsSpan(MessageLength))) ? message : null;
    }

    /// <summary>By which people call a case, on the phone too.</summary>
    public static string NewCaseNumber() => RandomNumberGenerator.GetString(ReferenceLetters, CaseLength);

    private static byte[] Sign(byte[] key, Guid message) =>
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"message:{message}"))[..SignLength];

    private static string Hash(byte[] key, string token) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("link:" + token.Trim().ToLowerInvariant())));

    private static byte[] Hash(byte[] key, ChallengeId challenge, string digits) =>
        HMACSHA256.HashData(key, Encoding.ASCII.GetBytes($"{challenge}:{digits}"));
}
