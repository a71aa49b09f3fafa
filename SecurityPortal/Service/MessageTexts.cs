using System.Globalization;
using System.Text;
using SecurityPortal.Domain;
using SecurityPortal.Resources;

namespace SecurityPortal.Service;

/// <summary>Notices and codes in words, in the language of the method they go to (R-METH-14).</summary>
public sealed partial class MessageTexts(PortalAddress portal)
{
    /// <param name="token">Of the link to say that it was not asked for; null where there is none.</param>
    public MessageContent Code(SecurityProfile profile, CodeDispatch dispatch, NewCode code, string? token, Caller caller, DateTimeOffset now)
    {
        var culture = CultureOf(dispatch.Language);
        var facts = FactsOf(profile, culture);
        facts["code"] = code.Digits;
        facts["reference"] = code.Reference;
        facts["asked"] = Say(now, culture, dispatch.By);
        facts["until"] = Isolates.Around(dispatch.Challenge.ExpiresAt.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture), culture);
        facts["place"] = BrowserText.OfIn(culture, caller.Browser) is { Length: > 0 } browser ? browser : Words("Place_Unknown", culture, []);
        facts["source"] = Isolates.Around(caller.Source, culture);

        facts["spoken"] = Spoken(code.Digits);

        return dispatch.By switch
        {
            Channel.Email => Mail(Words("Code_Subject", culture, facts), Words("Code_Body", culture, facts), culture, code.Digits, LinkOf(LinkUse.NotAskedFor, token, culture, facts)),
            Channel.Sms => Text($"{Words("Code_Sms", culture, facts)}\n@{portal.Value.Host} #{code.Digits}", code.Digits),
            Channel.Voice => Text(Words("Code_Voice", culture, facts), code.Digits),
        };
    }

    /// <summary>What its reader is to look for: sender and subject as they stand on the message.</summary>
    public CodeWay Sign(CodeWay way, string language) => way with
    {
        Sender = way.Channel switch
        {
            Channel.Email => portal.MailSender,
            Channel.Sms => portal.TextSender,
            Channel.Voice => portal.CallSender,
        },
        Subject = way.Channel is Channel.Email ? Words("Code_Subject", CultureOf(language), new() { ["reference"] = way.Reference }) : "",
    };

    /// <summary>Shows that messages arrive, and says nothing else (R-DEL-10).</summary>
    public MessageContent Test(SecurityProfile profile, Contact to, string language, DateTimeOffset now)
    {
        var culture = CultureOf(language);
        var facts = FactsOf(profile, culture);
        var by = Message.ChannelOf(to);
        facts["time"] = Say(now, culture, by);
        return by switch
        {
            Channel.Email => Mail(Words("Test_Subject", culture, facts), Words("Test_Body", culture, facts), culture),
            Channel.Sms => Text(Words("Test_Sms", culture, facts), code: null),
            Channel.Voice => Text(Words("Test_Voice", culture, facts), code: null),
        };
    }

    /// <param name="token">The link's token, or for a text or a call its word; null when there is nothing to act on.</param>
    public MessageContent Notice(SecurityProfile profile, SecurityEvent happened, Recipient recipient, string? token)
    {
        var culture = CultureOf(recipient.Language);
        var facts = FactsOf(profile, culture);
        var by = Message.ChannelOf(recipient.Contact);
        facts["time"] = Say(happened.At, culture, by);
        facts["contact"] = ContactOf(happened) is { } contact ? Isolates.Around(NameOf(contact, culture), culture) : "";
        facts["left"] = happened is SecurityEvent.RecoveryCodeUsed used ? used.Left.ToString(culture) : "";
        facts["until"] = UntilOf(happened) is { } until ? Say(until, culture, by) : "";
        facts["browser"] = Browser(BrowserOf(happened), culture);
        facts["case"] = CaseOf(happened) ?? "";
        facts["where"] = Where(Browser(BrowserOf(happened), culture), CountryOf(happened), culture);
        facts["word"] = token ?? "";
        if (happened is SecurityEvent.MethodsCleared cleared)
            (facts["role"], facts["ticket"], facts["reason"]) = (Words($"Role_{cleared.Role}", culture, []), Isolates.Around(cleared.Ticket, culture), Isolates.Around(cleared.Reason, culture));
        if (happened is SecurityEvent.StaffPassGiven given)
            facts["staff"] = Isolates.Around(MaskedName(given.Name), culture);
        var key = happened.GetType().Name;

        if (by is Channel.Voice)
            Speak(facts, ContactOf(happened), culture);
        if (by is not Channel.Email)
        {
            var text = Words($"{key}_Sms", culture, facts) + (token is null ? "" : " " + Words($"{UseOf(recipient.Link)}_Sms", culture, facts));
            return Text(by is Channel.Voice ? Words("Notice_Voice", culture, new() { ["notice"] = text }) : text, code: null);
        }

        return Mail(
            Words($"{key}_Subject", culture, facts),
            Words($"{key}_Body", culture, facts),
            culture,
            link: LinkOf(recipient.Link, token, culture, facts));
    }

    private static string Browser(string? browser, CultureInfo culture) =>
        browser is { Length: > 0 } known ? Isolates.Around(BrowserText.OfIn(culture, known), culture) : Words("Place_Unknown", culture, []);

    private static string Where(string browser, string? country, CultureInfo culture) => country is null
        ? browser
        : $"{browser}, {Isolates.Around(CountryWords.ResourceManager.GetString(country, culture) ?? country, culture)}";

    private (string Words, string Address, string Hint)? LinkOf(LinkUse use, string? token, CultureInfo culture, Dictionary<string, string> facts) => token is null
        ? null
        : (Words($"{UseOf(use)}_Button", culture, facts), portal.Of($"/message/{token}").ToString(), Words($"{UseOf(use)}_Hint", culture, facts));

    private Dictionary<string, string> FactsOf(SecurityProfile profile, CultureInfo culture) => new()
    {
        ["account"] = Isolates.Around(MaskedName(profile.Name), culture),
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
    private static string Say(DateTimeOffset instant, CultureInfo culture, Channel by) => by is Channel.Sms
        ? Isolates.Around(InstantWords.ShortIn(culture, instant), culture)
        : InstantWords.ExactIn(culture, instant, TimeZoneInfo.Utc);

    private static string MaskedName(string name) =>
        name.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? $"{name[..Math.Min(2, at)]}•••••{name[at..]}" : $"{name[..Math.Min(2, name.Length)]}•••••";

    private static string Words(string key, CultureInfo culture, Dictionary<string, string> facts)
    {
        var words = MessageWords.ResourceManager.GetString(key, culture) ?? throw new InvalidOperationException($"No words for {key}.");
        return facts.Aggregate(words, (text, fact) => text.Replace($"{{{fact.Key}}}", fact.Value, StringComparison.Ordinal));
    }

    /// <summary>What was stored before its language was checked gets English.</summary>
    private static CultureInfo CultureOf(string language) =>
        CultureInfo.GetCultureInfo(PortalLanguages.All.Contains(language, StringComparer.Ordinal) ? language : "en");
}
