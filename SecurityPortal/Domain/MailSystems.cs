namespace SecurityPortal.Domain;

/// <summary>What the domain of an address tells about how mail is taken there.</summary>
public static class MailSystems
{
    // Those whose filters put mail of senders they have not met yet aside more often than others do. Names without an end
    // stand for all their countries.
    private static readonly string[] s_strict =
    [
        "aol.com", "freenet.de", "gmx.", "hotmail.", "icloud.com", "live.", "mail.ru", "me.com", "msn.com",
        "outlook.", "rocketmail.com", "t-online.de", "web.de", "yahoo.", "ymail.com",
    ];

    public static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant();

    public static bool IsJunkProne(string address) => Array.Exists(s_strict, strict => strict.EndsWith('.')
        ? DomainOf(address).StartsWith(strict, StringComparison.Ordinal)
        : DomainOf(address) == strict);
}
