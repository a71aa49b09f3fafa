using CsCheck;
using Microsoft.Extensions.Options;
using SecurityPortal.Delivery.Mail;
using static SecurityPortal.Tests.Delivery.Mail.Mails;

namespace SecurityPortal.Tests.Delivery.Mail;

/// <summary>A bounce is known by the address it comes back to, and nobody else can make that address up.</summary>
public sealed class ReturnPathTests
{
    private static readonly ReturnPath s_path = ReturnPath(Options());

    [Fact]
    public void A_message_is_found_again_in_any_case_and_any_form() =>
        Gen.Guid.Sample(message =>
        {
            var address = s_path.Of(message);

            Assert.True(address.IndexOf('@', StringComparison.Ordinal) <= 64);
            Assert.Equal(message, s_path.Find(address));
            Assert.Equal(message, s_path.Find(address.ToUpperInvariant()));
            Assert.Equal(message, s_path.Find($"Bounces <{address}>, other@mail.example"));
            Assert.Equal(message, s_path.Find($"rfc822;{address}"));
        });

    [Fact]
    public void A_token_that_was_changed_is_nobodys() =>
        Gen.Select(Gen.Guid, Gen.Int[0, 37], Gen.Char["abcdefghijklmnopqrstuvwxyz234567"]).Sample((message, at, letter) =>
        {
            var address = s_path.Of(message).ToCharArray();
            var place = "bounces+".Length + at;
            if (address[place] == letter)
                return;

            address[place] = letter;

            Assert.Null(s_path.Find(new(address)));
        });

    [Fact]
    public void A_stranger_cannot_make_one()
    {
        ReturnPath strange = new(new OptionsWrapper<MailOptions>(Options()), new(() => [new byte[32]]));

        Assert.Null(s_path.Find(strange.Of(Code.Id)));
    }

    [Fact]
    public void An_older_key_is_good_for_what_is_on_its_way()
    {
        var old = s_path.Of(Code.Id);
        ReturnPath renewed = new(new OptionsWrapper<MailOptions>(Options()), new(() => [new byte[32], .. Keys.NewestFirst()]));

        Assert.Equal(Code.Id, renewed.Find(old));
        Assert.Null(s_path.Find(renewed.Of(Code.Id)));
    }

    [Theory]
    [InlineData("bounces@mail.contoso.example")]
    [InlineData("bounces+@mail.contoso.example")]
    [InlineData("bounces+abc@mail.contoso.example")]
    [InlineData("bounces+aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@mail.contoso.example")]
    [InlineData("")]
    public void Other_addresses_are_nobodys(string address) => Assert.Null(s_path.Find(address));

    [Fact]
    public void That_of_another_mailbox_is_nobodys()
    {
        Assert.Null(s_path.Find(s_path.Of(Code.Id).Replace("mail.contoso", "mail.fabrikam", StringComparison.Ordinal)));
        Assert.Null(s_path.Find(s_path.Of(Code.Id).Replace("bounces", "returns", StringComparison.Ordinal)));
        Assert.Null(s_path.Find(s_path.Of(Code.Id).Replace("bounces", "my-bounces", StringComparison.Ordinal)));
    }

    [Fact]
    public void Where_none_is_configured_bounces_go_to_the_sender()
    {
        var options = Options();
        options.ReturnPath = "";

        Assert.Equal("portal@contoso.example", ReturnPath(options).Of(Code.Id));
        Assert.Null(ReturnPath(options).Find(s_path.Of(Code.Id)));
    }
}
