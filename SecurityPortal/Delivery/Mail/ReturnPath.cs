using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace SecurityPortal.Delivery.Mail;

/// <summary>The keys that return paths are marked with: the newest first, and those before it as long as bounces may come back.</summary>
public sealed record ReturnPathKeys(Func<IReadOnlyList<byte[]>> NewestFirst);

/// <summary>
/// The address that a message's bounce comes back to: <c>bounces+token@mail.example</c>. The token says which message it was,
/// and carries a mark that a stranger cannot make, so that nobody declares somebody else's mailbox dead.
/// </summary>
public sealed partial class ReturnPath(IOptions<MailOptions> options, ReturnPathKeys keys)
{
    private const int IdLength = 16;
    private const int MarkLength = 8;

    // Mail systems may change the case of letters, so it is told by none.
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";
    private const int TokenLength = (((IdLength + MarkLength) * 8) + 4) / 5;

    /// <summary>The part before the @ has 64 letters at most (RFC 5321).</summary>
    public const int LongestName = 64 - 1 - TokenLength;

    public static bool HasRoomFor(string address) => address.IndexOf('@', StringComparison.Ordinal) is > 0 and <= LongestName;

    public bool IsConfigured => options.Value.ReturnPath != "";

    /// <summary>Where none is configured, bounces go to the sender.</summary>
    public string Of(Guid message)
    {
        if (!IsConfigured)
            return options.Value.From;

        var (name, domain) = Parts();
        var id = message.ToByteArray(bigEndian: true);
        return $"{name}+{Encode([.. id, .. Mark(keys.NewestFirst()[0], id)])}@{domain}";
    }

    /// <summary>The message whose return path stands in a header; null where there is none, or one that was not made here.</summary>
    public Guid? Find(string header) =>
        Address().Matches(header)
            .Where(IsOurs)
            .Select(match => MessageOf(Decode(match.Groups["token"].Value)))
            .FirstOrDefault(message => message is not null);

    private bool IsOurs(Match address)
    {
        var (name, domain) = Parts();
        return IsConfigured
            && address.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase)
            && address.Groups["domain"].Value.Equals(domain, StringComparison.OrdinalIgnoreCase);
    }

    private (string Name, string Domain) Parts()
    {
        var parts = options.Value.ReturnPath.Split('@', 2);
        return (parts[0], parts[^1]);
    }

    private Guid? MessageOf(byte[] token)
    {
        var (id, mark) = (token[..IdLength], token[IdLength..]);
        return keys.NewestFirst().Any(key => CryptographicOperations.FixedTimeEquals(Mark(key, id), mark))
            ? new Guid(id, bigEndian: true)
            : null;
    }

    // The key may serve other ends, too: what is marked here is a mark of nothing else.
    private static byte[] Mark(byte[] key, byte[] id) =>
        HMACSHA256.HashData(key, (byte[])[.. "return-path:"u8, .. id])[..MarkLength];

    private static string Encode(byte[] bytes)
    {
        StringBuilder letters = new(TokenLength);
        for (var bit = 0; bit < bytes.Length * 8; bit += 5)
            letters.Append(Letters[Enumerable.Range(bit, 5).Aggregate(0, (value, at) => (value << 1) | BitOf(bytes, at))]);
        return letters.ToString();
    }

    private static int BitOf(byte[] bytes, int at) => at < bytes.Length * 8 ? (bytes[at / 8] >> (7 - (at % 8))) & 1 : 0;

    private static byte[] Decode(string token)
    {
        var bytes = new byte[IdLength + MarkLength];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var letter = Letters.IndexOf(char.ToLowerInvariant(token[bit / 5]), StringComparison.Ordinal);
            bytes[bit / 8] |= (byte)(((letter >> (4 - (bit % 5))) & 1) << (7 - (bit % 8)));
        }

        return bytes;
    }

    [GeneratedRegex(@"(?<![^\s<,;:""])(?<name>[^\s<>,;:""@]+)\+(?<token>[A-Za-z2-7]{39})@(?<domain>[A-Za-z0-9.-]+)")]
    private static partial Regex Address();
}
