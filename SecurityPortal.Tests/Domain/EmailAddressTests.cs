using CsCheck;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-METH-6: an address is one mailbox.</summary>
public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("rachel@mail.example", "rachel@mail.example")]
    [InlineData("  rachel@mail.example\t", "rachel@mail.example")]
    [InlineData("Rachel.O'Hara+portal@Mail.Example", "Rachel.O'Hara+portal@Mail.Example")]
    [InlineData("a@b.cd", "a@b.cd")]
    [InlineData("r_1!#$%&*=?^`{|}~/-@xn--bcher-kva.example", "r_1!#$%&*=?^`{|}~/-@xn--bcher-kva.example")]
    public void Is_kept_in_the_form_that_was_typed(string typed, string kept)
    {
        var read = EmailAddress.Read(typed, out var refusal);

        Assert.Null(refusal);
        Assert.Equal(kept, read?.Value);
    }

    public static TheoryData<string?, EmailFault> Bad => new()
    {
        { null, EmailFault.Empty },
        { "", EmailFault.Empty },
        { "   ", EmailFault.Empty },
        { new string('a', 10_000), EmailFault.TooLong },
        { $"{new string('a', 64)}@{new string('b', 190)}.example", EmailFault.TooLong },
        { "ra\u0001chel@mail.example", EmailFault.ControlCharacters },
        { "rachel@mail.example\r\nBcc: all@mail.example", EmailFault.ControlCharacters },
        { "rachel\0@mail.example", EmailFault.ControlCharacters },
        { "r\u0430chel@mail.example", EmailFault.LookAlikeLetters },
        { "rachel@m\u0430il.example", EmailFault.LookAlikeLetters },
        { "\uFF52achel@mail.example", EmailFault.LookAlikeLetters },
        { "rachel\u200B@mail.example", EmailFault.LookAlikeLetters },
        { "rachel@\u202Eliam.example", EmailFault.LookAlikeLetters },
        { "rachel@b\u00FCcher.example", EmailFault.LookAlikeLetters },
        { "rachel@mail\uFF0Eexample", EmailFault.LookAlikeLetters },
        { "Name <a@b.c>", EmailFault.NotOneMailbox },
        { "<a@b.cd>", EmailFault.NotOneMailbox },
        { "a@b.cd, c@d.ef", EmailFault.NotOneMailbox },
        { "a@b.cd,c", EmailFault.NotOneMailbox },
        { "a@b.cd c", EmailFault.NotOneMailbox },
        { "a@b@c.example", EmailFault.NotOneMailbox },
        { "\"a b\"@c.example", EmailFault.NotOneMailbox },
        { "a(comment)@c.example", EmailFault.NotOneMailbox },
        { "a..b@c.example", EmailFault.NotOneMailbox },
        { ".a@c.example", EmailFault.NotOneMailbox },
        { "a.@c.example", EmailFault.NotOneMailbox },
        { $"{new string('a', 65)}@c.example", EmailFault.NotOneMailbox },
        { "@c.example", EmailFault.NotOneMailbox },
        { "a@", EmailFault.NotOneMailbox },
        { "rachel", EmailFault.NotOneMailbox },
        { "a@-c.example", EmailFault.NotOneMailbox },
        { "a@c..example", EmailFault.NotOneMailbox },
        { "a@c.example.", EmailFault.NotOneMailbox },
        { "a@c_d.example", EmailFault.NotOneMailbox },
        { $"a@{new string('c', 64)}.example", EmailFault.NotOneMailbox },
        { "a@[127.0.0.1]", EmailFault.IpLiteral },
        { "a@[IPv6:::1]", EmailFault.IpLiteral },
        { "a@127.0.0.1", EmailFault.IpLiteral },
        { "a@localhost", EmailFault.NoFullDomain },
        { "a@mail.300", EmailFault.NoFullDomain },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Refuses_what_is_not_one_mailbox_and_says_why(string? typed, EmailFault fault)
    {
        Assert.Null(EmailAddress.Read(typed, out var refusal));
        Assert.Equal(new Refusal.NotAnEmail(fault), refusal);
    }

    [Fact]
    public void Whatever_is_typed_is_either_a_mailbox_or_refused() => Gen.String[Gen.Char, 0, 40].Sample(typed =>
    {
        var read = EmailAddress.Read(typed, out var refusal);

        Assert.True(read is null ^ refusal is null);
        if (read is not null)
            Assert.Matches(@"^[!-?A-~]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$", read.Value);
    });
}
