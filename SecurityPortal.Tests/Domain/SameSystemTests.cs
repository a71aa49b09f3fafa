using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Domain;

/// <summary>Whose sign-in a new mailbox shares (R-METH-7).</summary>
public sealed class SameSystemTests
{
    private static readonly SameSystemPolicy s_policy = new(["contoso.com"], [["outlook.com", "hotmail.com"], ["gmail.com"]]);

    [Theory]
    [InlineData("rachel@contoso.com", SharedSignIn.Organisation)]
    [InlineData("rachel@Contoso.COM", SharedSignIn.Organisation)]
    [InlineData("other@fabrikam.example", SharedSignIn.Organisation)]
    [InlineData("rachel@hotmail.com", SharedSignIn.Provider)]
    [InlineData("rachel@gmail.com", SharedSignIn.Provider)]
    [InlineData("rachel@post.example", null)]
    [InlineData("rachel@notcontoso.com", null)]
    [InlineData("rachel@mail.fabrikam.example", null)]
    public void Is_told_by_the_domain(string address, SharedSignIn? expected) =>
        Assert.Equal(expected, s_policy.Of(new(MethodKind.Email, address), "rachel@fabrikam.example"));

    [Fact]
    public void A_phone_shares_none() => Assert.Null(s_policy.Of(new(MethodKind.Phone, "+447400123456"), "rachel@fabrikam.example"));
}
