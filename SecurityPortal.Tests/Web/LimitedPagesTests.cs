using SecurityPortal.Tests.Support;

namespace SecurityPortal.Tests.Web;

/// <summary>What a right password opens, as it is drawn before the circuit is there.</summary>
public sealed class LimitedPagesTests
{
    [Theory]
    [InlineData("/replace", "Replace all your security info")]
    [InlineData("/replace?step=info", "How can we reach you from now on?")]
    [InlineData("/pending", "No update is under way")]
    public async Task They_are_drawn_and_send_nothing(string address, string heading)
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();

        await tab.OpenAsync(address);

        Assert.Equal(heading, tab.Heading);
        Assert.Empty(await portal.SentToAsync(People.RachelsMail));
    }
}
