using SecurityPortal.Domain;
using SecurityPortal.Rehearsal;

namespace SecurityPortal.Tests.Rehearsal;

public sealed class DemoAccountsTests
{
    public static TheoryData<Contact> Contacts => [.. DemoAccounts.All.SelectMany(account => account.Methods)];

    [Theory]
    [MemberData(nameof(Contacts))]
    public void Are_reached_where_codes_can_be_sent_and_nobody_lives(Contact contact)
    {
        var read = contact.Kind == MethodKind.Phone
            ? PhoneNumber.Read(contact.Value, null, out var refusal)
            : EmailAddress.Read(contact.Value, out refusal);

        Assert.Null(refusal);
        Assert.Equal(contact, read);
        Assert.Matches(contact.Kind == MethodKind.Phone ? @"^\+1\d{3}55501\d{2}$" : @"\.example$", contact.Value);
    }

    [Fact]
    public void Share_no_contact() => Assert.Distinct(DemoAccounts.All.SelectMany(account => account.Methods));
}
