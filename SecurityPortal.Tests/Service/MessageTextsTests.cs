using SecurityPortal.Domain;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Service;

/// <summary>What stands in a message, in its reader's language and not in that of whoever caused it.</summary>
public sealed class MessageTextsTests
{
    // 3GPP TS 23.038: the letters of a text message; those of the second line take two places.
    private const string Letters = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Wide = "^{}\\[~]|€";

    private static readonly string[] s_languages = ["en", "de"];

    private static readonly MessageTexts s_texts = new(new() { Value = new("https://portal.contoso.example/"), Organisation = "Contoso" });
    private static readonly DateTimeOffset s_end = new(2026, 12, 22, 14, 5, 0, TimeSpan.Zero);

    private static readonly SecurityEvent[] s_events =
    [
        new SecurityEvent.MethodAdded(People.RachelsMail) { At = Portal.Noon },
        new SecurityEvent.MethodRemoved(People.RachelsPhone) { At = Portal.Noon },
        new SecurityEvent.MethodSuspended(People.RachelsMail) { At = Portal.Noon },
        new SecurityEvent.MethodBroughtBack(People.RachelsMail) { At = Portal.Noon },
        new SecurityEvent.MethodRenamed(People.RachelsMail) { At = Portal.Noon },
        new SecurityEvent.LanguageChanged(People.RachelsMail) { At = Portal.Noon },
        new SecurityEvent.DefaultChanged(People.RachelsMail) { At = Portal.Noon },
        new SecurityEvent.PasswordChanged { At = Portal.Noon },
        new SecurityEvent.ReplacementStarted(s_end) { At = Portal.Noon },
        new SecurityEvent.ReplacementReminder(s_end) { At = Portal.Noon },
        new SecurityEvent.ReplacementCorrected(s_end) { At = Portal.Noon },
        new SecurityEvent.NewInfoDropped { At = Portal.Noon },
        new SecurityEvent.ReplacementCancelled { At = Portal.Noon },
        new SecurityEvent.ReplacementApplied { At = Portal.Noon },
        new SecurityEvent.EverythingChanged(s_end) { At = Portal.Noon },
        new SecurityEvent.ChangeUndone(WasNotOwner: false) { At = Portal.Noon },
        new SecurityEvent.CodeNotAskedFor(People.RachelsMail, "K7M4PQRS") { At = Portal.Noon },
        new SecurityEvent.AddressDisowned(People.RachelsMail, "K7M4PQRS") { At = Portal.Noon },
    ];

    public static TheoryData<string, string> Texts => new(from told in s_events from language in s_languages select (told.GetType().Name, language));

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task A_notice_by_text_is_written_in_the_letters_of_texts_and_is_short(string told, string language)
    {
        var text = await NoticeAsync(told, language, People.RachelsPhone);

        Assert.All(text, letter => Assert.Contains(letter, Letters + Wide));
        Assert.InRange(Parts(text), 1, 2);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task A_code_by_text_is_one_text(string language)
    {
        await using var portal = await Portal.OpenAsync();
        await portal.SeedAsync();
        var owner = await portal.GivePasswordAsync();
        Assert.Null(await portal.Service.AskForCodeAsync(owner, Purpose.SignIn, await portal.MethodAsync(owner, People.RachelsPhone), TestContext.Current.CancellationToken));
        var profile = await portal.ProfileAsync(owner);
        var challenge = profile.Challenges.Single();

        var text = s_texts.Code(profile, new(challenge, People.RachelsPhone, language, null), new(challenge.Id, "123456", challenge.Seal, "K7"), token: null, owner, Portal.Noon).Text;

        Assert.All(text, letter => Assert.Contains(letter, Letters + Wide));
        Assert.Equal(1, Parts(text));
    }

    [Theory]
    [InlineData("en", "Tuesday, 22 December 2026, 14:05 (UTC)")]
    [InlineData("de", "Dienstag, 22. Dezember 2026, 14:05 (UTC)")]
    public async Task A_mail_says_exact_times_as_the_pages_do(string language, string time)
    {
        using var other = Reading.In(language == "en" ? "de" : "en");

        Assert.Contains(time, await NoticeAsync("ReplacementStarted", language, People.RachelsMail), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "2026-12-22 14:05 UTC")]
    [InlineData("de", "22.12.2026 14:05 UTC")]
    public async Task A_text_says_them_in_numbers(string language, string time) =>
        Assert.Contains(time, await NoticeAsync("ReplacementReminder", language, People.RachelsPhone), StringComparison.Ordinal);

    private static async Task<string> NoticeAsync(string told, string language, Contact to)
    {
        await using var portal = await Portal.OpenAsync();
        await portal.SeedAsync();
        var profile = await portal.ProfileAsync(await portal.GivePasswordAsync());
        var happened = s_events.Single(found => found.GetType().Name == told);
        var link = happened switch
        {
            SecurityEvent.ReplacementStarted or SecurityEvent.ReplacementReminder or SecurityEvent.ReplacementCorrected => LinkUse.CancelReplacement,
            SecurityEvent.EverythingChanged => LinkUse.UndoRestriction,
            SecurityEvent.ReplacementApplied or SecurityEvent.ReplacementCancelled or SecurityEvent.NewInfoDropped or SecurityEvent.ChangeUndone
                or SecurityEvent.CodeNotAskedFor => LinkUse.None,
            _ => LinkUse.Report,
        };
        return s_texts.Notice(profile, happened, new(default, to, language, link), link is LinkUse.None ? null : "abcdefghjk").Text;
    }

    // A text that is cut in parts loses seven letters of each to their numbering.
    private static int Parts(string text)
    {
        var places = text.Length + text.Count(Wide.Contains);
        return places <= 160 ? 1 : (places + 152) / 153;
    }
}
