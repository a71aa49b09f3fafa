using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Web;

/// <summary>R-PASS-2: the page of a forgotten password says when a code ends, and always leads on.</summary>
public sealed class ForgotPasswordPageTests
{
    [Theory]
    [InlineData(Rachel)]
    [InlineData("nobody@contoso.example")]
    public async Task The_first_code_has_its_end_and_after_it_one_begins_again(string name)
    {
        await using var portal = await WebPortal.OpenAsync(new(Unlimited.Settings));
        using var tab = await StartedAsync(portal, name);
        Assert.Contains("Its time ends in 10 minutes", SaidOn(tab), StringComparison.Ordinal);
        AssertHelps(tab);
        portal.Clock.Advance(10.Minutes);

        await tab.PressAsync("Verify", ("code", "00000000"));
        Assert.Contains("The time of this code is over.", tab.Alert, StringComparison.Ordinal);
        Assert.Null(tab.Page.GetElementById("code"));
        await tab.ReloadAsync();
        Assert.Contains("The time of this code is over.", tab.Alert, StringComparison.Ordinal);
        AssertHelps(tab);
        await tab.PressAsync("Begin again");
        await StartAsync(tab, name);
        Assert.Contains("Its time ends in 10 minutes", SaidOn(tab), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_second_codes_time_is_over_another_is_sent_to_the_same_method()
    {
        await using var portal = await WebPortal.OpenAsync();
        using var tab = await StartedAsync(portal, Rachel);
        await tab.PressAsync("Verify", ("code", await portal.CodeToAsync(RachelsMail)));
        AssertHelps(tab);
        await tab.PressAsync("Text message");
        Assert.Contains("Its time ends in 10 minutes", SaidOn(tab), StringComparison.Ordinal);
        Assert.DoesNotContain(tab.Buttons, button => button.TextContent.Contains("Text message", StringComparison.Ordinal));
        AssertHelps(tab);
        var old = await portal.CodeToAsync(RachelsPhone);
        portal.Clock.Advance(11.Minutes);

        await tab.PressAsync("Verify", ("code", old));
        Assert.Contains("The time of this code is over.", tab.Alert, StringComparison.Ordinal);
        Assert.Null(tab.Page.GetElementById("code"));
        AssertHelps(tab);
        await tab.PressAsync("Send another code");
        await tab.PressAsync("Verify", ("code", await portal.CodeToAsync(RachelsPhone)));

        Assert.Contains("Both were right. Choose your new password.", tab.Text, StringComparison.Ordinal);
        Assert.Contains("Your time runs out in 19 minutes", SaidOn(tab), StringComparison.Ordinal);
    }

    private static string SaidOn(Tab tab) => string.Join(' ', tab.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void AssertHelps(Tab tab)
    {
        Assert.Equal("Didn't get a code?", tab.Page.QuerySelector(".links a[href='/help']")?.TextContent);
        _ = tab.Find("Begin again");
    }

    private static async Task<Tab> StartedAsync(WebPortal portal, string name)
    {
        var tab = portal.Visit();
        await tab.OpenAsync("/forgot-password");
        await StartAsync(tab, name);
        return tab;
    }

    private static Task StartAsync(Tab tab, string name) => tab.PressAsync("Next", ("account", name), ("contact", RachelsMail.Value));
}
