using CsCheck;
using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Domain;

public sealed class ContactTests
{
    private static readonly Gen<Contact> s_mails = Gen.Select(
        Gen.String[Gen.Char.AlphaNumeric, 1, 64],
        Gen.String[Gen.Char.AlphaNumeric, 1, 60],
        (local, domain) => new Contact(MethodKind.Email, $"{local}@{domain}.example"));

    private static readonly Gen<Contact> s_phones =
        Gen.String[Gen.Char['0', '9'], 6, 14].Select(digits => new Contact(MethodKind.Phone, $"+4{digits}"));

    [Theory]
    [InlineData(MethodKind.Email, "rachel@mail.example", "ra•••••@•••••")]
    [InlineData(MethodKind.Email, "ra@mail.example", "ra•••••@•••••")]
    [InlineData(MethodKind.Email, "r@mail.example", "r••••••@•••••")]
    [InlineData(MethodKind.Phone, "+447400123467", "•••••••67")]
    public void Shows_no_more_than_two_characters_to_who_has_proved_nothing(MethodKind kind, string value, string masked) =>
        Assert.Equal(masked, new Contact(kind, value).Masked);

    [Fact]
    public void Has_a_mask_of_one_length_whatever_is_behind_it()
    {
        s_mails.Sample(mail => Assert.Equal(13, mail.Masked.Length));
        s_phones.Sample(phone => Assert.Equal(9, phone.Masked.Length));
    }

    [Fact]
    public void Is_the_same_mailbox_in_capitals_and_small_letters()
    {
        Contact small = new(MethodKind.Email, "rachel@mail.example");
        Contact capitals = new(MethodKind.Email, "Rachel@MAIL.example");

        Assert.Equal(small, capitals);
        Assert.Equal(small.GetHashCode(), capitals.GetHashCode());
        Assert.Equal("Rachel@MAIL.example", capitals.Value);
    }
}
