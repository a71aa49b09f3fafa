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
}
