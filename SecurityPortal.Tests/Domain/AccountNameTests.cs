using SecurityPortal.Domain;

namespace SecurityPortal.Tests.Domain;

/// <summary>R-SIGN-2: tries are counted under one spelling of what was typed.</summary>
public sealed class AccountNameTests
{
    [Theory]
    [InlineData("rachel@contoso.example")]
    [InlineData(" Rachel@Contoso.Example ")]
    [InlineData("\uFF32\uFF41\uFF43\uFF48\uFF45\uFF4C@contoso.example")]
    public void Has_one_spelling(string typed) => Assert.Equal("rachel@contoso.example", AccountName.KeyOf(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("rachel\u0000@contoso.example")]
    public void Is_not_what_no_account_can_be_called(string? typed) => Assert.False(AccountName.IsAcceptable(typed));

    [Fact]
    public void Is_not_half_a_letter() => Assert.False(AccountName.IsAcceptable("rachel@contoso.example\ud800"));

    [Fact]
    public void Is_not_longer_than_an_address()
    {
        Assert.True(AccountName.IsAcceptable(new string('a', 254)));
        Assert.False(AccountName.IsAcceptable(new string('a', 255)));
        Assert.False(AccountName.IsAcceptable(new string('a', 10_000)));
    }
}
