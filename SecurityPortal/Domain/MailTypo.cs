namespace SecurityPortal.Domain;

/// <summary>Points out what is probably a slip in a mail domain; it corrects nothing (R-METH-8).</summary>
public static class MailTypo
{
    /// <summary>The commonest first: of two that are equally near the first is meant.</summary>
    public static IReadOnlyList<string> Common { get; } =
    [
        "gmail.com", "outlook.com", "hotmail.com", "yahoo.com", "icloud.com", "live.com", "msn.com", "aol.com", "me.com", "mac.com",
        "googlemail.com", "protonmail.com", "proton.me", "ymail.com", "mail.com", "email.com", "zoho.com", "fastmail.com", "tutanota.com",
        "gmx.de", "gmx.net", "gmx.com", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "posteo.de", "mailbox.org", "arcor.de",
        "hotmail.co.uk", "hotmail.fr", "hotmail.de", "hotmail.es", "hotmail.it", "outlook.de", "outlook.fr", "outlook.es", "outlook.jp",
        "live.co.uk", "live.de", "live.fr", "live.nl", "yahoo.co.uk", "yahoo.co.jp", "yahoo.fr", "yahoo.de", "yahoo.es", "yahoo.it", "yahoo.co.in",
        "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "sfr.fr", "btinternet.com", "sky.com", "virginmedia.com", "comcast.net", "verizon.net",
        "att.net", "libero.it", "bluewin.ch", "docomo.ne.jp", "ezweb.ne.jp", "softbank.ne.jp", "naver.com", "qq.com", "163.com", "yandex.ru", "mail.ru",
    ];

    /// <summary>Below it nearly everything is near everything: <c>gmx</c>, <c>web</c>, <c>aol</c>.</summary>
    private const int ShortName = 5;

    private const int LongName = 7;

    /// <summary>The domain that was probably meant; null where nothing looks like a slip.</summary>
    public static string? Likely(string domain)
    {
        var typed = domain.ToLowerInvariant();
        if (Common.Contains(typed))
            return null;

        var nearest = Common.Select(known => (known, far: Far(typed, known))).MinBy(found => found.far);
        return nearest.far is null or > 3 ? null : nearest.known;
    }

    /// <summary>The whole address with the domain that was probably meant.</summary>
    public static string? Likely(Contact contact) =>
        contact.Kind == MethodKind.Email && Likely(MailSystems.DomainOf(contact.Value)) is { } domain
            ? contact.Value[..^MailSystems.DomainOf(contact.Value).Length] + domain
            : null;

    /// <summary>How many slips lie between the two; null where they are too different to be one.</summary>
    private static int? Far(string typed, string known)
    {
        var (name, rest) = Parts(typed);
        var (knownName, knownRest) = Parts(known);
        var inName = Distance(name, knownName);
        var inRest = Distance(rest, knownRest);
        var most = knownName.Length < ShortName ? IsSwap(name, knownName) ? 1 : 0 : knownName.Length < LongName ? 1 : 2;

        // Another ending with the very name is a domain of its own as often as not, where the ending exists.
        return inName > most || inRest > 1 || (inName == 0 && rest.Length == 2 && knownRest.Length == 2) ? null : inName + inRest;
    }

    private static (string Name, string Ending) Parts(string domain) =>
        domain.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (domain[..dot], domain[(dot + 1)..]) : (domain, "");

    private static bool IsSwap(string one, string other) =>
        one.Length == other.Length && Distance(one, other) == 1 && one.Order().SequenceEqual(other.Order());

    /// <summary>Damerau and Levenshtein: letters put in, left out, taken for another, or two swapped.</summary>
    private static int Distance(string one, string other)
    {
        var far = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
            far[i, 0] = i;
        for (var j = 0; j <= other.Length; j++)
            far[0, j] = j;

        for (var i = 1; i <= one.Length; i++)
        {
            for (var j = 1; j <= other.Length; j++)
            {
                var replaced = far[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                far[i, j] = Math.Min(Math.Min(far[i - 1, j], far[i, j - 1]) + 1, replaced);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    far[i, j] = Math.Min(far[i, j], far[i - 2, j - 2] + 1);
            }
        }

        return far[one.Length, other.Length];
    }
}
