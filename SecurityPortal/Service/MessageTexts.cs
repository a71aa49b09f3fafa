using System.Globalization;
using System.Text;
using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Service;

/// <summary>Notices and codes in words, in the language of the method they go to (R-METH-14).</summary>
public sealed class MessageTexts(PortalAddress portal)
{
    /// <param name="token">Of the link to say that it was not asked for; null where there is none.</param>
    public MessageContent Code(SecurityProfile profile, CodeDispatch dispatch, NewCode code, string? token, Caller caller, DateTimeOffset now)
    {
        var culture = CultureOf(dispatch.Language);
        var facts = FactsOf(profile, culture);
        facts["code"] = code.Digits;
        facts["reference"] = code.Reference;
        facts["asked"] = Say(now, culture, isShort: false);
        facts["until"] = dispatch.Challenge.ExpiresAt.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture);
        facts["place"] = BrowserText.OfIn(culture, caller.Browser);

        facts["spoken"] = Spoken(code.Digits);

        return dispatch.By switch
        {
            Channel.Email => Mail(Words("Code_Subject", culture, facts), Words("Code_Body", culture, facts), culture, code.Digits, LinkOf(LinkUse.NotAskedFor, token, culture, facts)),
            Channel.Sms => Text($"{Words("Code_Sms", culture, facts)}\n@{portal.Value.Host} #{code.Digits}", code.Digits),
            Channel.Voice => Text(Words("Code_Voice", culture, facts), code.Digits),
        };
    }

    /// <summary>Shows that messages arrive, and says nothing else (R-DEL-10).</summary>
    public MessageContent Test(SecurityProfile profile, Contact to, string language, DateTimeOffset now)
    {
        var culture = CultureOf(language);
        var facts = FactsOf(profile, culture);
        var isText = to.Kind == ContactKind.Phone;
        facts["time"] = Say(now, culture, isText);
        return isText
            ? Text(Words("Test_Sms", culture, facts), code: null)
            : Mail(Words("Test_Subject", culture, facts), Words("Test_Body", culture, facts), culture);
    }

    /// <summary>One by one, so that no voice reads them as a number.</summary>
    private static string Spoken(string digits) => string.Join(", ", digits.AsEnumerable());

    /// <param name="token">The link's token, or for a text its word; null when there is nothing to act on.</param>
    public MessageContent Notice(SecurityProfile profile, SecurityEvent happened, Recipient recipient, string? token)
    {
        var culture = CultureOf(recipient.Language);
        var facts = FactsOf(profile, culture);
        var isText = recipient.Contact.Kind == ContactKind.Phone;
        facts["time"] = Say(happened.At, culture, isText);
        facts["contact"] = ContactOf(happened)?.Masked ?? "";
        facts["until"] = UntilOf(happened) is { } until ? Say(until, culture, isText) : "";
        facts["case"] = CaseOf(happened) ?? "";
        facts["word"] = token ?? "";
        var key = happened.GetType().Name;

        if (isText)
            return Text(Words($"{key}_Sms", culture, facts) + (token is null ? "" : " " + Words($"{UseOf(recipient.Link)}_Sms", culture, facts)), code: null);

        return Mail(
            Words($"{key}_Subject", culture, facts),
            Words($"{key}_Body", culture, facts),
            culture,
            link: LinkOf(recipient.Link, token, culture, facts));
    }

    private (string Words, string Address, string Hint)? LinkOf(LinkUse use, string? token, CultureInfo culture, Dictionary<string, string> facts) => token is null
        ? null
        : (Words($"{UseOf(use)}_Button", culture, facts), portal.Of($"/message/{token}").ToString(), Words($"{UseOf(use)}_Hint", culture, facts));

    private Dictionary<string, string> FactsOf(SecurityProfile profile, CultureInfo culture) => new()
    {
        ["account"] = MaskedName(profile.Name),
        ["organisation"] = portal.Organisation.Length > 0 ? portal.Organisation : Words("Organisation_Default", culture, []),
        ["host"] = portal.Value.Authority,
    };

    // The dots of a mask are not among the letters of texts: one of them would halve what a text holds.
    private static MessageContent Text(string text, string? code) => new("", text.Replace('•', '*'), "", code, []);

    private static MessageContent Mail(string subject, string body, CultureInfo culture, string? code = null, (string Words, string Address, string Hint)? link = null)
    {
        var text = new StringBuilder(body);
        if (link is { } action)
            text.Append(culture, $"\n\n{action.Hint}\n{action.Words}: {action.Address}");
        return new(subject, text.ToString(), MailLayout.Html(subject, body, culture, code, link), code, link is null ? [] : [link.Value.Address]);
    }

    private static string UseOf(LinkUse link) => $"Link_{link}";

    /// <summary>As the pages say it, or in a text in numbers; with its zone, because a message does not know its reader's.</summary>
    private static string Say(DateTimeOffset instant, CultureInfo culture, bool isShort) => isShort
        ? instant.UtcDateTime.ToString(Words("Text_Time", culture, []), culture)
        : InstantWords.ExactIn(culture, instant, TimeZoneInfo.Utc);

    private static string MaskedName(string name) =>
        name.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{name[..Math.Min(2, at)]}•••••{name[at..]}" : $"{name[..Math.Min(2, name.Length)]}•••••";

    private static Contact? ContactOf(SecurityEvent happened) => happened switch
    {
        SecurityEvent.MethodAdded added => added.Contact,
        SecurityEvent.MethodRemoved removed => removed.Contact,
        SecurityEvent.MethodSuspended suspended => suspended.Contact,
        SecurityEvent.MethodBroughtBack back => back.Contact,
        SecurityEvent.MethodRenamed renamed => renamed.Contact,
        SecurityEvent.LanguageChanged language => language.Contact,
        SecurityEvent.DefaultChanged chosen => chosen.Contact,
        SecurityEvent.CodeNotAskedFor code => code.Contact,
        SecurityEvent.AddressDisowned address => address.Contact,
        _ => null,
    };

    private static string? CaseOf(SecurityEvent happened) => happened switch
    {
        SecurityEvent.CodeNotAskedFor code => code.Case,
        SecurityEvent.AddressDisowned address => address.Case,
        _ => null,
    };

    private static DateTimeOffset? UntilOf(SecurityEvent happened) => happened switch
    {
        SecurityEvent.ReplacementStarted started => started.EndsAt,
        SecurityEvent.ReplacementReminder reminder => reminder.EndsAt,
        SecurityEvent.ReplacementCorrected corrected => corrected.EndsAt,
        SecurityEvent.EverythingChanged everything => everything.RestrictedUntil,
        _ => null,
    };

    private static string Words(string key, CultureInfo culture, Dictionary<string, string> facts)
    {
        var words = MessageWords.ResourceManager.GetString(key, culture) ?? throw new InvalidOperationException($"No words for {key}.");
        return facts.Aggregate(words, (text, fact) => text.Replace($"{{{fact.Key}}}", fact.Value, StringComparison.Ordinal));
    }

    /// <summary>A language whose texts do not exist yet gets English.</summary>
    private static CultureInfo CultureOf(string language) =>
        CultureInfo.GetCultureInfo(PortalLanguages.OfMessages.Contains(language, StringComparer.Ordinal) ? language : "en");
}
