using CsCheck;
using MimeKit;
using SecurityPortal.Delivery.Mail;
using SecurityPortal.Domain;
using static SecurityPortal.Domain.DeliveryCause;
using static SecurityPortal.Tests.Delivery.Mail.Mails;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>R-DEL-2: what mail servers write back moves a message to its true stage.</summary>
public sealed class BounceReaderTests
{
    private static readonly ReturnPath s_path = ReturnPath(Options());
    private static readonly BounceReader s_reader = new(s_path);
    private static readonly string s_to = s_path.Of(Code.Id);

    [Fact]
    public void One_from_Postfix() => Assert.Equal(
        new(Code.Id, DeliveryStage.Bounced, NoSuchMailbox, "550 5.1.1 <…>: Recipient address rejected: User unknown"),
        Read(Bounces.Postfix(s_to)));

    [Fact]
    public void One_from_Exchange() => Assert.Equal(
        new(Code.Id, DeliveryStage.Bounced, NoSuchMailbox, "550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup"),
        Read(Bounces.Exchange(s_to)));

    [Fact]
    public void One_from_Gmail()
    {
        var report = Read(Bounces.Gmail(s_to));

        Assert.Equal((Code.Id, DeliveryStage.Bounced, (DeliveryCause?)MailboxFull), (report!.Message, report.Stage, report.Cause));
        Assert.StartsWith("552 5.2.2 The recipient's inbox is out of storage space.", report.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void One_from_Exim() => Assert.Equal(
        new(Code.Id, DeliveryStage.Bounced, RefusedAsSpam, "550 5.7.1 Message rejected as spam by content filter"),
        Read(Bounces.Exim(s_to)));

    [Theory]
    [InlineData("delivered", "2.0.0", "smtp; 250 2.0.0 Ok", DeliveryStage.Delivered, null)]
    [InlineData("Delivered (to mailbox)", "2.0.0", "smtp; 250 2.0.0 Ok", DeliveryStage.Delivered, null)]
    [InlineData("relayed", "2.0.0", "smtp; 250 2.0.0 Ok", DeliveryStage.Accepted, null)]
    [InlineData("expanded", "2.0.0", "smtp; 250 2.0.0 Ok", DeliveryStage.Accepted, null)]
    [InlineData("delayed", "4.4.1", "X-Postfix; connect to mx.mail.example[192.0.2.1]:25: Connection timed out", DeliveryStage.Delayed, TryLater)]
    [InlineData("delayed", "4.2.2", "smtp; 452 4.2.2 Over quota", DeliveryStage.Delayed, MailboxFull)]
    [InlineData("failed", "4.4.7", "smtp; 450 4.4.7 Message delayed", DeliveryStage.Bounced, TryLater)]
    [InlineData("failed", "5.4.7", "smtp; 550 5.4.7 Delivery time expired", DeliveryStage.Bounced, TryLater)]
    [InlineData("failed", "4.4.1", "X-Postfix; connect to mx.mail.example[192.0.2.1]:25: Connection timed out", DeliveryStage.Bounced, TryLater)]
    [InlineData("failed", "4.2.2", "smtp; 452 4.2.2 Over quota", DeliveryStage.Bounced, MailboxFull)]
    [InlineData("failed", "5.4.4", "X-Postfix; Host or domain name not found. Name service error for name=mail.example type=A", DeliveryStage.Bounced, NoSuchDomain)]
    [InlineData("failed", "5.1.2", "smtp; 550 5.1.2 Bad domain", DeliveryStage.Bounced, NoSuchDomain)]
    [InlineData("failed", "4.4.4", "smtp; 451 4.4.4 No route", DeliveryStage.Bounced, NoSuchDomain)]
    [InlineData("failed", "5.7.1", "smtp; 554 5.7.1 Blocked by reputation", DeliveryStage.Bounced, RefusedAsSpam)]
    [InlineData("failed", "5.7.1", "smtp; 554 5.7.1 Relay access denied", DeliveryStage.Bounced, RefusedByServer)]
    [InlineData("failed", "5.1.1", "X-Postfix; unknown user: \"rachel\"", DeliveryStage.Bounced, NoSuchMailbox)]
    [InlineData("failed", "5.0.0", "smtp; 550 No such user", DeliveryStage.Bounced, NoSuchMailbox)]
    [InlineData("failed", "5.0.0 (permanent failure)", "smtp; 550-5.2.1 The account\n 550 5.2.1 is disabled", DeliveryStage.Bounced, NoSuchMailbox)]
    [InlineData("failed", "5.3.4", "smtp; 552 5.3.4 Too big", DeliveryStage.Bounced, RefusedContent)]
    [InlineData("failed", "5.0.0", "smtp; 554 Whatever", DeliveryStage.Bounced, RefusedByServer)]
    [InlineData("failed", "", "", DeliveryStage.Bounced, RefusedByServer)]
    public void What_it_says_became_of_the_message(string action, string status, string diagnostic, DeliveryStage stage, DeliveryCause? cause)
    {
        var report = Read(Bounces.Postfix(s_to, action, status, diagnostic))!;

        Assert.Equal((Code.Id, stage, cause), (report.Message, report.Stage, report.Cause));
    }

    [Fact]
    public void A_code_that_is_quoted_is_not_kept() => Assert.Equal(
        "550 5.7.1 Subject 'Your code …' rejected",
        Read(Bounces.Postfix(s_to, status: "5.7.1", diagnostic: "smtp; 550 5.7.1 Subject 'Your code 482913' rejected"))!.Detail);

    [Fact]
    public void Of_several_mailboxes_the_luckiest_counts()
    {
        var bounce = Bounces.Postfix(s_to).Replace(
            "Final-Recipient: rfc822; rachel@mail.example",
            "Final-Recipient: rfc822; other@mail.example\nAction: delivered\nStatus: 2.0.0\n\nFinal-Recipient: rfc822; rachel@mail.example",
            StringComparison.Ordinal);

        Assert.Equal(DeliveryStage.Delivered, Read(bounce)!.Stage);
    }

    [Fact]
    public void One_without_a_token_or_with_one_that_was_made_up_is_nobodys()
    {
        Assert.Null(Read(Bounces.Postfix("bounces@mail.contoso.example")));
        Assert.Null(Read(Bounces.Postfix($"bounces+{new string('a', 39)}@mail.contoso.example")));
        Assert.Null(Read(Bounces.Postfix(s_to.Replace("mail.contoso", "mail.fabrikam", StringComparison.Ordinal))));
    }

    [Fact]
    public void What_is_quoted_within_is_not_where_it_was_delivered_to() =>
        Assert.Null(Read(Bounces.Postfix("bounces@mail.contoso.example").Replace("Subject: Your code", $"To: {s_to}", StringComparison.Ordinal)));

    [Fact]
    public void Answers_and_receipts_are_no_reports()
    {
        Assert.Null(Read(Bounces.Answer(s_to)));
        Assert.Null(Read(Bounces.Receipt(s_to)));
        Assert.Null(Read(Bounces.Postfix(s_to, action: "forgotten")));
    }

    [Fact]
    public void One_that_was_damaged_on_its_way_breaks_nothing() =>
        Gen.Select(Gen.Int[0, 2000], Gen.Int[0, 200], Gen.String[0, 5]).Sample((from, length, by) =>
        {
            var bounce = Bounces.Postfix(s_to);
            var at = Math.Min(from, bounce.Length);

            if (MailOrNone(bounce.Remove(at, Math.Min(length, bounce.Length - at)).Insert(at, by)) is not { } mail)
                return;

            var report = s_reader.Read(mail);

            Assert.True(report is null || report.Message == Code.Id);
        });

    private static MimeMessage? MailOrNone(string text)
    {
        try
        {
            return Bounces.Mail(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static DeliveryReport? Read(string text) => s_reader.Read(Bounces.Mail(text));
}
