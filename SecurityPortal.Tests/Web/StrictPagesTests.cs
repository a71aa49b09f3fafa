using SecurityPortal.Tests.Support;
using static SecurityPortal.Tests.Support.People;

namespace SecurityPortal.Tests.Web;

/// <summary>Signing in where the Strict profile is on.</summary>
public sealed class StrictPagesTests
{
    [Fact]
    public async Task Only_what_signs_in_is_offered_and_the_page_says_why()
    {
        await using var portal = await WebPortal.OpenAsync(new() { ["Security:Profile"] = "Strict" });
        using var tab = portal.Visit();

        await tab.GivePasswordAsync();
        Assert.Contains("Codes by mail do not sign in here", tab.Text, StringComparison.Ordinal);
        Assert.Contains(RachelsPhone.Masked, Assert.Single(tab.Page.QuerySelectorAll("button.method")).TextContent, StringComparison.Ordinal);

        await tab.ChooseAsync(RachelsPhone);
        await tab.TypeCodeAsync(await portal.CodeToAsync(RachelsPhone));
        Assert.Equal("/register/strong", tab.Address);
        await tab.OpenAsync("/security-info/advanced");
        Assert.Equal("/register/strong?returnUrl=%2Fsecurity-info%2Fadvanced", tab.Address);
    }

    [Fact]
    public async Task With_nothing_left_the_page_says_what_helps_and_names_the_help_desk()
    {
        await using var portal = await WebPortal.OpenAsync(new() { ["Security:Profile"] = "Strict", ["Security:StrictPhones"] = "Never" });
        using var tab = portal.Visit();

        await tab.GivePasswordAsync();

        Assert.Empty(tab.Page.QuerySelectorAll("button.method"));
        Assert.Contains("Codes by mail do not sign in here", tab.Text, StringComparison.Ordinal);
        Assert.Contains("A code by phone is not enough for this sign-in", tab.Text, StringComparison.Ordinal);
        Assert.Contains("the help desk can check who you are", tab.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("None of your methods can be used right now", tab.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_blocked_phone_has_no_other_method_that_would_help()
    {
        await using var portal = await WebPortal.OpenAsync(new() { ["Security:Profile"] = "Strict" });
        using var tab = portal.Visit();
        await tab.GivePasswordAsync();
        await tab.ChooseAsync(RachelsPhone);
        var wrong = Not(await portal.CodeToAsync(RachelsPhone));
        for (var i = 0; i < 5; i++)
            await tab.TypeCodeAsync(wrong);
        portal.Clock.Advance(10.Minutes);
        await tab.OpenAsync("/sign-in/verify");
        await tab.ChooseAsync(RachelsPhone);
        wrong = Not(await portal.CodeToAsync(RachelsPhone));
        for (var i = 0; i < 5; i++)
            await tab.TypeCodeAsync(wrong);

        Assert.StartsWith("/sign-in/blocked", tab.Address, StringComparison.Ordinal);
        Assert.DoesNotContain(tab.Page.QuerySelectorAll("a"), link => link.TextContent == "Use another method");
    }
}
