using System.Globalization;
using SecurityPortal.Resources;

namespace SecurityPortal.Tests.Resources;

public sealed class SharedWordsTests
{
    [Theory]
    [InlineData("en", "Sign out")]
    [InlineData("de", "Abmelden")]
    [InlineData("fi", "Sign out")]
    public void Are_in_the_language_asked_for_or_in_English(string language, string expected) =>
        Assert.Equal(
            expected,
            SharedWords.ResourceManager.GetString(nameof(SharedWords.Sign_Out), CultureInfo.GetCultureInfo(language)));
}
