using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Service;

/// <summary>The message that brings a code.</summary>
public sealed class CodeTextsTests
{
    private const string OriginBound = "\n@portal.contoso.example #123456";

    public static TheoryData<string> Languages => [.. PortalLanguages.All];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_code_by_text_is_one_text_and_ends_with_its_origin(string language)
    {
        var text = Told.Code(language, People.RachelsPhone).Text;

        Assert.EndsWith(OriginBound, text, StringComparison.Ordinal);
        Assert.Equal(1, TextLetters.Parts(text));
        Assert.Contains("123456", text[..^OriginBound.Length], StringComparison.Ordinal);
        Assert.Contains("K7", text, StringComparison.Ordinal);
    }

    /// <summary>Two letters more, twice: only the languages that have 70 of them have no room for that.</summary>
    [Theory]
    [InlineData("en", 1)]
    [InlineData("de", 1)]
    [InlineData("fr", 1)]
    [InlineData("es", 1)]
    [InlineData("ja", 2)]
    [InlineData("ar", 2)]
    public void A_long_code_is_one_text_where_the_language_has_its_letters(string language, int parts) =>
        Assert.Equal(parts, TextLetters.Parts(Told.Code(language, People.RachelsPhone, "12345678").Text));

    [Theory]
    [InlineData("en", "Chrome on Windows", "Never share this code")]
    [InlineData("de", "Chrome unter Windows", "Geben Sie diesen Code nie weiter")]
    [InlineData("fr", "Chrome sous Windows", "Ne partagez jamais ce code")]
    [InlineData("es", "Chrome en Windows", "No comparta nunca este código")]
    [InlineData("ja", "Windows の Chrome", "誰にも教えないでください")]
    [InlineData("ar", "Chrome على Windows", "لا تشارك هذا الرمز")]
    public void A_code_by_mail_says_all_that_tells_a_true_one(string language, string place, string warning)
    {
        var mail = Told.Code(language, People.RachelsMail);

        Assert.Contains("(K7)", mail.Subject, StringComparison.Ordinal);
        Assert.All(
            ["ra•••••@contoso.example", "\n123456\n", "K7", "2026", "12:00 (UTC)", "12:10 UTC", place, Life.Home, warning],
            fact => Assert.Contains(fact, mail.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Never share this code", "If you did not ask for this, do nothing")]
    [InlineData("de", "Geben Sie diesen Code nie weiter", "Haben Sie das nicht angefordert, tun Sie nichts")]
    [InlineData("fr", "Ne partagez jamais ce code", "Si vous n'avez rien demandé, ne faites rien")]
    [InlineData("es", "No comparta nunca este código", "Si no lo ha solicitado, no haga nada")]
    [InlineData("ja", "誰にも教えないでください", "心当たりがない場合は、何もしないでください")]
    [InlineData("ar", "لا تشارك هذا الرمز", "إذا لم تطلب هذا فلا تفعل شيئًا")]
    public void So_does_that_of_the_recovery_form_and_says_nothing_of_the_account(string language, string warning, string otherwise)
    {
        var mail = Told.ApplicantCode(language);

        Assert.Contains("(K7)", mail.Subject, StringComparison.Ordinal);
        Assert.All(
            [Told.Case, "\n123456\n", "K7", "2026", "12:00 (UTC)", "12:10 UTC", Life.Home, warning, otherwise],
            fact => Assert.Contains(fact, mail.Text, StringComparison.Ordinal));
        Assert.DoesNotContain("ra•", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', mail.Subject + mail.Text);
        Assert.Empty(mail.Links);
    }

    [Fact]
    public void A_browser_that_does_not_say_what_it_is_is_called_unknown() =>
        Assert.Contains("from an unknown browser (", Told.Code("en", People.RachelsMail, browser: "").Text, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_call_says_the_digits_one_by_one_and_twice(string language)
    {
        var said = Told.Code(language, People.RachelsPhone, isCall: true).Text;

        Assert.Equal(3, said.Split("1, 2, 3, 4, 5, 6").Length);
        Assert.DoesNotContain("123456", said, StringComparison.Ordinal);
        Assert.Contains("Contoso Ltd", said, StringComparison.Ordinal);
        Assert.DoesNotContain('{', said);
    }

    /// <summary>The word is typed as it is heard, so it is spelled; and what only the eye can read is left out.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void A_notice_to_a_line_that_takes_only_calls_is_said_twice(string language)
    {
        var said = Told.Notice("MethodAdded", language, Told.Landline).Text;

        Assert.Equal(3, said.Split("k, 7, m, q, 2, w, x, y, z, h").Length);
        Assert.Equal(3, said.Split("r, a").Length);
        Assert.DoesNotContain('*', said);
    }
}
