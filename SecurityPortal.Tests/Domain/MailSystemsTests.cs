using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Domain;

public sealed class MailSystemsTests
{
    [Theory]
    [InlineData("rachel@gmx.de", true)]
    [InlineData("rachel@GMX.net", true)]
    [InlineData("rachel@web.de", true)]
    [InlineData("rachel@yahoo.co.uk", true)]
    [InlineData("rachel@notweb.de", false)]
    [InlineData("rachel@mail.example", false)]
    public void Some_providers_put_mail_aside_more_often(string address, bool isJunkProne) =>
        Assert.Equal(isJunkProne, MailSystems.IsJunkProne(address));

    [Theory]
    [InlineData("rachel@work.example", "rachel@WORK.example", true)]
    [InlineData("rachel@work.example", "rachel@partner.example", true)]
    [InlineData("rachel@work.example", "rachel@mail.example", false)]
    [InlineData("rachel", "rachel@mail.example", false)]
    public void A_mailbox_may_belong_to_the_system_that_is_signed_in_to(string account, string address, bool isSame) =>
        Assert.Equal(isSame, MailSystems.IsSameSystem(account, address, ["partner.example"]));
}
