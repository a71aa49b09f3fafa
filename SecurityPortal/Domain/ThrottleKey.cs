using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SecurityPortal.Domain;

/// <summary>
/// Under which keys codes are counted. They are made for counting alone: a mailbox has one key however it is spelled, and
/// what is sent there is sent to the spelling that was verified (R-METH-6).
/// </summary>
public static class ThrottleKey
{
    public const string TextsToNew = "texts:new";
    public const string TextsToKnown = "texts:known";

    private const int NumbersOfRange = 4;
    private const string DestinationMark = "destination:";

    // One provider under two names, whose mailboxes are the same with dots and without.
    private const string Dotless = "gmail.com";
    private const string AlsoDotless = "googlemail.com";

    private static readonly IdnMapping s_idn = new();

    /// <summary>The account's entry for one contact.</summary>
    /// <param name="countedAs">As <see cref="Challenge.ContactKey"/>.</param>
    public static string Method(AccountId account, string countedAs) => $"method:{account}:{countedAs}";

    /// <summary>A mailbox or number that codes go to without being confirmed in the account that asks.</summary>
    public static string Destination(Contact contact) => $"{DestinationMark}{Canonical(contact)}";

    /// <summary>The mailbox or number of such a key, in its canonical spelling; null for any other key.</summary>
    public static Contact? DestinationOf(string key) => !key.StartsWith(DestinationMark, StringComparison.Ordinal) ? null
        : key[DestinationMark.Length] == '+' ? new(MethodKind.Phone, key[DestinationMark.Length..])
        : new(MethodKind.Email, key[DestinationMark.Length..]);

    /// <summary>Whether a block of a destination is of this one, however it is spelled.</summary>
    public static bool IsOf(Block block, Contact contact) => block.Scope == BlockScope.Destination && block.ContactKey == Canonical(contact);

    /// <summary>A mailbox or number as that of the people whose method it is: who merely types it cannot use up theirs (R-BLOCK-6).</summary>
    public static string Own(Contact contact) => $"own:{Canonical(contact)}";

    /// <summary>A mailbox whose reader says that an account is not theirs (R-DEL-7).</summary>
    public static string Disowning(Contact contact) => $"disown:{Canonical(contact)}";

    /// <summary>A mailbox or number to which somebody who has forgotten a password has codes sent: whoever types it cannot use up its owner's (R-BLOCK-6).</summary>
    public static string Resetting(Contact contact) => $"reset:{Canonical(contact)}";

    /// <summary>The codes by which a recovery request is seen.</summary>
    public static string Recovering(Guid request) => $"recover:{request}";

    /// <summary>The whole numbers and addresses that one of the staff looks for.</summary>
    public static string Searching(AccountId staff) => $"search:{staff}";

    /// <summary>The devices that one of the staff clears.</summary>
    public static string Clearing(AccountId staff) => $"clear:{staff}";

    /// <summary>So counted, what one source uses up is left to all others (R-PEND-5).</summary>
    public static string At(string key, string source) => $"{key}@{source}";

    public static string Source(string source) => $"source:{source}";

    /// <summary>A source's wrong passwords, which block nothing but passwords.</summary>
    public static string Passwords(string source) => $"passwords:{source}";

    /// <summary>Its /24, or the /48 of an IPv6 one; null where the source is no network.</summary>
    public static string? Network(string source)
    {
        if (AddressOf(source) is not { } address)
            return null;

        var bytes = address.GetAddressBytes();
        var bits = address.AddressFamily == AddressFamily.InterNetworkV6 ? 48 : 24;
        Array.Clear(bytes, bits / 8, bytes.Length - (bits / 8));
        return $"network:{new IPAddress(bytes)}/{bits}";
    }

    public static string Range(Contact phone) => $"range:{phone.Value[..^NumbersOfRange]}";

    public static IPAddress? AddressOf(string source) => IPAddress.TryParse(source.Split('/')[0], out var address) ? address : null;

    /// <summary>However it is spelled.</summary>
    public static string Canonical(Contact contact) => contact.Kind switch
    {
        MethodKind.Email => Mailbox(contact.Value.Normalize(NormalizationForm.FormKC).ToLowerInvariant()),
        _ => contact.Value,
    };

    private static string Mailbox(string address)
    {
        var at = address.LastIndexOf('@');
        var (local, domain) = (address[..at], Ascii(address[(at + 1)..]));
        if (local.IndexOf('+', StringComparison.Ordinal) is > 0 and var tag)
            local = local[..tag];
        if (domain is not (Dotless or AlsoDotless))
            return $"{local}@{domain}";

        return $"{local.Replace(".", "", StringComparison.Ordinal)}@{Dotless}";
    }

    private static string Ascii(string domain)
    {
        try
        {
            return Encoding.UTF8.GetByteCount(domain) == domain.Length ? domain : s_idn.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }
}
