using System.Text.RegularExpressions;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Service;

/// <summary>Arabic runs from right to left; numbers, masks and addresses in it do not.</summary>
public sealed partial class RightToLeftTests
{
    private const string Account = "ra•••••@contoso.example";

    [Fact]
    public void What_runs_left_to_right_is_set_apart_in_a_mail()
    {
        var mail = Told.Code("ar", People.RachelsMail);

        Assert.Contains($"\u2066{Account}\u2069", mail.Text, StringComparison.Ordinal);
        Assert.Contains("lang=\"ar\" dir=\"rtl\"", mail.Html, StringComparison.Ordinal);
        Assert.Contains($"<bdi dir=\"ltr\">{Account}</bdi>", mail.Html, StringComparison.Ordinal);
        Assert.Matches("<bdi dir=\"ltr\" style=\"[^\"]*\">123456</bdi>", mail.Html);
        Assert.DoesNotMatch("[\u2066-\u2069]", mail.Html);
    }

    [Fact]
    public void What_runs_left_to_right_is_set_apart_in_a_text()
    {
        var text = Told.Notice("ReplacementStarted", "ar", People.RachelsPhone).Text;

        Assert.Contains("\u206622/12/2026 14:05 UTC\u2069", text, StringComparison.Ordinal);
        Assert.Contains("\u2066ra*****@*****\u2069", Told.Notice("MethodAdded", "ar", People.RachelsPhone).Text, StringComparison.Ordinal);
    }

    /// <summary>Or they would be copied with it, and the address would lead nowhere.</summary>
    [Fact]
    public void Nothing_unseen_clings_to_a_code_a_word_or_an_address()
    {
        Assert.DoesNotMatch("[\u2066-\u2069]", Told.Code("ar", People.RachelsPhone).Text);
        Assert.Matches("(^|\n)123456\n", Told.Code("ar", People.RachelsMail).Text);
        Assert.Matches($" {Told.Word} .* portal.contoso.example/message$", Told.Notice("MethodAdded", "ar", People.RachelsPhone).Text);
    }

    /// <summary>A phone lets the first letter decide how a text runs.</summary>
    [Fact]
    public void A_text_in_Arabic_begins_with_an_Arabic_letter() => Assert.All(
        Told.Events.Select(told => Told.Notice(told.GetType().Name, "ar", People.RachelsPhone).Text)
            .Append(Told.Code("ar", People.RachelsPhone).Text)
            .Append(Told.Test("ar", People.RachelsPhone).Text),
        text => Assert.Matches(@"^\p{IsArabic}", text));

    [Fact]
    public void Other_languages_carry_no_such_signs() => Assert.All(PortalLanguages.All.Except(["ar"]), language =>
    {
        Assert.DoesNotMatch("[\u2066-\u2069]", Told.Code(language, People.RachelsMail).Text);
        Assert.DoesNotMatch("[\u2066-\u2069]", Told.Notice("ReplacementStarted", language, People.RachelsPhone).Text);
    });

    [Fact]
    public void Every_pair_of_signs_is_closed() => Assert.All(Told.Events, told =>
    {
        var mail = Told.Notice(told.GetType().Name, "ar", People.RachelsMail);
        Assert.Equal(Tag().Count(mail.Html), EndTag().Count(mail.Html));
    });

    [GeneratedRegex("<bdi[ >]")]
    private static partial Regex Tag();

    [GeneratedRegex("</bdi>")]
    private static partial Regex EndTag();
}
