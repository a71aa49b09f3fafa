using System.Diagnostics;
using SecurityPortal.Service;
using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Service;

public sealed class PasswordStrengthTests
{
    private const string Name = "rachel@contoso.example";

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd!!!!")]
    [InlineData("password83920174")]
    [InlineData("Qwertyuiop123")]
    [InlineData("iloveyou2024!")]
    [InlineData("passwordpassword")]
    [InlineData("abcdefghijkl")]
    [InlineData("aaaaaaaaaaaaaaaaaaaa")]
    [InlineData("contosoRachel")]
    public void What_is_common_or_next_to_it_is_too_easy(string password) =>
        Assert.True(PasswordStrength.IsTooCommon(password, Name));

    [Theory]
    [InlineData("Open-Sesame-42")]
    [InlineData(Portal.Password)]
    [InlineData("Brand-New-Horse-5")]
    [InlineData("Quite-Another-7")]
    [InlineData("correct horse battery staple")]
    [InlineData("mein Hund frisst Regenschirme")]
    public void Words_that_have_nothing_to_do_with_one_another_are_not(string password) =>
        Assert.False(PasswordStrength.IsTooCommon(password, Name));

    [Fact]
    public void The_longest_one_costs_no_more_than_a_short_one()
    {
        var longest = string.Concat(Enumerable.Repeat("p@ssw0rd1$", 13))[..128];
        _ = PasswordStrength.IsTooCommon(longest, Name);

        var fastest = Enumerable.Range(0, 10).Min(_ => TimeOf(() => PasswordStrength.IsTooCommon(longest, Name)));

        Assert.True(fastest < TimeSpan.FromMilliseconds(5), $"It took {fastest.TotalMilliseconds} ms.");
    }

    private static TimeSpan TimeOf(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start);
    }
}
