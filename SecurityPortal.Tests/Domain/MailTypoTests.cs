using CsCheck;
using SecurityPortal.Domain;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Domain;

/// <summary>Slips in common mail domains are pointed out (R-METH-8).</summary>
public sealed class MailTypoTests
{
    private static readonly string[] s_longNames = ["gmail.com", "hotmail.com", "outlook.com", "icloud.com"];
    private static readonly Gen<string> s_common = Gen.Int[0, MailTypo.Common.Count - 1].Select(at => MailTypo.Common[at]);
    private static readonly Gen<string> s_long = Gen.Int[0, s_longNames.Length - 1].Select(at => s_longNames[at]);

    [Theory]
    [InlineData("gmial.com", "gmail.com")]
    [InlineData("gmail.con", "gmail.com")]
    [InlineData("gmai.com", "gmail.com")]
    [InlineData("GMAIL.CMO", "gmail.com")]
    [InlineData("hotmial.co", "hotmail.com")]
    [InlineData("outlok.com", "outlook.com")]
    [InlineData("yaho.com", "yahoo.com")]
    [InlineData("iclould.com", "icloud.com")]
    [InlineData("gxm.de", "gmx.de")]
    [InlineData("gmx.ner", "gmx.net")]
    [InlineData("t-onlin.de", "t-online.de")]
    [InlineData("googelmail.com", "googlemail.com")]
    public void A_slip_is_pointed_out(string typed, string meant) => Assert.Equal(meant, MailTypo.Likely(typed));

    [Theory]
    [InlineData("gmail.com")]
    [InlineData("contoso.example")]
    [InlineData("mail.example")]
    [InlineData("web.com")]
    [InlineData("outlook.dk")]
    [InlineData("yahoo.ca")]
    [InlineData("bmw.de")]
    [InlineData("x.org")]
    [InlineData("uni-bonn.de")]
    public void Other_domains_are_left_alone(string typed) => Assert.Null(MailTypo.Likely(typed));

    [Fact]
    public void The_hint_is_the_whole_address_as_it_was_typed_but_for_the_domain() =>
        Assert.Equal("Rachel.Green+x@gmail.com", MailTypo.Likely(new Contact(MethodKind.Email, "Rachel.Green+x@gmial.com")));

    [Fact]
    public void A_number_has_no_hint() => Assert.Null(MailTypo.Likely(People.RachelsPhone));

    [Fact]
    public void A_listed_domain_never_gets_a_hint() =>
        s_common.Sample(domain => Assert.Null(MailTypo.Likely(domain)));

    [Fact]
    public void A_hint_is_always_listed_and_taking_it_is_the_end_of_it() =>
        Gen.Select(s_common, Gen.Int[0, 11], Gen.Char['a', 'z']).Sample((domain, at, letter) =>
        {
            if (MailTypo.Likely(domain.Insert(Math.Min(at, domain.Length), letter.ToString())) is not { } hint)
                return;

            Assert.Contains(hint, MailTypo.Common);
            Assert.Null(MailTypo.Likely(hint));
        });

    [Fact]
    public void One_wrong_letter_in_a_long_name_is_always_seen() =>
        Gen.Select(s_long, Gen.Int[0, 4]).Sample((domain, at) =>
            Assert.Equal(domain, MailTypo.Likely(domain[..at] + '0' + domain[(at + 1)..])));
}
