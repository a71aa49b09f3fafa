using CsCheck;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Delivery.Mail.Mails;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>R-DEL-1, R-DEL-5: what a mail is like.</summary>
public sealed class MailComposerTests
{
    [Fact]
    public void It_is_the_same_at_every_try()
    {
        FakeTimeProvider clock = new(WrittenAt);
        var first = Composer(Options(), clock).Compose(Code)!.Written();
        clock.Advance(3.Hours);

        Assert.Equal(first, Composer(Options(), clock).Compose(Code)!.Written());
    }

    [Fact]
    public void It_says_who_sent_it_to_whom_and_when()
    {
        var mail = Composer(Options()).Compose(Code)!;

        Assert.Equal(["portal@contoso.example"], mail.From.Mailboxes.Select(from => from.Address));
        Assert.Equal("Contoso Sicherheit für alle", Assert.Single(mail.From).Name);
        Assert.Equal(["help@contoso.example"], mail.ReplyTo.Mailboxes.Select(reply => reply.Address));
        Assert.Equal(["rachel@mail.example"], mail.To.Mailboxes.Select(to => to.Address));
        Assert.Equal($"{Code.Id:N}@contoso.example", mail.MessageId);
        Assert.Equal(WrittenAt, mail.Date);
        Assert.Equal("Your code 482913", mail.Subject);
    }

    [Fact]
    public void An_id_without_an_instant_is_dated_by_the_clock()
    {
        FakeTimeProvider clock = new(WrittenAt + 2.Days);

        Assert.Equal(WrittenAt + 2.Days, Composer(Options(), clock).Compose(Code with { Id = Guid.Empty })!.Date);
    }

    [Fact]
    public void It_reads_as_text_and_as_html()
    {
        var mail = Composer(Options()).Compose(Notice)!;

        var body = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain", "text/html"], body.Select(part => part.ContentType.MimeType));
        Assert.All(body.Cast<TextPart>(), part => Assert.Equal("utf-8", part.ContentType.Charset));
        Assert.Equal("Jemand möchte alles ersetzen.", mail.TextBody);
        Assert.Equal("Ihre Sicherheitsinfos: Änderung", mail.Subject);
        Assert.Contains("Content-Language: de", mail.Written(), StringComparison.Ordinal);
        Assert.All(mail.Written(), letter => Assert.True(letter < 128));
    }

    [Fact]
    public void Nobody_is_to_answer_by_machine()
    {
        var written = Composer(Options()).Compose(Code)!.Written();

        Assert.Contains("\nAuto-Submitted: auto-generated\n", written.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("\nX-Auto-Response-Suppress: All\n", written.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_is_urgent_and_of_no_list()
    {
        var mail = Composer(Options()).Compose(Code)!;

        Assert.Equal(MessageImportance.High, mail.Importance);
        Assert.DoesNotContain(mail.Headers, header => header.Field.StartsWith("List-", StringComparison.Ordinal));
    }

    [Fact]
    public void A_test_is_of_no_list() =>
        Assert.DoesNotContain(
            Composer(Options()).Compose(Code with { Kind = "Test" })!.Headers,
            header => header.Field.StartsWith("List-", StringComparison.Ordinal));

    [Fact]
    public void A_notice_can_be_filed_and_not_be_stopped()
    {
        var mail = Composer(Options()).Compose(Notice)!;

        Assert.Equal("<notices.contoso.example>", mail.Headers[HeaderId.ListId]);
        Assert.Equal("<mailto:help@contoso.example>", mail.Headers[HeaderId.ListHelp]);
        Assert.Null(mail.Headers[HeaderId.ListUnsubscribe]);
        Assert.Equal(MessageImportance.Normal, mail.Importance);
    }

    [Theory]
    [InlineData("rachel@mail.example, eve@mail.example")]
    [InlineData("rachel@mail.example\r\nBcc: eve@mail.example")]
    [InlineData("Rachel <rachel@mail.example>")]
    [InlineData("\"a\r\nRCPT TO:<eve@mail.example>\"@mail.example")]
    [InlineData("rachel@mail.example>\r\nRCPT TO:<eve@mail.example")]
    [InlineData("")]
    public void What_is_not_one_mailbox_gets_no_mail(string to) => Assert.Null(Composer(Options()).Compose(Code with { To = to }));

    [Fact]
    public void No_word_of_it_becomes_a_header() =>
        Gen.Select(s_words, s_words, s_words, s_words).Sample((subject, text, name, language) =>
        {
            var options = Options();
            options.FromName = name;
            var usual = Headers(Composer(Options()).Compose(Code)!);

            var mail = Composer(options).Compose(Code with { Subject = subject, Text = text, Html = text, Language = language })!;

            Assert.Empty(Headers(mail).Except(usual));
            Assert.Equal(["rachel@mail.example"], Read(mail).To.Mailboxes.Select(to => to.Address));
        });

    /// <summary>Words of somebody who wants to be heard by more than the reader.</summary>
    private static readonly Gen<string> s_words =
        Gen.OneOf(
            Gen.String[0, 20],
            OneOf("\r\n", "\n", "\r", "\r\n\r\n", " ", "\u2028", "\0"),
            OneOf("Bcc: eve@mail.example", "X-Mine: 1", "Content-Type: text/html", "--=_", ",", "<eve@mail.example>", "ä"))
        .Array[0, 8].Select(string.Concat);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(at => texts[at]);

    private static string[] Headers(MimeMessage mail)
    {
        var read = Read(mail);
        return [.. read.Headers.Concat(read.Body!.Headers).Select(header => header.Field).Distinct()];
    }

    /// <summary>As the other side reads it.</summary>
    private static MimeMessage Read(MimeMessage mail)
    {
        using MemoryStream stream = new();
        mail.WriteTo(stream);
        stream.Position = 0;
        return MimeMessage.Load(stream);
    }
}
